import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "CURP: XEXX010101HNEXXXA4", value: "XEXX010101HNEXXXA4" },
    { text: "la clave XAXX000101HDFXXX00 del paciente", value: "XAXX000101HDFXXX00" },
  ],
  misses: [
    { text: "XEXX011301HNEXXXA4", why: "there is no month 13" },
    { text: "CURP pendiente", why: "no key" },
  ],
};
