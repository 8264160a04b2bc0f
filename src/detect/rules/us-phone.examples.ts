import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Call (212) 555-0142", value: "(212) 555-0142" },
    { text: "cell 212.555.0143", value: "212.555.0143" },
    { text: "call 212/555-0150", value: "212/555-0150" },
    { text: "+12125550146", value: "+12125550146" },
    { text: "phone number is 212 5550147", value: "212 5550147" },
    { text: "phone: 2125550144", value: "2125550144" },
  ],
  misses: [
    { text: "tracking 212-555-01425", why: "a longer number" },
    { text: "+11025550148", why: "no area code begins with 1" },
    { text: "lot 212 5550149", why: "two groups without a word for a telephone" },
    { text: "part 2125550144", why: "ten bare digits without a word for a telephone" },
  ],
};
