/** Device identifier as a scanner types it, without brackets: GS1 element strings 01, 11 or 17, then 10 or 21 (GS1 General Specifications 3; 21 CFR 830). */
import { gtinCheck } from "../checksum.ts";
import { defineRule, span } from "../rule.ts";

export const deviceUdiScan = defineRule({
  id: "device-udi-scan",
  part: "M",
  title: { en: "Device identifier (UDI) as scanned", es: "Identificador de dispositivo (UDI) escaneado" },
  gates: [{ kind: "digits", lengths: span(27, 40) }, { kind: "mixed", lengths: span(27, 40) }],
  shapes: [{ name: "element-string", pattern: /(?<![\w.-])01\d{14}(?:1[17]\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])){1,2}(?:10|21)[A-Z\d]{1,20}(?![\w-])/y, points: 12 }],
  checks: [{ name: "GTIN check digit", kind: "checksum", test: (value) => gtinCheck(value.slice(2, 16)), points: 8, required: true }],
  negativeCues: { words: ["recall", "recalled", "catalog", "catalogue", "lots"], before: 60, after: 40, points: -20 },
  weight: 60,
});
