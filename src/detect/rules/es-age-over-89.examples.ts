import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Mujer de 92 años con disnea", value: "92 años" },
    { text: "Edad: 101 años", value: "Edad: 101 años" },
    { text: "su madre, de noventa y tres años", value: "noventa y tres años" },
  ],
  misses: [
    { text: "Mujer de 72 años con disnea", why: "under 90" },
    { text: "una empresa de 95 años de historia", why: "a firm" },
  ],
};
