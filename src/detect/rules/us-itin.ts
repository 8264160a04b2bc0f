/** Individual taxpayer identification number (IRS): looks like an SSN that begins with 9. */
import { itinRanges } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const usItin = defineRule({
  id: "us-itin",
  part: "G",
  title: { en: "Individual taxpayer number (ITIN)", es: "Número de contribuyente (ITIN)" },
  gates: [{ kind: "words", words: ["itin"] }, { kind: "digits", lengths: [3, 5] }],
  shapes: [
    { name: "itin-cued", pattern: /itin(?: ?(?:is|no\.?|number|#|:)){0,2} {0,2}(9\d{2}[- ]?\d{2}[- ]?\d{4})(?![\d-])/iy, points: 25 },
    { name: "9dd-dd-dddd", pattern: /(?<![\d-])9\d{2}-\d{2}-\d{4}(?![\d-])/y, points: -8 },
    { name: "9dd dd dddd", pattern: /(?<![\d-])(?<!\d[ .,])9\d{2} \d{2} \d{4}(?![\d-]| \d)/y, points: -16 },
    { name: "9dd-dddddd", pattern: /(?<![\d-])9\d{2}-\d{6}(?![\d-])/y, points: -12 },
    // Written like a ZIP+4 code, so that only the word tells.
    { name: "9dddd-dddd", pattern: /(?<![\d-])9\d{4}-\d{4}(?![\d-])/y, points: -18 },
  ],
  checks: [{ name: "groups in use", kind: "list", test: (value) => itinRanges(value) && !/987-?65-?432/.test(value), points: 0, required: true }],
  cues: { words: ["itin", "taxpayer", "tax id"], before: 40, after: 20, points: 25 },
  weight: 80,
});
