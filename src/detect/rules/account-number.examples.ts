import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Acct 27794942.", value: "27794942" },
    { text: "Account #: V487946600", value: "V487946600" },
    { text: "claim 512-22510092", value: "512-22510092" },
  ],
  misses: [
    { text: "visit 2024 plans", why: "a year" },
    { text: "account ending 4471", why: "too short to tell one account" },
  ],
};
