/** National Drug Code (21 CFR 207.33): 4-4-2, 5-3-2, 5-4-1 or 5-4-2. */
import { defineRule } from "../rule.ts";

export const ndc = defineRule({
  id: "ndc",
  part: "health",
  title: { en: "Drug code (NDC)", es: "Código de medicamento (NDC)" },
  gates: [{ kind: "digits", lengths: [4, 5] }, { kind: "words", words: ["ndc"] }],
  shapes: [
    { name: "ndc-undashed", pattern: /ndc(?: ?(?:code|no\.?|num(?:ber)?|[:#])){0,2} {0,2}(\d{10,11})(?!\d)/iy, points: 25 },
    { name: "ndc-10", pattern: /(?<![\d-])(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d)(?![\d-])/y, points: 0 },
    { name: "ndc-11", pattern: /(?<![\d-])\d{5}-\d{4}-\d{2}(?![\d-])/y, points: 5 },
  ],
  cues: { words: ["ndc"], before: 20, after: 0, points: 20 },
  weight: 60,
});
