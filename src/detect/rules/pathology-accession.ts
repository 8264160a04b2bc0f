/** Accession number of a specimen as laboratories write it: letters for the kind, two digits of the year, running number (College of American Pathologists, surgical pathology reports). */
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const pathologyAccession = defineRule({
  id: "pathology-accession",
  part: "R",
  title: { en: "Pathology accession number", es: "Número de muestra de patología" },
  gates: [{ kind: "mixed", lengths: [3, 4, 5] }, { kind: "digits", lengths: [2, 4] }],
  shapes: [
    { name: "kind-year-number", pattern: /(?<![\w/-])[A-Z]{1,3}(?:20)?\d{2}-\d{3,7}(?![\w/-])/y, points: -18 },
    { name: "year-kind-number", pattern: /(?<![\w/-])(?:20)?\d{2}-?[A-Z]{1,2}-?\d{4,7}(?![\w/-])/y, points: -20 },
  ],
  cues: { words: ["pathology", "path", "biopsy", "biopsies", "specimen", "cytology", "accession", "accession no", "surgical path", "histology", "slides", "block", "pap", "autopsy", "biopsia", "patología"], before: 50, after: 25, points: 30 },
  negativeCues: { words: [...THING_CUES, "room", "flight", "exhibit", "resolution", "ordinance", "rule"], before: 25, after: 10, points: -25 },
  weight: 55,
  role: "patient",
  care: 35,
});
