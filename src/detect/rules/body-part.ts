/** Parts of the body, from the lexicon. */
import { defineRule } from "../rule.ts";

export const bodyPart = defineRule({
  id: "body-part",
  part: "health",
  title: { en: "Part of the body", es: "Parte del cuerpo" },
  gates: [{ kind: "term", classes: ["anatomy"] }],
  weight: 20,
});
