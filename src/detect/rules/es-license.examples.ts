import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Médico: Pilar Rius NºCol: 00 00 00000.", value: "00 00 00000" },
    { text: "colegiado nº 000000000", value: "000000000" },
    { text: "Cédula profesional: 0000000", value: "0000000" },
  ],
  misses: [{ text: "Colegio de médicos de Cádiz", why: "no number" }],
};
