import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Ingresa en el Hospital Universitario Virgen del Olvido.", value: "Hospital Universitario Virgen del Olvido" },
    { text: "Centro de Salud Los Almendros", value: "Centro de Salud Los Almendros" },
  ],
  misses: [
    { text: "el hospital más cercano", why: "no name" },
    { text: "Hospital parking is full", why: "English" },
  ],
};
