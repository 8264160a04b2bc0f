import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Médico: Maitane Goikoetxea Rius  NºCol: 00 00 00000.", value: "Maitane Goikoetxea Rius" },
    { text: "Remitido por: Dra. Inmaculada de la Peña", value: "Inmaculada de la Peña" },
  ],
  misses: [
    { text: "Médico de guardia: pendiente", why: "nobody is named" },
    { text: "La enfermera llamó ayer", why: "nobody is named" },
  ],
};
