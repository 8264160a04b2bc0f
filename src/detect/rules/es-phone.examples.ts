import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Tfno: 600 00 00 00", value: "600 00 00 00" },
    { text: "su móvil es el 600 000 000", value: "600 000 000" },
    { text: "Teléfono: 900 00 00 00.", value: "900 00 00 00" },
    { text: "celular 55 0000 0000", value: "55 0000 0000" },
  ],
  misses: [
    { text: "factura 600000000", why: "an invoice" },
    { text: "El total es 600 000 000 euros", why: "an amount" },
  ],
};
