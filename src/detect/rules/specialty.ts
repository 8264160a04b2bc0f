/** Specialties and places of care, from the lexicon. */
import { defineRule } from "../rule.ts";

export const specialty = defineRule({
  id: "specialty",
  part: "health",
  title: { en: "Medical specialty", es: "Especialidad médica" },
  gates: [{ kind: "term", classes: ["specialty"] }],
  weight: 30,
});
