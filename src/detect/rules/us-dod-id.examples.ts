import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "DoD ID number 0000000000", value: "0000000000" },
    { text: "TRICARE DBN: 000000000-00", value: "000000000-00" },
  ],
  misses: [
    { text: "DoD budget 2024000000", why: "no identity number" },
    { text: "EDIPI is on the card", why: "no number" },
  ],
};
