import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Fax: +44 (0)20 7946 0003", value: "+44 (0)20 7946 0003" },
    { text: "Fax (212) 555-0145.", value: "(212) 555-0145" },
    { text: "fax records to 212-555-0146", value: "212-555-0146" },
  ],
  misses: [{ text: "Please fax the 3 forms by 10/12/2024", why: "a date" }],
};
