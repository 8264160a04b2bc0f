/** Medical record number. No shape of its own: only words, a table head or a message field tell. */
import { defineRule, span } from "../rule.ts";

export const mrn = defineRule({
  id: "mrn",
  part: "H",
  title: { en: "Medical record number", es: "Número de historia clínica" },
  gates: [
    { kind: "words", words: ["mrn", "mr", "m", "medical", "med", "hospital", "chart", "patient", "pt", "unit", "enterprise", "epic", "record", "emrn", "emr", "ehr", "medrec", "nhc", "historia"] },
    { kind: "digits", lengths: span(2, 12) },
    { kind: "mixed", lengths: span(4, 14) },
  ],
  shapes: [
    {
      // A line that ends in the middle of the number; the rest stands alone on the next.
      name: "mrn-broken",
      pattern: /(?:e?mrn|mr ?#|mr no\.?|nhc)(?: ?(?:is|was|no\.?|num(?:ber)?|id|[#:=-])){0,3}[ \t]{0,4}(\d{2,5}\r?\n(?:[ \t]{0,3}>){0,4}[ \t]{0,3}\d{2,7})(?=[ \t]{0,3}(?:[,;.)\r\n]|$))/iy,
      points: 26,
    },
    {
      name: "mrn-cued",
      pattern: /(?:e?mrn|emr(?= ?[:#])|ehr(?= ?[:#])|medrec|mr ?#|mr no\.?|m\.r\.n\.?|nhc|historia cl[ií]nica)(?: ?(?:is|was|no\.?|num(?:ber)?|id|[#:=-])){0,3}[ \t]{0,4}\n?((?:[A-Z]{1,5}-?)?\d[\dA-Z-]{2,14}(?<!-))/iy,
      points: 30,
    },
    {
      name: "record-number",
      pattern: /(?:(?:medical|med\.?|hospital|patient|pt\.?|unit|enterprise|epic|chart)\s{1,2})?(?:record|rec|chart|unit|patient|pt\.?|medical)\s?(?:(?:no\.?|num(?:ber)?|id(?:entifier)?|#)(?: ?(?:is|was|[:=#-])){0,2}|:)\s{0,3}((?:[A-Z]{1,5}-?)?\d[\dA-Z-]{2,14}(?<!-))(?![\d/])/iy,
      points: 25,
    },
    { name: "spoken", pattern: /(?:mrn|medical record(?: number)?|chart number)(?: is|:|,){0,2} ((?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,2}){3,12}(?:oh|zero|one|two|three|four|five|six|seven|eight|nine))(?![a-z])/iy, points: 22 },
    { name: "chart-line", behind: " ", pattern: /(?<=[A-Za-z]\.? \/ )(?:[A-Z]{1,3}-?)?\d[\d-]{4,10}(?= \/ [A-Za-z])/y, points: 8 },
    { name: "hl7-mr", pattern: /(?<=[|~])[A-Z]{0,4}\d[\d-]{3,14}(?=\^{3}[^|^\n]{0,20}\^(?:MR|PI)\b)/y, points: 30 },
  ],
  checks: [{ name: "at least three digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 3 || /[a-z][ ,-][a-z]/i.test(value), points: 0, required: true }],
  negativeCues: { words: ["sample", "format"], before: 15, after: 0, points: -20 },
  weight: 90,
  role: "patient",
  care: 45,
});
