/**
 * Health card numbers of Spain: the personal code of the health card (CIP, CIPA, CITE, SIP, TSI) that each health service gives out, and
 * the code of the whole system (four letters and twelve digits and the like, Real Decreto 183/2004). Words must lead to all but the Catalan form.
 */
import { defineRule, span } from "../rule.ts";

export const esCip = defineRule({
  id: "es-cip",
  part: "I",
  title: { en: "Spanish health card number", es: "Número de tarjeta sanitaria (CIP)" },
  gates: [{ kind: "words", words: ["cip", "cipa", "tsi", "cite", "sip", "tarjeta", "código"] }, { kind: "mixed", lengths: span(14, 16) }],
  shapes: [
    {
      name: "card-cued",
      pattern: /(?:cipa?|tsi|c\.i\.p\.a?|sip|cite|tarjeta sanitaria(?: individual)?|c[oó]digo de identificaci[oó]n personal)\.?(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|es|[:=#])){0,3} {0,3}((?:nhc-)?(?:[A-Z]{2,4} ?)?\d[\d -]{4,16}\d)(?![\w/])/iy,
      points: 26,
    },
    { name: "catalan-card", pattern: /\b[A-Z]{4}[01]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}\b/y, points: 0 },
  ],
  cues: { words: ["paciente", "tarjeta", "catsalut", "asegurado", "asegurada", "cip"], before: 40, after: 15, points: 10 },
  weight: 80,
  role: "patient",
  care: 25,
});
