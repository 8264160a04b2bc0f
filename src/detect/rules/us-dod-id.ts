/** Number of a person with the US forces: DoD ID (EDIPI) of 10 digits, benefits number (DBN) of 11, as on ID and TRICARE cards (DoDI 1000.30). Words must lead to it. */
import { defineRule } from "../rule.ts";

export const usDodId = defineRule({
  id: "us-dod-id",
  part: "R",
  title: { en: "Military identity or benefits number", es: "Número de identidad o prestaciones militares" },
  gates: [{ kind: "words", words: ["dod", "edipi", "dbn", "edi"] }],
  shapes: [{ name: "dod-cued", pattern: /(?:edipi|edi-pi|dod(?: benefits| id|id)|dbn)(?: ?(?:id|no\.?|num(?:ber)?|is|[:#=])){0,3} {0,2}(\d{10}|\d{9}-?\d{2})(?![\w-])/iy, points: 28 }],
  weight: 75,
});
