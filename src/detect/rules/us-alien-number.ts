/** Number of a non-citizen in US files (USCIS A-Number): A and seven to nine digits, behind the words for it. */
import { defineRule } from "../rule.ts";

export const usAlienNumber = defineRule({
  id: "us-alien-number",
  part: "R",
  title: { en: "Alien registration number", es: "Número de registro de extranjero" },
  gates: [{ kind: "words", words: ["alien", "uscis", "green"] }, { kind: "words", words: ["a"], capital: true }],
  shapes: [
    { name: "alien-cued", pattern: /(?:alien(?: registration)?|uscis|green card)(?: ?(?:id|no\.?|num(?:ber)?|is|[:#=])){1,3} {0,2}(A?[- ]?\d{3}[- ]?\d{3}[- ]?\d{1,3})(?![\w-])/iy, points: 28 },
    { name: "a-number", pattern: /a(?:-number|-no\.?| ?#)(?: ?(?:is|[:=])){0,2} {0,2}(A?[- ]?\d{3}[- ]?\d{3}[- ]?\d{2,3})(?![\w-])/iy, points: 16 },
  ],
  weight: 60,
});
