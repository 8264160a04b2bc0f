/** Ages of 90 and more in Spanish; under Safe Harbor only they identify (45 CFR 164.514(b)(2)(i)(C)). */
import { defineRule } from "../rule.ts";

const AGE = "(?:9\\d|1[01]\\d)";

export const esAgeOver89 = defineRule({
  id: "es-age-over-89",
  part: "C",
  title: { en: "Age over 89 in Spanish", es: "Edad mayor de 89 en español" },
  gates: [{ kind: "words", words: ["edad", "noventa", "nonagenario", "nonagenaria", "centenaria"] }, { kind: "digits", lengths: [2, 3] }],
  shapes: [
    { name: "de n años", pattern: new RegExp(`(?<=\\b(?:de|tiene|con|edad:?|cumplió) )${AGE} ?años(?! (?:de (?:experiencia|historia|antigüedad|garantía|vida|evolución)|atrás|después))`, "iy"), points: 24 },
    { name: "edad n", pattern: new RegExp(`edad(?: ?(?:es|de|:|=)){0,2} {0,3}${AGE}(?: años)?(?![\\d%,.-]\\d|\\d| ?(?:meses|días|semanas|horas|%))`, "iy"), points: 24 },
    { name: "noventa y n", pattern: /noventa(?: y (?:un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))? años/iy, points: 18 },
    { name: "nonagenario", pattern: /(?:nonagenari[oa]|centenaria)/iy, points: 8 },
  ],
  cues: { words: ["paciente", "mujer", "varón", "hombre", "señora", "señor", "anciana", "anciano", "abuela", "abuelo", "madre", "padre"], before: 30, after: 20, points: 8 },
  negativeCues: { words: ["empresa", "hace", "durante", "edificio", "garantía", "contrato", "tradición"], before: 25, after: 20, points: -24 },
  weight: 50,
});
