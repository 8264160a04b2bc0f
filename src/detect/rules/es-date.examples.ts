import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "cita el 14 de marzo", value: "14 de marzo" },
    { text: "operada en enero del año 2001", value: "enero del año 2001" },
    { text: "alta en diciembre de 2012", value: "diciembre de 2012" },
    { text: "ingreso 3-ene-2019", value: "3-ene-2019" },
  ],
  misses: [
    { text: "el mes de marzo", why: "a month alone" },
    { text: "14 de cada 100", why: "a rate" },
  ],
};
