import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "See https://portal.example.org/patient/00482913.", value: "https://portal.example.org/patient/00482913" },
    { text: "join https://telehealth.example.org/v/00000000-0000-0000-0000-000000000000", value: "https://telehealth.example.org/v/00000000-0000-0000-0000-000000000000" },
  ],
  misses: [{ text: "and/or the http protocol", why: "no address" }],
};
