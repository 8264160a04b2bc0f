/** Generic and brand names of medicines, from the lexicon. */
import { defineRule } from "../rule.ts";

export const drugName = defineRule({
  id: "drug-name",
  part: "health",
  title: { en: "Medicine", es: "Medicamento" },
  gates: [{ kind: "term", classes: ["drug"] }],
  weight: 100,
});
