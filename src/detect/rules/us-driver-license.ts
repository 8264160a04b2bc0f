/** Driver licence number. Fifty state forms, many as short as a part number, so words must lead to it. */
import { defineRule } from "../rule.ts";

export const usDriverLicense = defineRule({
  id: "us-driver-license",
  part: "K",
  title: { en: "Driver licence number", es: "Número de licencia de conducir" },
  gates: [{ kind: "words", words: ["driver", "drivers", "dl", "dln", "driving"] }],
  shapes: [
    {
      name: "licence-cued",
      pattern: /(?:(?:driver'?s?'?|driving) lic(?:en[cs]e|\.)?(?: ?(?:no\.?|num(?:ber)?|id|#)){0,2}(?: ?(?:is|was|[:=#-])){0,2} {0,3}|dln?(?: ?(?:no\.?|num(?:ber)?|#|:)){1,2} {0,3})(\d{2} \d{3} \d{3}|[A-Z]{0,2}\d[\dA-Z-]{3,18}(?<!-))(?![\d/])/iy,
      points: 24,
    },
  ],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  weight: 55,
});
