import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Medicaid pays for it.", value: "Medicaid" }],
  misses: [{ text: "The vendor pays for it.", why: "no payer of care" }],
};
