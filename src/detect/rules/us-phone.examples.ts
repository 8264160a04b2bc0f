import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Call (212) 555-0142", value: "(212) 555-0142" },
    { text: "cell 212.555.0143", value: "212.555.0143" },
    { text: "phone: 2125550144", value: "2125550144" },
  ],
  misses: [
    { text: "tracking 212-555-01425", why: "a longer number" },
    { text: "part 2125550144", why: "ten bare digits without a word for a telephone" },
  ],
};
