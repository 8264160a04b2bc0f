import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Call (212) 555-0142", value: "(212) 555-0142" },
    { text: "cell 212.555.0143", value: "212.555.0143" },
    { text: "call 212/555-0150", value: "212/555-0150" },
    { text: "( 212 ) 555 - 0151", value: "212 ) 555 - 0151" },
    { text: "212 - 555 - 0152", value: "212 - 555 - 0152" },
    { text: "+1 2125550153", value: "+1 2125550153" },
    { text: "001 212 555 0154", value: "001 212 555 0154" },
    { text: "number is 212555-0155", value: "212555-0155" },
    { text: "call 555-0156", value: "555-0156" },
    { text: "+12125550146", value: "+12125550146" },
    { text: "phone number is 212 5550147", value: "212 5550147" },
    { text: "phone: 2125550144", value: "2125550144" },
  ],
  misses: [
    { text: "rooms 555-0157", why: "seven digits without a word for a telephone" },
    { text: "call about order 555-0158", why: "an order" },
    { text: "tracking 212-555-01425", why: "a longer number" },
    { text: "+11025550148", why: "no area code begins with 1" },
    { text: "lot 212 5550149", why: "two groups without a word for a telephone" },
    { text: "part 2125550144", why: "ten bare digits without a word for a telephone" },
  ],
};
