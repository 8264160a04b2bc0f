import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "CLIA # 00D0000000", value: "00D0000000" },
    { text: "NCPDP: 0000000", value: "0000000" },
  ],
  misses: [{ text: "CLIA waived tests", why: "no number" }],
};
