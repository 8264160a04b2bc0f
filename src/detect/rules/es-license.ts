/** Number of a Spanish college of physicians (colegiado) or a Mexican cédula profesional: public, and a provider's. */
import { defineRule } from "../rule.ts";

export const esLicense = defineRule({
  id: "es-license",
  part: "K",
  title: { en: "Licence number of a Spanish or Mexican clinician", es: "Número de colegiado o cédula profesional" },
  gates: [{ kind: "words", words: ["nºcol", "ncol", "nocol", "n", "nº", "núm", "número", "col", "coleg", "colegiado", "colegiada", "cédula", "céd"] }],
  shapes: [{
    name: "licence-cued",
    pattern: /(?:(?:n[ºo°]?\.? ?|n[uú]m(?:ero)?\.? )(?:de )?)?(?:col(?:eg(?:iad[oa])?)?|c[eé]d(?:ula)?)\.?(?: prof(?:esional)?\.?)?(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|es|[:=#])){0,3} {0,3}(\d{2}[ /-]\d{2}(?:[ /-]?\d{3,6})?|\d{2}[ /-]?\d{3,7}|\d{4,9})(?![\d/])/iy,
    points: 26,
  }],
  weight: 5,
  role: "provider",
});
