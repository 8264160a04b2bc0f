import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "He has chest pain.", value: "chest pain" }],
  misses: [{ text: "The team met.", why: "no symptom" }],
};
