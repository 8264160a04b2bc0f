import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "license plate ABC 1234", value: "ABC 1234" },
    { text: "his vehicle tag # is XYZ-0000", value: "XYZ-0000" },
  ],
  misses: [
    { text: "License plate readers go live", why: "no plate" },
    { text: "plate 12 of the atlas", why: "too short" },
  ],
};
