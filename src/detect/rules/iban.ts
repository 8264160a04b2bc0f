/** International bank account number (ISO 13616): country, two check digits, and an account as long as the country's; modulus 97 leaves 1. */
import { ibanCheck } from "../checksum.ts";
import { fitsRegistry, ibanLength } from "../iban-registry.ts";
import { defineRule, span } from "../rule.ts";
import type { Match } from "../rule.ts";
import { startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

/** Examples in the IBAN registry that SWIFT publishes. */
const REGISTRY = /^(?:GB29NWBK60161331926819|DE89370400440532013000|FR1420041010050500013M02606|ES9121000418450200051332)$/i;
const HEAD = /(?<![\w-])[A-Z]{2}\d{2}(?=[A-Z\d]{11}|[ -][A-Z\d]{4}[ -])/iy;
const SOLID = /[A-Z]{2}\d{2}[A-Z\d]{11,30}/iy;
const IN_FOURS = /[A-Z]{2}\d{2}(?:[ -][A-Z\d]{4}){2,7}(?:[ -][A-Z\d]{1,3})?/y;
const GAPS = /[ -]/g;
const LONGEST = 46;

function ibanAt(scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const start = startOf(scan, token);
  HEAD.lastIndex = start;
  if (!HEAD.test(text)) return undefined;
  const solid = /[A-Z\d]/i.test(text.charAt(start + 4));
  const pattern = solid ? SOLID : IN_FOURS;
  pattern.lastIndex = start;
  const whole = pattern.exec(text)?.[0] ?? "";
  const length = ibanLength(whole.slice(0, 2).toUpperCase());
  const end = start + (length === undefined ? whole.length : endOfLetters(whole, length));
  if (end <= start || /[\w-]/.test(text.charAt(end))) return undefined;
  return { start, end, shape: solid ? "solid" : "in-fours", points: solid ? -2 : 4 };
}

/** Where the first `count` letters and digits end; 0 when there are fewer. */
function endOfLetters(text: string, count: number): number {
  let seen = 0;
  for (let i = 0; i < text.length && i < LONGEST; i++) if (text.charAt(i) !== " " && text.charAt(i) !== "-" && ++seen === count) return i + 1;
  return 0;
}

export const iban = defineRule({
  id: "iban",
  part: "J",
  title: { en: "Bank account number (IBAN)", es: "Número de cuenta (IBAN)" },
  gates: [{ kind: "mixed", lengths: [4, ...span(15, 34)] }],
  find: ibanAt,
  checks: [
    { name: "built as in its country", kind: "list", test: (value) => fitsRegistry(value.replace(GAPS, "").toUpperCase()), points: 0, required: true },
    { name: "modulus 97", kind: "checksum", test: (value) => ibanCheck(value.replace(GAPS, "")), points: 12, required: true },
  ],
  cues: { words: ["iban", "account", "bank", "cuenta"], before: 30, after: 0, points: 12 },
  negativeCues: { words: ["invoice", "wire", "vendor", "supplier", "swift"], before: 60, after: 40, points: -12 },
  testValue: (value) => (REGISTRY.test(value.replace(GAPS, "")) ? "example of the IBAN registry" : undefined),
  weight: 45,
});
