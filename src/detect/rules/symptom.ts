/** Symptoms, from the lexicon. */
import { defineRule } from "../rule.ts";

export const symptom = defineRule({
  id: "symptom",
  part: "health",
  title: { en: "Symptom", es: "Síntoma" },
  gates: [{ kind: "term", classes: ["symptom"] }],
  weight: 75,
});
