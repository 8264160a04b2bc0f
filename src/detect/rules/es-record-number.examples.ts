import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "NHC: 0000000/00.", value: "0000000/00" },
    { text: "Nº de historia clínica: 00-0000", value: "00-0000" },
    { text: "expediente clínico núm. A-00000", value: "A-00000" },
    { text: "HC: 000000", value: "000000" },
  ],
  misses: [
    { text: "La historia clínica se custodia cinco años.", why: "no number" },
    { text: "expediente 000000 de contratación", why: "a file of the administration" },
  ],
};
