import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "enrollment id 6554138393", value: "6554138393" },
    { text: "accession # 24-000123", value: "24-000123" },
    { text: "acc# L-2203-8875", value: "L-2203-8875" },
  ],
  misses: [
    { text: "just in case 2000 people come", why: "no number of a case" },
    { text: "support case # 1234567", why: "a help desk's" },
  ],
};
