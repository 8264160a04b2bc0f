import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Start metformin today.", value: "metformin" }],
  misses: [{ text: "Start the meeting today.", why: "no medicine" }],
};
