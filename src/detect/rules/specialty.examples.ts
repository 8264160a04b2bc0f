import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Ask oncology.", value: "oncology" }],
  misses: [{ text: "Ask accounting.", why: "no specialty" }],
};
