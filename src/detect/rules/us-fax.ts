/** Fax number: a telephone number that the words call one. */
import { defineRule } from "../rule.ts";

export const usFax = defineRule({
  id: "us-fax",
  part: "E",
  title: { en: "Fax number", es: "Número de fax" },
  gates: [{ kind: "words", words: ["fax", "faxed", "facsimile"] }],
  shapes: [
    { name: "fax-cued", pattern: /(?:fax(?:ed)?|facsimile)(?: (?:records|results|it|them|the form))?(?: ?(?:is|no\.?|number|#|:|to|at)){0,3} {0,3}((?:\+?1[-. ]?)?\(?[2-9]\d{2}\)?[-. ]{0,3}\d{3}[-. ]?\d{4})(?![\d-])/iy, points: 28 },
    { name: "fax-abroad", pattern: /(?:fax(?:ed)?|facsimile)(?: (?:records|results|it|them|the form))?(?: ?(?:is|no\.?|number|#|:|to|at)){0,3}\s{0,6}(\+[2-9]\d{0,2}(?: ?\(\d{1,4}\))?(?:[-. ]?\d){6,12})(?![\d-])/iy, points: 28 },
  ],
  weight: 40,
});
