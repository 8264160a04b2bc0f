/** Operations, imaging and other procedures, from the lexicon. */
import { defineRule } from "../rule.ts";

export const procedure = defineRule({
  id: "procedure",
  part: "health",
  title: { en: "Procedure", es: "Procedimiento" },
  gates: [{ kind: "term", classes: ["procedure"] }],
  weight: 90,
});
