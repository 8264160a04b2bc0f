import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "passport number 000000000", value: "000000000" },
    { text: "license no. RN-000123", value: "RN-000123" },
  ],
  misses: [{ text: "software license no. 12345678", why: "a program's" }],
};
