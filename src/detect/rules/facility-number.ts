/** Numbers of places of care: CLIA of a laboratory (42 CFR 493), NCPDP of a pharmacy, CMS certification number. Public, and no patient's. */
import { defineRule } from "../rule.ts";

export const facilityNumber = defineRule({
  id: "facility-number",
  part: "K",
  title: { en: "Number of a laboratory, pharmacy or facility", es: "Número de laboratorio, farmacia o centro" },
  gates: [{ kind: "mixed", lengths: [10] }, { kind: "words", words: ["clia", "ncpdp", "nabp", "ccn"] }],
  shapes: [
    { name: "facility-cued", pattern: /(?:clia|ncpdp|nabp|ccn)(?: ?(?:id|no\.?|num(?:ber)?|[:#=])){0,3} {0,2}(\d{2}D\d{7}|\d{6,7})(?![\w-])/iy, points: 28 },
    { name: "clia", pattern: /(?<![\w-])\d{2}D\d{7}(?![\w-])/y, points: -4 },
  ],
  cues: { words: ["clia"], before: 30, after: 15, points: 20 },
  weight: 3,
  role: "provider",
});
