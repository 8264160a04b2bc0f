import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "A00000000 is her travel document number", value: "A00000000" },
    { text: "travel document no. A00000000", value: "A00000000" },
    { text: "\"state_license\": \"MD-NY-B00000\",", value: "MD-NY-B00000" },
    { text: "passport number 000000000", value: "000000000" },
    { text: "license no. RN-000123", value: "RN-000123" },
  ],
  misses: [{ text: "software license no. 12345678", why: "a program's" }],
};
