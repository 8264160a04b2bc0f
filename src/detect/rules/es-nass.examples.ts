import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "NASS: 28 12345678 00.", value: "28 12345678 00" },
    { text: "Nº de afiliación a la Seguridad Social: 281234567800", value: "281234567800" },
    { text: "NSS 00000000000", value: "00000000000" },
  ],
  misses: [
    { text: "La Seguridad Social abre a las 9.", why: "no number" },
    { text: "Seguridad Social: 2026", why: "a year" },
  ],
};
