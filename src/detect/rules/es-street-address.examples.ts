import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Domicilio: Calle de los Olivos, 00, 3 B.\nCP: 00000.", value: "Calle de los Olivos, 00, 3 B" },
    { text: "vive en C/ Virgen del Mar 12, 2º izq", value: "C/ Virgen del Mar 12, 2º izq" },
    { text: "Avda. de la Constitución, s/n", value: "Avda. de la Constitución, s/n" },
    { text: "Paseo Imaginario nº 4, bajo", value: "Paseo Imaginario nº 4, bajo" },
  ],
  misses: [
    { text: "La calle estaba cortada.", why: "no name and number" },
    { text: "See plaza level 2", why: "no Spanish name" },
    { text: "Dirección: consultas@example.org", why: "a mail address" },
  ],
};
