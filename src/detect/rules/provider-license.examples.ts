import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Medical license no. A000000", value: "A000000" },
    { text: "J. Doe, RN, TX Lic. # 000000", value: "000000" },
    { text: "medical_license = \"MD-IL-A00000\"", value: "MD-IL-A00000" },
    { text: "RPh license 000123", value: "000123" },
  ],
  misses: [
    { text: "driver license 000123", why: "no clinician's" },
    { text: "Her RN license expires soon.", why: "no number" },
  ],
};
