/** Telephone number of the North American plan (NANPA): area and exchange begin with 2 to 9. */
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const PHONE_CUES = [
  "phone", "ph", "tel", "telephone", "cell", "mobile", "call", "contact", "reach", "reached", "home", "text", "number", "callback", "call back", "voicemail", "teléfono", "celular", "móvil", "at",
];

export const usPhone = defineRule({
  id: "us-phone",
  part: "D",
  title: { en: "Telephone number", es: "Número de teléfono" },
  gates: [{ kind: "digits", lengths: [1, 3, 4, 6, 7, 10, 11] }],
  shapes: [
    { name: "(ddd) ddd-dddd", pattern: /(?<=[([] ?)[2-9]\d{2} ?[)\]] ?-? ?\d{3}[-. ]{0,3}\d{4}(?!\d)/y, points: 12 },
    { name: "+1 ddd ddd dddd", behind: "+", pattern: /1(?![01])[-. ]?\(?[1-9]\d{2}\)?[-. ]{0,3}\d{3}[-. ]?\d{4}(?![\d-]|[.,]\d)/y, points: 14 },
    { name: "1-ddd-ddd-dddd", pattern: /(?<![\d.-])1[-. ]\(?[1-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/y, points: 14 },
    { name: "001 ddd ddd dddd", pattern: /(?<![\d.-])001[-. ][2-9]\d{2}[-. ]\d{3}[-. ]\d{4}(?![\d-])/y, points: 8 },
    { name: "ddd-ddd-dddd", pattern: /(?<![\d./-])(?<!\d )[1-9]\d{2}(?:[-. ]{1,3}|\/)\d{3}(?:[-. ]| - )\d{4}(?![\d-])/y, points: 8 },
    { name: "ddd-ddddddd", pattern: /(?<![\d.-])(?<!\d )[2-9]\d{2}[-. ][2-9]\d{6}(?![\d-]|[.,]\d)/y, points: -14 },
    { name: "dddddd-dddd", pattern: /(?<![\d.-])(?<!\d )[2-9]\d{2}[2-9]\d{2}[-. ]\d{4}(?![\d-]|[.,]\d)/y, points: -14 },
    // Without its area code a number is one only behind the words.
    { name: "ddd-dddd", pattern: /(?<![\d.,$#/-])(?<!\d )[2-9]\d{2}-\d{4}(?![\w-]|[.,]\d)/y, points: -28 },
    { name: "line-of-digits", pattern: /(?<![^\n])1?[2-9]\d{2}[2-9]\d{6}(?![^\n\r ])/y, points: 4 },
    { name: "ten-digits", pattern: /(?<![\d.,$#-])1?[2-9]\d{2}[2-9]\d{6}(?![\d-]|[.,]\d)/y, points: -20 },
  ],
  cues: { words: PHONE_CUES, before: 25, after: 0, points: 18 },
  negativeCues: { words: [...THING_CUES, "npi", "mrn", "acct", "account", "claim", "case", "enrollment", "fax"], before: 22, after: 0, points: -24 },
  weight: 40,
});
