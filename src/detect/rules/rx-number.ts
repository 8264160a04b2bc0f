/** Number of a prescription, given out by a pharmacy (NCPDP, prescription/service reference number: up to 12 digits). Only care makes one. */
import { defineRule } from "../rule.ts";

export const rxNumber = defineRule({
  id: "rx-number",
  part: "R",
  title: { en: "Prescription number", es: "Número de receta" },
  gates: [{ kind: "words", words: ["rx", "prescription", "script", "refill", "receta"] }],
  shapes: [
    { name: "rx-number", pattern: /(?:rx|prescription|script|refill|receta)(?: ?(?:refill|no\.?|n[úu]m\.?|num(?:ber)?|n\.º|[#:=]|is)){1,3} {0,2}([A-Z]?\d{6,12}(?:-\d{2,5})?)(?![\w/-])/iy, points: 30 },
    { name: "rx-digits", pattern: /(?:rx|refill) (\d{7})(?![\w/-])/iy, points: 6 },
  ],
  negativeCues: { words: ["bin", "model", "driver", "video", "graphics", "perl", "shell"], before: 20, after: 10, points: -25 },
  weight: 60,
  role: "patient",
  care: 35,
});
