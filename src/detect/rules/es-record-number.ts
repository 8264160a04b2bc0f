/** Number of a Spanish or Mexican clinical record: NHC, "nº de historia", "expediente clínico". Words must lead to it. */
import { defineRule } from "../rule.ts";

export const esRecordNumber = defineRule({
  id: "es-record-number",
  part: "H",
  title: { en: "Clinical record number in Spanish", es: "Número de historia clínica" },
  gates: [{ kind: "words", words: ["nhc", "n", "nº", "no", "núm", "número", "historia", "historial", "hc", "h", "hª", "expediente"] }],
  shapes: [
    {
      name: "record-cued",
      pattern: /(?:n\.?h\.?c\.?|(?:n[ºo°]?\.? ?(?:de )?|n[uú]m(?:ero)?\.? (?:de )?)?(?:h\.? ?c\.?|hª\.? ?cl[ií]nica|historial?(?: cl[ií]nic[ao]| m[eé]dic[ao])?|expediente(?: cl[ií]nico| m[eé]dico)))(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|es|[:=#-])){1,3} {0,3}((?:[A-Z]{1,4}-?)?\d[\dA-Z]*(?:[ /-]\d+){0,3})(?![\w/])/iy,
      points: 30,
    },
    { name: "record-bare", pattern: /(?:nhc|historia cl[ií]nica|expediente cl[ií]nico) {1,2}((?:[A-Z]{1,4}-?)?\d[\d/-]{2,14}\d)(?![\w/])/iy, points: 28 },
    { name: "record-named", pattern: /(?:n[ºo°]\.? ?|n[uú]m(?:ero)?\.? )(?:de )?(?:historia(?: cl[ií]nica)?|hc|expediente cl[ií]nico) {1,2}((?:[A-Z]{1,4}-?)?\d[\d/-]{2,14}\d)(?![\w/])/iy, points: 28 },
  ],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  weight: 90,
  role: "patient",
  care: 45,
});
