import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "DEA# AB 1234563", value: "AB 1234563" },
    { text: "DEA AB1234563", value: "AB1234563" },
  ],
  misses: [
    { text: "xxBB1388568yy", why: "inside a longer word" },
    { text: "AB1234567", why: "the check digit fails and no word says DEA" },
  ],
};
