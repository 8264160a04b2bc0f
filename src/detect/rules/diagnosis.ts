/** Diagnoses and their lay words and abbreviations, from the lexicon. */
import { defineRule } from "../rule.ts";

export const diagnosis = defineRule({
  id: "diagnosis",
  part: "health",
  title: { en: "Diagnosis", es: "Diagnóstico" },
  gates: [{ kind: "term", classes: ["diagnosis"] }],
  weight: 100,
});
