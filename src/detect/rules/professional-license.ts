/** Licence, certificate and passport numbers of people, behind the words for them. */
import { defineRule } from "../rule.ts";

export const professionalLicense = defineRule({
  id: "professional-license",
  part: "K",
  title: { en: "Licence or passport number", es: "Número de licencia o pasaporte" },
  gates: [{ kind: "words", words: ["license", "licence", "lic", "passport", "certificate", "pasaporte", "visa", "medical", "nursing"] }],
  shapes: [
    { name: "passport", pattern: /(?:passport|pasaporte)(?: ?(?:no\.?|num(?:ber)?|#)){0,2}(?: ?(?:is|[:=#])){0,2} {0,3}([A-Z]?\d{8,9})(?![\dA-Z])/iy, points: 20 },
    { name: "licence-number", pattern: /(?:licen[cs]e|lic|certificate)\.? ?(?:no\.?|num(?:ber)?|#)(?: ?(?:is|[:=#])){0,2} {0,3}([A-Z]{0,4}-?\d[\dA-Z-]{3,14}(?<!-))(?![\d/])/iy, points: 12 },
    { name: "licence-field", pattern: /(?:licen[cs]e|certificate)["']? ?[:=] ?["']?((?:[A-Z]{2}-){0,2}[A-Z]{0,4}\d[\dA-Z-]{3,14}(?<!-))(?![\w/])/iy, points: 6 },
  ],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  negativeCues: { words: ["software", "driver", "drivers", "driver's", "product", "activation", "server"], before: 25, after: 0, points: -40 },
  weight: 40,
});
