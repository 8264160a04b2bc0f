import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Localidad/ Provincia: Alcalá de Guadaíra, Sevilla.", value: "Alcalá de Guadaíra, Sevilla" },
    { text: "Mujer natural de Oaxaca, sin alergias.", value: "Oaxaca" },
    { text: "vive sola en Dos Hermanas", value: "Dos Hermanas" },
  ],
  misses: [
    { text: "ingresa procedente de urgencias", why: "no town" },
    { text: "Localidad: pendiente", why: "no town" },
  ],
};
