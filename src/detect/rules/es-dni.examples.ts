import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "DNI: 99999999-R", value: "99999999-R" },
    { text: "DNI nº 11.111.111 A", value: "11.111.111 A" },
    { text: "NIE X0000000T", value: "X0000000T" },
  ],
  misses: [
    { text: "pedido 22222222B", why: "an order number, and the letter is wrong" },
    { text: "DNI caducado", why: "no number" },
  ],
};
