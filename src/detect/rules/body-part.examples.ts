import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "The left femur is broken.", value: "femur" }],
  misses: [{ text: "The left lane is closed.", why: "no body part" }],
};
