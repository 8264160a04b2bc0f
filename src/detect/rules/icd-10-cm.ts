/** ICD-10-CM code: category of the list (CMS/NCHS), then up to four characters. Undotted only behind words for a diagnosis. */
import { isIcdCategory } from "../lexicon/index.ts";
import { defineRule } from "../rule.ts";

export const icd10Cm = defineRule({
  id: "icd-10-cm",
  part: "health",
  title: { en: "Diagnosis code (ICD-10-CM)", es: "Código de diagnóstico (CIE-10)" },
  gates: [{ kind: "mixed", lengths: [3, 4, 5, 6, 7] }],
  shapes: [
    { name: "dotted", pattern: /(?<![\w.-])[A-TV-Z]\d[\dAB]\.[A-Z\d]{1,4}(?![\w-]|\.\w)/y, points: 20 },
    { name: "undotted", pattern: /(?<![\w.-])[A-TV-Z]\d[\dAB][A-Z\d]{0,4}(?![\w-]|\.\w)/y, points: -22 },
  ],
  checks: [{ name: "ICD-10-CM category", kind: "list", test: (value) => isIcdCategory(value.slice(0, 3)) && /^...\.?[\dA-Z]{0,4}$/.test(value), points: 0, required: true }],
  cues: { words: ["icd", "icd 10", "icd10", "dx", "dxs", "diagnosis", "diagnoses", "diagnosed", "dx code", "diagnosis code", "primary", "coded", "abk", "abf"], before: 40, after: 15, points: 30 },
  weight: 100,
});
