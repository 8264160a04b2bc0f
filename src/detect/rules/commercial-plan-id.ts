/**
 * Member numbers of the large commercial plans, where the plan is named near by: Blue Cross Blue Shield plans put a prefix of three
 * characters before 6 to 14 others (BCBSA), Aetna writes W and nine digits, Cigna U and eight (and two for the dependant), Humana H and eight, as printed on their cards.
 */
import { THING_CUES } from "../patterns.ts";
import { defineRule, span } from "../rule.ts";

export const commercialPlanId = defineRule({
  id: "commercial-plan-id",
  part: "I",
  title: { en: "Member number of a commercial plan", es: "Número de afiliado de un plan privado" },
  gates: [{ kind: "mixed", lengths: span(9, 17) }],
  shapes: [
    { name: "aetna-form", pattern: /(?<![\w-])W\d{9}(?![\w-])/y, points: -18 },
    { name: "cigna-humana-form", pattern: /(?<![\w-])(?:U\d{8}(?:\d{2})?|H\d{8})(?![\w-])/y, points: -20 },
    { name: "blues-form", pattern: /(?<![\w-])[A-Z]{3}[A-Z\d]?\d{8,13}(?![\w-])/y, points: -20 },
    { name: "blues-mixed-prefix", pattern: /(?<![\w-])(?:[A-Z]\d[A-Z]|\d[A-Z]{2}|[A-Z]{2}\d|\d[A-Z]\d|[A-Z]\d{2})[A-Z]\d{8,12}(?![\w-])/y, points: -22 },
  ],
  cues: {
    words: [
      "aetna", "cigna", "humana", "bcbs", "blue cross", "blue shield", "bluecross", "blueshield", "anthem", "highmark", "carefirst", "premera", "regence", "wellmark", "excellus", "florida blue", "horizon bcbs",
      "member", "subscriber", "member id", "subscriber id", "insurance", "policy holder", "medicare advantage",
    ],
    before: 60, after: 25, points: 34,
  },
  negativeCues: { words: [...THING_CUES, "serial", "vin", "flight", "case", "claim", "employee"], before: 25, after: 0, points: -34 },
  weight: 80,
  role: "patient",
  care: 20,
});
