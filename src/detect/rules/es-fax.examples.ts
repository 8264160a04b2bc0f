import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Fax: 900 000 000", value: "900 000 000" }, { text: "enviar por fax al 900 00 00 00", value: "900 00 00 00" }],
  misses: [{ text: "el fax no funciona desde 2019", why: "no number" }],
};
