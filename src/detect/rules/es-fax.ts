/** Fax number of nine digits, as in Spain, behind the word. */
import { defineRule } from "../rule.ts";

export const esFax = defineRule({
  id: "es-fax",
  part: "E",
  title: { en: "Fax number of Spain", es: "Fax de España" },
  gates: [{ kind: "words", words: ["fax", "telefax"] }],
  shapes: [{ name: "fax-cued", pattern: /(?:tele)?fax\.?(?: ?(?:n[ºo°]\.?|es|al|[:=])){0,2} {0,3}((?:\+?34[ .-]?)?[89]\d{1,2}[ .-]?\d{2,3}[ .-]?\d{2,3}(?:[ .-]?\d{2,3})?)(?![\d-])/iy, points: 26 }],
  checks: [{ name: "nine digits", kind: "list", test: (value) => /^(?:34)?\d{9}$/.test(value.replace(/\D/g, "")), points: 0, required: true }],
  weight: 40,
});
