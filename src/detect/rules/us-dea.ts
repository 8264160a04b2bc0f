/** DEA registration number of a prescriber (21 CFR 1301): registrant letter, initial or 9, seven digits with a check. */
import { deaCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const usDea = defineRule({
  id: "us-dea",
  part: "K",
  title: { en: "Prescriber number (DEA)", es: "Número de prescriptor (DEA)" },
  gates: [{ kind: "mixed", lengths: [8, 9] }],
  shapes: [{ name: "dea", pattern: /(?<![\w-])[A-HJ-MPR-UX][A-Z9]?\d{7}(?![\w-])/y, points: -14 }],
  checks: [{ name: "DEA check digit", kind: "checksum", test: (value) => value.length === 9 && deaCheck(value), points: 18, required: false }],
  cues: { words: ["dea"], before: 30, after: 20, points: 25 },
  negativeCues: { words: ["order", "invoice", "flight", "part", "model", "serial", "mrn", "member", "policy", "acct", "account", "case", "claim"], before: 25, after: 0, points: -25 },
  weight: 5,
  role: "provider",
});
