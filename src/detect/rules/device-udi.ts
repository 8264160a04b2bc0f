/** Unique device identifier (21 CFR 830): GS1 with its application identifiers, HIBCC, ICCBBA. */
import { gtinCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const deviceUdi = defineRule({
  id: "device-udi",
  part: "M",
  title: { en: "Device identifier (UDI)", es: "Identificador de dispositivo (UDI)" },
  gates: [{ kind: "digits", lengths: [2] }, { kind: "words", words: ["udi"] }],
  shapes: [
    { name: "gs1", pattern: /(?<=\()01\)\d{14}(?:\(\d{2,3}\)[A-Z0-9-]{1,20}){0,6}/iy, points: 20 },
    { name: "udi-cued", pattern: /udi(?: ?(?:no\.?|number|#|:|is)){0,2} {0,2}(\+[A-Z]\w{6,40}(?:\/[$\w]{1,30})?|=[A-Z0-9]{10,30})/iy, points: 18 },
  ],
  checks: [{ name: "GTIN check digit", kind: "checksum", test: (value) => !/^\(?01\)/.test(value) || gtinCheck(/\d{14}/.exec(value)?.[0] ?? ""), points: 5, required: true }],
  negativeCues: { words: ["recall", "recalled", "catalog", "catalogue", "lots"], before: 60, after: 40, points: -20 },
  weight: 60,
});
