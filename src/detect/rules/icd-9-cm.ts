/** Diagnosis code of ICD-9-CM, in use until 2015 and still in charts (CDC/NCHS): 001 to 999, V01 to V91, E000 to E999, with up to two decimals. Prices look the same, so words must stand near. */
import { defineRule } from "../rule.ts";

export const icd9Cm = defineRule({
  id: "icd-9-cm",
  part: "health",
  title: { en: "Diagnosis code (ICD-9-CM)", es: "Código de diagnóstico (CIE-9)" },
  gates: [{ kind: "digits", lengths: [3] }, { kind: "mixed", lengths: [3, 4] }, { kind: "words", words: ["icd", "icd9", "cie"] }],
  shapes: [
    { name: "icd-9-cued", pattern: /(?:icd|cie)-?9(?:-cm)?(?: ?(?:codes?|dx|no\.?|[:#=(])){0,3} {0,2}(\d{3}(?:\.?\d{1,2})?|V\d{2}(?:\.?\d{1,2})?|E\d{3}(?:\.?\d)?)(?![\w-]|\.\d)/iy, points: 25 },
    { name: "dotted", pattern: /(?<![\w.,$#-])(?:\d{3}\.\d{1,2}|V\d{2}\.\d{1,2}|E\d{3}\.\d)(?![\w%-]|\.\d|,\d)/y, points: -24 },
  ],
  cues: { words: ["icd", "icd9", "dx code", "dx codes", "diagnosis code", "diagnosis codes", "cie"], before: 60, after: 15, points: 40 },
  negativeCues: { words: ["mg", "ml", "mm", "temp", "usd", "price", "total", "amount"], before: 10, after: 6, points: -15 },
  weight: 60,
});
