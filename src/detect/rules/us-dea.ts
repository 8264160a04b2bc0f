/** DEA registration number of a prescriber (21 CFR 1301): registrant letter, initial or 9, seven digits with a check. */
import { deaCheck } from "../checksum.ts";
import { defineRule } from "../rule.ts";

export const usDea = defineRule({
  id: "us-dea",
  part: "K",
  title: { en: "Prescriber number (DEA)", es: "Número de prescriptor (DEA)" },
  gates: [{ kind: "mixed", lengths: [8, 9] }, { kind: "words", words: ["dea"] }],
  shapes: [
    { name: "dea", pattern: /(?<![\w-])[A-HJ-MPR-UX][A-Z9]?\d{7}(?![\w-])/y, points: -14 },
    { name: "dea-apart", pattern: /dea(?: ?(?:is|no\.?|number|[#:=])){0,3} {0,2}([A-HJ-MPR-UX][A-Z9][- ]\d{7})(?![\w-])/iy, points: -4 },
  ],
  checks: [{ name: "DEA check digit", kind: "checksum", test: (value) => /^[A-Z][A-Z9][- ]?\d{7}$/i.test(value) && deaCheck(value.slice(2)), points: 18, required: false }],
  cues: { words: ["dea"], before: 30, after: 20, points: 25 },
  negativeCues: { words: ["order", "invoice", "flight", "part", "model", "serial", "mrn", "member", "policy", "acct", "account", "case", "claim"], before: 25, after: 0, points: -25 },
  weight: 5,
  role: "provider",
});
