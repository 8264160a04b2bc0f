import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "K 2.4 called to the floor", value: "K 2.4" },
    { text: "Na 118 this morning", value: "Na 118" },
    { text: "EF 25, in the chart", value: "EF 25" },
  ],
  misses: [
    { text: "see K 24 and CA 90210", why: "no value of a test" },
    { text: "the 401 k plan", why: "a pension" },
  ],
};
