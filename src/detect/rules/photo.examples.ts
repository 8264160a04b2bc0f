import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Attached full-face photo of Maria", value: "full-face photo" },
    { text: "pics of her left foot ulcer", value: "pics of her left foot" },
    { text: "before and after photos", value: "before and after photos" },
  ],
  misses: [
    { text: "photo of the new office", why: "no person" },
    { text: "a picture of health care costs", why: "a figure of speech" },
  ],
};
