import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "She has type 2 diabetes.", value: "type 2 diabetes" }],
  misses: [{ text: "The market is down.", why: "no disease" }],
};
