/** Medicare Beneficiary Identifier: 11 characters, classes by position, no S L O I B Z (CMS, "Understanding the MBI"). No check digit. */
import { defineRule } from "../rule.ts";

export const usMbi = defineRule({
  id: "us-mbi",
  part: "I",
  title: { en: "Medicare number (MBI)", es: "Número de Medicare (MBI)" },
  gates: [{ kind: "mixed", lengths: [4, 11] }],
  shapes: [
    {
      name: "mbi",
      pattern: /(?<![\w-])[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])/iy,
      points: 18,
    },
  ],
  cues: { words: ["mbi", "medicare", "beneficiary", "cms", "insurance"], before: 60, after: 20, points: 12 },
  negativeCues: { words: ["sku", "part", "serial", "order", "tracking", "key", "license key"], before: 25, after: 0, points: -20 },
  testValue: (value) => (/^1EG4-?TE5-?MK7[23]$/i.test(value) ? "CMS's sample card" : undefined),
  weight: 90,
  role: "patient",
  care: 30,
});
