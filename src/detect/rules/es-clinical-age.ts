/** Age and sex as Spanish reports open a case. Under 90 no identifier, but a sign that someone's care is meant. */
import { defineRule } from "../rule.ts";

export const esClinicalAge = defineRule({
  id: "es-clinical-age",
  part: "health",
  title: { en: "Age in clinical style, in Spanish", es: "Edad en estilo clínico en español" },
  gates: [{ kind: "words", words: ["varón", "mujer", "hombre", "paciente", "niño", "niña", "lactante", "anciano", "anciana", "gestante", "adolescente", "masculino", "femenina", "femenino", "neonato"] }],
  shapes: [
    { name: "sexo y edad", pattern: /(?:var[oó]n|mujer|hombre|paciente(?: (?:masculino|femenin[oa]|mujer|var[oó]n))?|niñ[oa]|lactante|ancian[oa]|gestante|adolescente|masculino|femenin[oa]|neonato),? de \d{1,3} (?:años|meses|días|semanas|horas)(?![a-z])/iy, points: 14 },
  ],
  weight: 35,
});
