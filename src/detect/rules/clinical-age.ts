/** Age and sex as clinicians write them. Under 90 no identifier, but a sign that someone's care is meant. */
import { defineRule } from "../rule.ts";

export const clinicalAge = defineRule({
  id: "clinical-age",
  part: "health",
  title: { en: "Age in clinical style", es: "Edad en estilo clínico" },
  gates: [{ kind: "digits", lengths: [1, 2] }, { kind: "mixed", lengths: [3, 4, 5] }],
  shapes: [
    { name: "yo", pattern: /(?<![\d.$-])[1-9]?\d[- ]?(?:y\/?o|y\.o\.|yom|yof)(?![A-Z])/iy, points: 12 },
    { name: "year-old sex", pattern: /(?<![\d.$-])[1-9]?\d[- ]years?[- ]old (?:(?:white|black|african|hispanic|asian|caucasian|american|right|left|handed|pregnant|obese) ){0,3}(?:male|female|man|woman|boy|girl|patient|gentleman|lady)(?![a-z])/iy, points: 10 },
    { name: "gestation", pattern: /(?<![\d.$-])[1-4]?\d weeks?(?= (?:pregnant|gestation|along|iup)|, )/iy, points: 2 },
  ],
  weight: 25,
});
