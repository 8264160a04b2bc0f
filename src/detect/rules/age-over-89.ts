/** Ages of 90 and more: under Safe Harbor only they identify (45 CFR 164.514(b)(2)(i)(C)). */
import { defineRule } from "../rule.ts";

export const ageOver89 = defineRule({
  id: "age-over-89",
  part: "C",
  title: { en: "Age over 89", es: "Edad mayor de 89" },
  gates: [{ kind: "digits", lengths: [2, 3] }, { kind: "mixed", lengths: [3, 4, 5] }, { kind: "words", words: ["age", "aged", "nineties"] }],
  shapes: [
    { name: "n-year-old", pattern: /(?:9\d|1[01]\d)[-. ]?(?:years?|yrs?)\.?[- ]?(?:-?old|of age|young)/iy, points: 25 },
    { name: "n-yo", pattern: /(?:9\d|1[01]\d)[- ]?(?:y\/?o\b|y\.o\.?|yom\b|yof\b|años de edad|años)/iy, points: 22 },
    { name: "age-n", pattern: /aged?(?: ?(?:is|of|:|=)){0,2} {0,2}(?:9\d|1[01]\d)(?![\d%-]|[.,]\d|\s?(?:day|week|month|hour))(?: ?(?:years?|yrs?|y\/?o)(?![a-z]))?/iy, points: 20 },
    { name: "nineties", pattern: /nineties/iy, points: -10 },
  ],
  cues: { words: ["in her", "in his", "patient", "mom", "dad"], before: 30, after: 20, points: 8 },
  negativeCues: { words: ["father", "mother", "brother", "sister", "grandmother", "grandfather", "died at", "warranty", "experience", "company", "building", "tradition", "history of the", "the nineties"], before: 30, after: 30, points: -20 },
  weight: 50,
});
