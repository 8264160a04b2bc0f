/** Social Security number. Ranges: SSA, "SSN randomization" (2011); the fakes are SSA's own or too well known to be anyone's. */
import { ssnRanges } from "../checksum.ts";
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

const FAKES = new Set(["078051120", "219099999", "123456789", "457555462", "111111111", "999999999"]);

function fakeOf(value: string): string | undefined {
  const digits = value.replace(/\D/g, "");
  return FAKES.has(digits) || /^98765432\d$/.test(digits) ? "published or placeholder number" : undefined;
}

export const usSsn = defineRule({
  id: "us-ssn",
  part: "G",
  title: { en: "Social Security number", es: "Número de Seguro Social" },
  gates: [{ kind: "digits", lengths: [3, 9] }, { kind: "words", words: ["ssn", "ss", "social"] }],
  shapes: [
    { name: "ssn-cued", pattern: /(?:ssn|ss ?#|social security(?: number| no\.?| #)?|social(?= ?#?:? ?\d))(?: ?(?:is|no\.?|number|[#:=-])){0,3} {0,3}(\d{3}[-. ]?\d{2}[-. ]?\d{4})(?![\d-])/iy, points: 30 },
    { name: "ddd-dd-dddd", digits: { lengths: [3] }, next: "-. ", pattern: /(?<![\d-])(?<!\d[.,])(?:\d{3}-\d{2}-\d{4}|\d{3}\.\d{2}\.\d{4}|\d{3} - \d{2} - \d{4})(?![\d-]|\.\d)/y, points: 10 },
    { name: "ddd dd dddd", digits: { lengths: [3] }, next: " ", pattern: /(?<![\d-])(?<!\d[ .,])\d{3} \d{2} \d{4}(?![\d-]| \d)/y, points: 2 },
    { name: "nine-digits", digits: { lengths: [9] }, pattern: /(?<![\d.,$#-])\d{9}(?![\d-]|[.,]\d)/y, points: -30 },
  ],
  checks: [{ name: "issued ranges", kind: "list", test: (value) => ssnRanges(value) || fakeOf(value) !== undefined, points: 0, required: true }],
  cues: { words: ["ssn", "social security", "social", "ss", "seguro social"], before: 40, after: 20, points: 22 },
  negativeCues: { words: [...THING_CUES, "routing", "aba", "mrn", "npi", "license", "passport", "zip"], before: 25, after: 0, points: -30 },
  testValue: fakeOf,
  weight: 90,
});
