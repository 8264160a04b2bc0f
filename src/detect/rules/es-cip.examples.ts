import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "CIP: XXXX0000000000", value: "XXXX0000000000" },
    { text: "Tarjeta sanitaria nº 0000000000", value: "0000000000" },
    { text: "CIPA: 0000000000", value: "0000000000" },
  ],
  misses: [
    { text: "El CIP del paciente no consta.", why: "no number" },
    { text: "Use SIP trunk 5060", why: "a port, and a word between" },
  ],
};
