import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "ICD-9: 250.00, 401.9", value: "250.00" },
    { text: "ICD-9: 250.00, 401.9", value: "401.9" },
    { text: "ICD-9-CM V58.67, dx code 272.4", value: "272.4" },
  ],
  misses: [
    { text: "total 250.00", why: "a price" },
    { text: "ICD-9 was retired in 2015", why: "no code" },
  ],
};
