import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Attached full-face photo of Maria", value: "full-face photo" }],
  misses: [{ text: "photo of the new office", why: "no person" }],
};
