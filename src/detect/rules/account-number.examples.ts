import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Acct 27794942.", value: "27794942" },
    { text: "Account #: V487946600", value: "V487946600" },
    { text: "claim 512-22510092", value: "512-22510092" },
    { text: "Patient control no. H5521-TR-08", value: "H5521-TR-08" },
    { text: "appeal status on auth 5T-00913", value: "5T-00913" },
    { text: "the collections flag on acct 209-44-BX", value: "209-44-BX" },
  ],
  misses: [
    { text: "visit 2024 plans", why: "a year" },
    { text: "account follow-up-2 and 3", why: "words" },
    { text: "account ending 4471", why: "too short to tell one account" },
  ],
};
