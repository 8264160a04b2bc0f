/** Payers and payment for care, from the lexicon. */
import { defineRule } from "../rule.ts";

export const coverage = defineRule({
  id: "coverage",
  part: "health",
  title: { en: "Payment for care", es: "Pago de la atención" },
  gates: [{ kind: "term", classes: ["coverage"] }],
  weight: 40,
});
