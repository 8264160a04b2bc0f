import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Nombre: Maricarmen.\nApellidos: De la Torre Quirós.\nNHC: 000000.", value: "De la Torre Quirós" },
    { text: "Nombre y apellidos: Ibai Etxeberria Ponce de León", value: "Ibai Etxeberria Ponce de León" },
    { text: "Pcte. Remedios Vilches, acude hoy a consulta.", value: "Remedios Vilches" },
    { text: "Mi hijo Mateo tiene fiebre.", value: "Mateo" },
    { text: "Paciente: VARGAS SOLÍS, ROCÍO", value: "VARGAS SOLÍS, ROCÍO" },
  ],
  misses: [
    { text: "Nombre del producto: Gel Azul", why: "the name of a thing" },
    { text: "El paciente Hoy no acudió", why: "an everyday word" },
    { text: "Su Majestad vino a Madrid", why: "no relative" },
  ],
};
