/** Device of human origin, blood bag or tissue in ICCBBA's form (ISBT 128 standard): `=/` or `=)` and the product, then donation number, dates and lot behind `=` or `&`. */
import { defineRule } from "../rule.ts";

export const deviceUdiIccbba = defineRule({
  id: "device-udi-iccbba",
  part: "M",
  title: { en: "Device identifier (UDI, ICCBBA)", es: "Identificador de dispositivo (UDI, ICCBBA)" },
  gates: [{ kind: "mixed", lengths: [10, 16] }],
  shapes: [
    { name: "product", pattern: /(?<==\/)[A-Z]\d{4}[A-Z\d]{7}\d{4}(?:[=&][,>}A-Za-z()]?[A-Z\d]{4,20}){1,6}(?![\w=])/y, points: 22 },
    { name: "container", pattern: /(?<==\))\d[A-Z\d]{8}[A-Z]&\)[A-Z\d]{4,14}(?![\w=])/y, points: 18 },
  ],
  negativeCues: { words: ["recall", "recalled", "catalog", "catalogue", "lots"], before: 60, after: 40, points: -20 },
  weight: 60,
});
