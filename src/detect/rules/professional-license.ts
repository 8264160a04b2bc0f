/** Licence, certificate and passport numbers of people, behind the words for them. */
import { defineRule } from "../rule.ts";

export const professionalLicense = defineRule({
  id: "professional-license",
  part: "K",
  title: { en: "Licence or passport number", es: "Número de licencia o pasaporte" },
  gates: [{ kind: "words", words: ["license", "licence", "lic", "passport", "travel", "certificate", "pasaporte", "visa", "medical", "nursing"] }, { kind: "mixed", lengths: [9] }],
  shapes: [
    { name: "passport", pattern: /(?:passport|pasaporte|travel document)(?: ?(?:no\.?|num(?:ber)?|#)){0,2}(?: ?(?:is|[:=#])){0,2} {0,3}([A-Z]?\d{8,9})(?![\dA-Z])/iy, points: 20 },
    { name: "licence-number", pattern: /(?:licen[cs]e|lic|certificate)\.? ?(?:no\.?|num(?:ber)?|#)(?: ?(?:is|[:=#])){0,2} {0,3}([A-Z]{0,4}-?\d[\dA-Z-]{3,14}(?<!-))(?![\d/])/iy, points: 12 },
    { name: "letter-and-eight-digits", pattern: /(?<![\w-])[A-Z]\d{8}(?![\w-])/y, points: -34 },
    { name: "licence-field", pattern: /(?:licen[cs]e|certificate)["']? ?[:=] ?["']?((?:[A-Z]{2}-){0,2}[A-Z]{0,4}\d[\dA-Z-]{3,14}(?<!-))(?![\w/])/iy, points: 6 },
  ],
  // A letter and eight digits: passports of the United States since 2021 (Department of State).
  cues: { words: ["passport", "travel document", "pasaporte"], before: 40, after: 30, points: 40 },
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  negativeCues: { words: ["software", "driver", "drivers", "driver's", "product", "activation", "server"], before: 25, after: 0, points: -40 },
  weight: 40,
});
