import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Varón de 53 años sin antecedentes", value: "Varón de 53 años" },
    { text: "niña de 4 meses", value: "niña de 4 meses" },
  ],
  misses: [{ text: "contrato de 3 años", why: "no person" }],
};
