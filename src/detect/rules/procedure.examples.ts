import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "The colonoscopy was normal.", value: "colonoscopy" }],
  misses: [{ text: "The manual is online.", why: "a manual" }],
};
