import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "CP: 28000.", value: "28000" },
    { text: "Calle Inventada, 1, 41000 Sevilla", value: "41000 Sevilla" },
  ],
  misses: [
    { text: "28000 unidades", why: "a count" },
    { text: "99000 Madrid", why: "there is no province 99" },
  ],
};
