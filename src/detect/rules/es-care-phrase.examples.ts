import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "dio positivo en covid", value: "dio positivo en" },
    { text: "se le operaron las dos rodillas", value: "se le operaron" },
    { text: "citada para colonoscopia", value: "citada para" },
  ],
  misses: [
    { text: "los resultados del trimestre son positivos", why: "business" },
    { text: "se le enviaron las facturas", why: "business" },
    { text: "pendiente de firma", why: "business" },
  ],
};
