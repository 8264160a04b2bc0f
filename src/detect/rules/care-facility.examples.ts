import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "seen at Cedar Ridge Hospital", value: "Cedar Ridge Hospital" },
    { text: "admitted to Oak Hill Medical Center", value: "Oak Hill Medical Center" },
  ],
  misses: [
    { text: "the Visitor Center", why: "no place of care" },
    { text: "our clinic is closed", why: "no name" },
  ],
};
