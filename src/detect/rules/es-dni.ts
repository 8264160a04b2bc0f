/** Spanish identity numbers: DNI (eight digits and a letter) and NIE (X, Y or Z, seven digits, a letter), Real Decreto 1553/2005 and Orden INT/2058/2008. */
import { dniCheck } from "../checksum-es.ts";
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

/** Specimens that the police print, and numbers that forms use as a sample. */
const SAMPLES = new Set(["99999999R", "00000000T", "12345678Z", "X0000000T", "X1234567L"]);

export const esDni = defineRule({
  id: "es-dni",
  part: "R",
  title: { en: "Spanish identity number (DNI, NIE)", es: "DNI o NIE" },
  gates: [{ kind: "words", words: ["dni", "nif", "nie", "documento"] }, { kind: "mixed", lengths: [9] }, { kind: "digits", lengths: [8] }],
  shapes: [
    {
      name: "dni-cued",
      pattern: /(?:d\.?n\.?i|n\.?i\.?[fe]|documento(?: nacional)?(?: de)? identidad)(?:\.| ?\/ ?(?:nif|nie|cif))?(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|es|[:=#-])){0,3} {0,3}([XYZ]?[- ]?\d{1,2}\.?\d{3}\.?\d{3}[- ]?[A-Z]|\d{7,8})(?![\w-])/iy,
      points: 28,
    },
    { name: "dni", pattern: /(?<![\w.,-])(?:\d{8}-?[A-HJ-NP-TV-Z]|[XYZ]\d{7}[A-HJ-NP-TV-Z])(?![\w-])/y, points: -8 },
  ],
  checks: [{ name: "letter modulo 23", kind: "checksum", test: dniCheck, points: 12, required: false }],
  cues: { words: ["paciente", "dni", "nie", "nif", "identidad", "asegurado", "asegurada", "titular"], before: 40, after: 10, points: 6 },
  negativeCues: { words: [...THING_CUES, "pedido", "factura", "referencia", "serie", "lote", "modelo"], before: 25, after: 0, points: -20 },
  testValue: (value) => (SAMPLES.has(value.toUpperCase().replace(/[^A-Z\d]/g, "")) ? "specimen number" : undefined),
  weight: 60,
});
