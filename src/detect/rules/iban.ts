/** International bank account number (ISO 13616): country, two check digits, 11 to 30 characters; modulus 97 leaves 1. */
import { ibanCheck } from "../checksum.ts";
import { defineRule, span } from "../rule.ts";

/** Examples in the IBAN registry that SWIFT publishes. */
const REGISTRY = /^(?:GB29NWBK60161331926819|DE89370400440532013000|FR1420041010050500013M02606|ES9121000418450200051332)$/i;

export const iban = defineRule({
  id: "iban",
  part: "J",
  title: { en: "Bank account number (IBAN)", es: "Número de cuenta (IBAN)" },
  gates: [{ kind: "mixed", lengths: [4, ...span(15, 34)] }],
  shapes: [
    { name: "in-fours", next: " ", pattern: /(?<![\w-])[A-Z]{2}\d{2}(?: [A-Z\d]{4}){3,7}(?: [A-Z\d]{1,3})?(?![\w-])/y, points: 4 },
    { name: "solid", pattern: /(?<![\w-])[A-Z]{2}\d{2}[A-Z\d]{11,30}(?![\w-])/iy, points: -2 },
  ],
  checks: [{ name: "modulus 97", kind: "checksum", test: ibanCheck, points: 12, required: true }],
  cues: { words: ["iban", "account", "bank", "cuenta"], before: 30, after: 0, points: 12 },
  negativeCues: { words: ["invoice", "wire", "vendor", "supplier", "swift"], before: 60, after: 40, points: -12 },
  testValue: (value) => (REGISTRY.test(value.replace(/ /g, "")) ? "example of the IBAN registry" : undefined),
  weight: 45,
});
