/** Any other unique number or code: study subject, accession, specimen, case, site, prescription. */
import { defineRule } from "../rule.ts";

export const otherId = defineRule({
  id: "other-id",
  part: "R",
  title: { en: "Other unique number", es: "Otro número único" },
  gates: [{ kind: "words", words: ["study", "subject", "accession", "acc", "specimen", "case", "enrollment", "enrolment", "participant", "id", "sample", "order", "rx", "prescription", "expediente", "muestra", "episodio"] }],
  shapes: [
    {
      name: "id-cued",
      pattern: /(?:study|subject|acc(?:ession)?\.?|specimen|case|enroll?ment|participant|sample|rx|prescription|expediente|muestra|episodio|clinic enroll?ment)(?: ?(?:id|no\.?|num(?:ber)?|#)){1,2}(?: ?(?:is|[:=#-])){0,2} {0,3}((?:[A-Z]{1,5}-?)?\d[\dA-Z-]{3,17}(?<!-))(?![\d/])/iy,
      points: 14,
    },
    { name: "study-subject", pattern: /(?:study )?(?:subject|participant) (\d{2,5}-\d{2,6}(?:-\d{2,6})?)(?![\d/])/iy, points: 10 },
    { name: "case-number", pattern: /(?:case|accession|specimen) {1,2}((?:[A-Z]{1,4}-?)?\d[\d-]{4,14}\d)(?![\d/])/iy, points: 4 },
    { name: "plain-id", pattern: /id(?: ?(?:no\.?|num(?:ber)?|#|:|is)){1,2} {0,3}((?:[A-Z]{1,5}-?)?\d[\dA-Z-]{4,14}(?<!-))(?![\d/])/iy, points: 0 },
  ],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  cues: { words: ["patient", "clinic", "hospital", "pathology", "lab", "trial", "hiv", "specimen"], before: 50, after: 30, points: 8 },
  negativeCues: { words: ["support", "ticket", "bug", "meeting", "conference", "message", "court", "docket", "lawsuit", "employee", "user", "login", "deal", "transaction", "invoice"], before: 40, after: 10, points: -30 },
  weight: 45,
});
