import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "type 2 diabetes (E11.9)", value: "E11.9" },
    { text: "dx I10", value: "I10" },
  ],
  misses: [
    { text: "room B12", why: "undotted without a cue" },
    { text: "U99.9", why: "no such category" },
  ],
};
