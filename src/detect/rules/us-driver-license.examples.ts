import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "DLN: A0000000", value: "A0000000" },
    { text: "driver lic # 00 000 000", value: "00 000 000" },
    { text: "Drivers license S169-876-09-260-0.", value: "S169-876-09-260-0" },
    { text: "DL# A0000000", value: "A0000000" },
  ],
  misses: [
    { text: "Policy A12 duplicate license", why: "no number behind the words" },
    { text: "driver license renewal is due", why: "no number" },
  ],
};
