import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "portal login from 2001:db8::8a2e:370:7334", value: "2001:db8::8a2e:370:7334" },
    { text: "2001:0db8:0000:0000:0000:8a2e:0370:7334.", value: "2001:0db8:0000:0000:0000:8a2e:0370:7334" },
  ],
  misses: [
    { text: "at 2001:30 it rained", why: "two groups" },
    { text: "std::vector and 2024::", why: "no group of hexadecimal digits" },
  ],
};
