/** ABA routing number of a bank: prefix of a Federal Reserve district and 3-7-1 check (American Bankers Association). The bank's, not a person's, so it weighs next to nothing. */
import { abaCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const abaRouting = defineRule({
  id: "aba-routing",
  part: "J",
  title: { en: "Bank routing number", es: "Número de ruta bancaria" },
  gates: [{ kind: "digits", lengths: [4, 9] }],
  shapes: [
    { name: "nine-digits", pattern: /(?<![\d.,$#-])\d{9}(?![\d-]|[.,]\d)/y, points: -32 },
    { name: "dddd-dddd-d", pattern: /(?<![\d.,$-])\d{4}[- ]\d{4}[- ]\d(?![\d-]|[.,]\d)/y, points: -32 },
  ],
  checks: [{ name: "ABA check digit", kind: "checksum", test: abaCheck, points: 6, required: true }],
  cues: { words: ["routing", "routing number", "aba", "rtn", "transit"], before: 30, after: 12, points: 60 },
  weight: 4,
});
