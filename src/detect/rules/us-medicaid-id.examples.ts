import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "NY Medicaid CIN AA00000A", value: "AA00000A" },
    { text: "Medi-Cal 90000000A", value: "90000000A" },
    { text: "AHCCCS ID: A00000000", value: "A00000000" },
    { text: "her ProviderOne number is 000000000WA", value: "000000000WA" },
    { text: "MassHealth ID 000000000000", value: "000000000000" },
  ],
  misses: [
    { text: "flight AA00000A", why: "the form alone tells nothing" },
    { text: "Medicaid 2024 rates", why: "a year" },
    { text: "CIN is on the card", why: "no number" },
  ],
};
