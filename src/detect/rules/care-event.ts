/** Admission, discharge, referral, refill and other events of care, from the lexicon. */
import { defineRule } from "../rule.ts";

export const careEvent = defineRule({
  id: "care-event",
  part: "health",
  title: { en: "Event of care", es: "Acto asistencial" },
  gates: [{ kind: "term", classes: ["care"] }],
  weight: 50,
});
