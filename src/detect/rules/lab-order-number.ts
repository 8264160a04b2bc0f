/** Requisition, kit or barcode number of a laboratory or imaging order. A purchase requisition is none: words of a laboratory must stand near. */
import { defineRule } from "../rule.ts";

export const labOrderNumber = defineRule({
  id: "lab-order-number",
  part: "R",
  title: { en: "Number of a laboratory or imaging order", es: "Número de petición de laboratorio o imagen" },
  gates: [{ kind: "words", words: ["requisition", "req", "barcode", "kit", "lab", "imaging", "accession", "specimen", "tube", "petición"] }],
  shapes: [{
    name: "order-cued",
    pattern: /(?:requisition|req|barcode|kit|(?:lab|imaging)(?: order)?|accession|specimen|tube|petici[óo]n)\.?(?: ?(?:id|no\.?|num(?:ber)?|is|[:#=])){1,3} {0,2}((?:[A-Z]{1,4}-?)?\d[\dA-Z-]{5,15}(?<!-))(?![\w/])/iy,
    points: -16,
  }],
  cues: { words: ["lab", "labs", "specimen", "sample", "quest", "labcorp", "swab", "blood", "draw", "phlebotomy", "mri", "ct", "x ray", "ultrasound", "pathology", "test kit", "covid"], before: 60, after: 30, points: 34 },
  negativeCues: { words: ["purchase", "procurement", "buyer", "vendor", "invoice", "job", "hiring", "reagent", "supply", "supplies", "analyzer"], before: 50, after: 30, points: -35 },
  weight: 45,
});
