/**
 * Driver licence numbers that begin with the Soundex of the surname, as printed: Florida, Michigan, Maryland and Minnesota a letter and 12
 * digits, Illinois 11, Wisconsin 13; New Jersey a letter and 14 digits in groups (the states' motor vehicle agencies). Soundex digits run from 0 to 6.
 */
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const usDriverLicenseForm = defineRule({
  id: "us-driver-license-form",
  part: "K",
  title: { en: "Driver licence number by its form", es: "Número de licencia de conducir por su forma" },
  gates: [{ kind: "mixed", lengths: [4, 5, 12, 13, 14, 15] }],
  shapes: [
    { name: "florida", pattern: /(?<![\w-])[A-Z][0-6]{3}-\d{3}-\d{2}-\d{3}-\d(?![\w-])/y, points: 16 },
    { name: "illinois-wisconsin", pattern: /(?<![\w-])[A-Z][0-6]{3}-\d{4}-\d{4}(?:-\d{2})?(?![\w-])/y, points: 6 },
    { name: "michigan-maryland", pattern: /(?<![\w-])[A-Z][0-6]{3}(?:[- ]\d{3}){3}(?![\w-])/y, points: 6 },
    { name: "new-jersey", pattern: /(?<![\w-])[A-Z]\d{4}[- ]\d{5}[- ]\d{5}(?![\w-])/y, points: 8 },
    { name: "solid", pattern: /(?<![\w-])[A-Z](?:[0-6]{3}\d{8,10}|\d{14})(?![\w-])/y, points: -18 },
  ],
  cues: { words: ["driver", "drivers", "driver's", "license", "licence", "dl", "dmv", "id card", "state id", "licencia"], before: 40, after: 15, points: 26 },
  negativeCues: { words: [...THING_CUES, "serial", "member", "subscriber", "claim"], before: 25, after: 0, points: -25 },
  weight: 55,
});
