/** Payment card number (ISO/IEC 7812): issuer range, length and Luhn. The test numbers are the card schemes' own. */
import { cardCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

const TEST_CARDS = new Set(["4111111111111111", "4242424242424242", "5555555555554444", "378282246310005", "6011111111111117"]);

export const paymentCard = defineRule({
  id: "payment-card",
  part: "J",
  title: { en: "Payment card number", es: "Número de tarjeta de pago" },
  gates: [{ kind: "digits", lengths: [4, 13, 14, 15, 16, 17, 18, 19] }],
  shapes: [
    // A date of expiry or a code may follow; a fifth group of four makes it another number.
    { name: "4-4-4-4", pattern: /(?<![\d.-])(?:(?<!(?<![\d-])\d{4} |[A-Z]{2}\d{2} )\d{4}(?: {1,2}\d{4}){3}(?! \d{4}(?![\d/]))|\d{4}(?:-\d{4}){3}|\d{4}(?:\.\d{4}){3})(?![\d-])/y, points: 10 },
    { name: "sixteen-digits", pattern: /(?<![\d.-])\d{16}(?![\d-]|\.\d)/y, points: 10 },
    { name: "4-6-5", pattern: /(?<![\d-])\d{4}[ -]\d{6}[ -]\d{4,5}(?![\d-])/y, points: 6 },
    { name: "digits", pattern: /(?<![\d.-])\d{13,19}(?![\d-]|\.\d)/y, points: 2 },
  ],
  checks: [{ name: "Luhn and issuer range", kind: "checksum", test: cardCheck, points: 8, required: true }],
  cues: { words: ["card", "visa", "mastercard", "amex", "credit", "debit", "tarjeta"], before: 40, after: 20, points: 14 },
  negativeCues: { words: ["order", "invoice", "tracking", "imei", "serial", "message", "id"], before: 20, after: 0, points: -16 },
  testValue: (value) => (TEST_CARDS.has(value.replace(/\D/g, "")) ? "card scheme's test number" : undefined),
  weight: 40,
});
