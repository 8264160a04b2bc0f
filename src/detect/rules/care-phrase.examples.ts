import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "He was treated at the clinic.", value: "treated at" },
    { text: "She tested positive.", value: "tested positive" },
  ],
  misses: [{ text: "We were seen by everyone.", why: "no care" }],
};
