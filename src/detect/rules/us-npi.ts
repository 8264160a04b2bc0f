/** National Provider Identifier: a provider's, published, so beside drug talk it is no patient's identifier (45 CFR 162.406). */
import { npiCheck } from "../checksum.ts";
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const usNpi = defineRule({
  id: "us-npi",
  part: "K",
  title: { en: "Provider number (NPI)", es: "Número de proveedor (NPI)" },
  gates: [{ kind: "digits", lengths: [4, 10] }],
  shapes: [
    { name: "ten-digits", pattern: /(?<![\d.+-])[12]\d{9}(?![\d-]|\.\d)/y, points: -40 },
    { name: "dddd-ddd-ddd", pattern: /(?<![\d.+-])[12]\d{3}(?:-\d{3}-| \d{3} )\d{3}(?![\d-]|\.\d| \d)/y, points: -32 },
  ],
  checks: [{ name: "NPI check digit", kind: "checksum", test: npiCheck, points: 22, required: false }],
  cues: { words: ["npi", "national provider", "provider id", "provider no"], before: 30, after: 12, points: 50 },
  negativeCues: { words: [...THING_CUES, "phone", "fax", "call", "cell", "mrn", "account", "acct"], before: 25, after: 0, points: -30 },
  weight: 5,
  role: "provider",
});
