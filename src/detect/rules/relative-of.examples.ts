import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "the Hendersons' baby has CMV", value: "Hendersons' baby" },
    { text: "Coach Miller's wife has breast cancer.", value: "Coach Miller's wife" },
    { text: "The mayor's son was admitted to detox.", value: "mayor's son" },
  ],
  misses: [
    { text: "The patient's wife was there.", why: "whose wife is not told" },
    { text: "my wife is fine", why: "no one is named" },
  ],
};
