import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Medicare 219-09-9999A", value: "219-09-9999A" },
    { text: "HICN: 078051120B1", value: "078051120B1" },
    { text: "railroad Medicare WA000000", value: "WA000000" },
  ],
  misses: [
    { text: "Medicare 000-12-3456A", why: "no such Social Security number" },
    { text: "SSN 219-09-9999", why: "no beneficiary code" },
    { text: "part no. 219099999A", why: "a part" },
    { text: "HICN numbers went away in 2019.", why: "no number" },
  ],
};
