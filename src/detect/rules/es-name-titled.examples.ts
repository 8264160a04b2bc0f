import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "La señora Quispe Mamani llamó por sus resultados del Papanicolaou.", value: "Quispe Mamani" },
    { text: "Citar a doña Pilar de los Cobos para la mamografía.", value: "Pilar de los Cobos" },
    { text: "avisar a don Blas Etxebarria", value: "Blas Etxebarria" },
  ],
  misses: [
    { text: "Señor director, le escribo por la factura.", why: "an office, not a name" },
    { text: "Don Smith joined the call.", why: "an English given name" },
    { text: "Robert Hill Sr. Vice President", why: "an English suffix" },
  ],
};
