/** Vital signs with their values. */
import { defineRule } from "../rule.ts";

export const vitalSign = defineRule({
  id: "vital-sign",
  part: "health",
  title: { en: "Vital sign", es: "Signo vital" },
  gates: [{ kind: "words", words: ["bp", "hr", "temp", "spo2", "o2", "bmi", "pulse", "rr", "weight", "wt", "sats", "gcs", "fever", "febrile"] }],
  shapes: [
    { name: "bp", pattern: /bp(?: ?(?:is|was|of|:|=)){0,2} {0,2}(\d{2,3}\/\d{2,3})(?!\d|\/)/iy, points: 20 },
    { name: "vital", pattern: /(?:hr|pulse|rr|spo2|o2 sats?|sats|bmi|gcs|temp)(?: ?(?:is|was|of|:|=|at)){0,2} {0,2}(\d{2,3}(?:\.\d)?%?)(?![\d/:])/iy, points: 4 },
    { name: "fever", pattern: /(?:fever|febrile)(?: (?:is|was|of|to|at|up to)){0,2} {0,2}(10\d(?:\.\d)?|3[89](?:\.\d)?)(?!\d)/iy, points: 15 },
    { name: "weight", pattern: /(?:weight|wt)(?: ?(?:is|was|of|:|=)){0,2} {0,2}(\d{1,3}(?:\.\d)? ?(?:kg|lbs?))(?![a-z])/iy, points: 4 },
  ],
  weight: 60,
});
