/**
 * Medicaid number. Each state has its own form: New York two letters, five digits, a letter (CIN); California nine characters and a
 * check digit, or fourteen on the card; Arizona `A` and eight digits; Washington nine digits and `WA`; North Carolina nine digits and a
 * letter; others 8 to 13 digits. From the member cards and provider manuals of the states' Medicaid agencies. Words must lead to all of them.
 */
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

const PROGRAMMES = "medicaid|medi-?cal|masshealth|ahcccs|tenncare|badgercare|forwardhealth|soonercare|mainecare|peachcare|husky(?: health)?|apple health|providerone|mo ?healthnet|healthy connections|denalicare|oregon health plan";
const FORM = "[A-Z]{2}\\d{5}[A-Z]|9\\d{7}[A-Z](?:\\d{5}|\\d)?|A\\d{8}|\\d{9}WA|\\d{9}[A-Z]|\\d{8,13}";

export const usMedicaidId = defineRule({
  id: "us-medicaid-id",
  part: "I",
  title: { en: "Medicaid number", es: "Número de Medicaid" },
  gates: [
    {
      kind: "words",
      words: ["medicaid", "medi", "medical", "masshealth", "ahcccs", "tenncare", "badgercare", "forwardhealth", "soonercare", "mainecare", "peachcare", "husky", "apple", "providerone", "mo", "mohealthnet", "healthy", "denalicare", "oregon", "cin", "rid", "rin"],
    },
    { kind: "mixed", lengths: [8, 9, 10, 11, 14] },
  ],
  shapes: [
    {
      name: "programme-number",
      pattern: new RegExp(`(?:${PROGRAMMES})(?: (?:recipient|member|beneficiary|client|card|benefits))?(?: ?(?:id|cin|rin|rid|no\\.?|num(?:ber)?|#)){0,3}(?: ?(?:is|[:=#-])){0,2} {0,2}(${FORM})(?![\\w/-])`, "iy"),
      points: 24,
    },
    { name: "cin", pattern: /(?:cin|rin|rid)(?: ?(?:no\.?|num(?:ber)?|#|:|is)){1,2} {0,2}([A-Z]{2}\d{5}[A-Z]|9\d{7}[A-Z]\d?|\d{9,12})(?![\w/-])/iy, points: 8 },
    { name: "state-form", pattern: /(?<![\w-])(?:[A-Z]{2}\d{5}[A-Z]|9\d{7}[A-Z](?:\d{5}|\d)?|A\d{8}|\d{9}WA)(?![\w-])/y, points: -24 },
  ],
  cues: { words: ["medicaid", "medi cal", "masshealth", "ahcccs", "cin", "client identification", "recipient", "apple health", "providerone", "bic", "benefits card"], before: 40, after: 15, points: 32 },
  negativeCues: { words: [...THING_CUES, "serial", "plate", "flight"], before: 25, after: 0, points: -34 },
  weight: 85,
  role: "patient",
  care: 25,
});
