/** Values of electrolytes and other tests that go by a symbol or two letters: "K 2.4", "Na 118", "Cr 3.9", "EF 25". The symbol alone means other things. */
import { defineRule } from "../rule.ts";

const BETWEEN = "(?: ?(?:is|was|of|[=:><~]|up to|down to)){0,2} ?";

export const labValue = defineRule({
  id: "lab-value",
  part: "health",
  title: { en: "Laboratory value by its symbol", es: "Valor de laboratorio por su símbolo" },
  gates: [{ kind: "words", words: ["k", "na", "mg", "ca", "cr", "hb", "cl", "phos", "ef", "bs", "bg", "alb", "lac", "fs", "glu", "t"] }],
  shapes: [
    { name: "electrolyte", pattern: new RegExp(`(?:K\\+?|Mg\\+?|Cr|Phos|Lac|Alb)${BETWEEN}\\d{1,2}\\.\\d{1,2}(?![\\d.%])`, "y"), points: 10 },
    { name: "electrolyte, large", pattern: new RegExp(`(?:Na\\+?|Cl)${BETWEEN}1[0-7]\\d(?![\\d.,/%-])`, "y"), points: 10 },
    { name: "calcium or hemoglobin", pattern: new RegExp(`(?:Ca\\+{0,2}|Hb)${BETWEEN}\\d{1,2}\\.\\d(?![\\d.%])`, "y"), points: 10 },
    { name: "ejection fraction", pattern: new RegExp(`EF${BETWEEN}[1-7]\\d(?:-[1-7]\\d)?%?(?![\\d/.])`, "y"), points: 10 },
    { name: "sugar", pattern: new RegExp(`(?:BS|BG|FS|Glu)${BETWEEN}\\d{2,3}(?![\\d/.,%-])`, "y"), points: 10 },
    { name: "temperature", pattern: /T (?:of )?(?:3[5-9]|4[01])\.\d(?!\d)/y, points: 10 },
  ],
  weight: 60,
});
