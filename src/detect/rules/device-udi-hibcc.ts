/** Device identifier in HIBCC's form (ANSI/HIBC 2.6): `+`, labeler, product, unit of measure, then lot, expiry and serial behind slashes; modulus 43 check. */
import { hibcCheck } from "../checksum.ts";
import { defineRule, span } from "../rule.ts";

export const deviceUdiHibcc = defineRule({
  id: "device-udi-hibcc",
  part: "M",
  title: { en: "Device identifier (UDI, HIBCC)", es: "Identificador de dispositivo (UDI, HIBCC)" },
  gates: [{ kind: "mixed", lengths: span(6, 24) }],
  shapes: [{ name: "hibcc", pattern: /(?<=(?<![\w+])\+)[A-Z][A-Z\d]{4,22}(?:\/[$+A-Z\d][$+A-Z\d.-]{1,40}){1,4}[ $/+%.-]?(?![\w/])/y, points: 10 }],
  checks: [{ name: "HIBC check character", kind: "checksum", test: (value) => hibcCheck(`+${value.replace(/^\+/, "")}`), points: 14, required: false }],
  cues: { words: ["udi", "device", "implant", "implanted", "serial"], before: 60, after: 30, points: 8 },
  negativeCues: { words: ["recall", "recalled", "catalog", "catalogue", "lots"], before: 60, after: 40, points: -20 },
  weight: 60,
});
