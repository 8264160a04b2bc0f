/** CPT and HCPCS codes, behind the words for them, by shape alone. */
import { defineRule } from "../rule.ts";

export const procedureCode = defineRule({
  id: "procedure-code",
  part: "health",
  title: { en: "Procedure code", es: "Código de procedimiento" },
  gates: [{ kind: "words", words: ["cpt", "hcpcs", "procedure", "billed"] }],
  shapes: [{ name: "cpt", pattern: /(?:cpt|hcpcs|procedure code)s?(?: ?(?:code|no\.?|#|:)){0,2} {0,2}(\d{4}[\dFTU]|[A-V]\d{4})(?:-\d{2})?\b/iy, points: 20 }],
  weight: 45,
});
