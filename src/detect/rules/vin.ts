/** Vehicle identification number with its check digit (49 CFR 565). */
import { vinCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const vin = defineRule({
  id: "vin",
  part: "L",
  title: { en: "Vehicle number (VIN)", es: "Número de vehículo (VIN)" },
  gates: [{ kind: "mixed", lengths: [17] }],
  shapes: [{ name: "vin", pattern: /(?<![\w-])[A-HJ-NPR-Z\d]{17}(?![\w-])/iy, points: -6 }],
  checks: [{ name: "VIN check digit", kind: "checksum", test: vinCheck, points: 18, required: true }],
  cues: { words: ["vin", "vehicle", "car", "truck", "ambulance"], before: 40, after: 20, points: 14 },
  weight: 45,
});
