import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "enrolled in NCT00000000", value: "NCT00000000" }],
  misses: [{ text: "NCT000", why: "too short" }],
};
