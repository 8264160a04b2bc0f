import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "last 4 of SSN 8828", value: "8828" },
    { text: "SSN ending in 1120", value: "1120" },
    { text: "SSN xxx-xx-1120", value: "1120" },
  ],
  misses: [
    { text: "the last 4 games", why: "no number of anyone" },
    { text: "card ending in 1120", why: "a card, not an SSN" },
  ],
};
