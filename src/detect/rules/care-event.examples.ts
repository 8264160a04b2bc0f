import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "She was discharged home.", value: "discharged home" }],
  misses: [{ text: "She was late.", why: "no care" }],
};
