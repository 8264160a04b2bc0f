/** A name, or the number of a record, that only the whole passage round it ties to a patient: see `tagger/`. */
import { defineRule } from "../rule.ts";

export const nameInPassage = defineRule({
  id: "name-in-passage",
  part: "A",
  title: { en: "Name in a passage about someone's care", es: "Nombre en un pasaje sobre la atención de alguien" },
  gates: [{ kind: "passage" }],
  weight: 75,
});
