/** Social Security number. Ranges: SSA, "SSN randomization" (2011); the fakes are SSA's own or too well known to be anyone's. */
import { ssnRanges } from "../checksum.ts";
import { sticky, THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

/** "O" and "l" are typed, or read by a scanner, for 0 and 1. */
function digitsOf(value: string): string {
  return value.replace(/o/gi, "0").replace(/[Il]/g, "1").replace(/\D/g, "");
}

const CUE = "(?:ssn|ss ?#|social security(?: number| no\\.?| #)?|social(?= ?#?:? ?\\d))(?: ?(?:is|no\\.?|number|[#:=-])){0,3} {0,3}";
const BREAK = "\\r?\\n(?:[ \\t]{0,3}>){0,4}[ \\t]{0,3}";
/** Nine digits in any groups, behind the words only; broken by a line end where they end a line themselves. */
const APART = "[\\dOoIl](?:[-. _/*]{0,3}[\\dOoIl]){8}(?![\\w-])";
const BROKEN = `\\d[-\\d ]{0,10}${BREAK}[-\\d]{1,10}(?=[ \\t]{0,3}(?:[,;.)\\r\\n]|$))`;

const FAKES = new Set(["078051120", "219099999", "123456789", "457555462", "111111111", "999999999"]);

function fakeOf(value: string): string | undefined {
  const digits = digitsOf(value);
  return FAKES.has(digits) || /^98765432\d$/.test(digits) ? "published or placeholder number" : undefined;
}

export const usSsn = defineRule({
  id: "us-ssn",
  part: "G",
  title: { en: "Social Security number", es: "Número de Seguro Social" },
  gates: [{ kind: "digits", lengths: [3, 5, 9] }, { kind: "words", words: ["ssn", "ss", "social"] }],
  shapes: [
    { name: "ssn-cued", pattern: sticky(`${CUE}(\\d{3}[-. ]?\\d{2}[-. ]?\\d{4})(?![\\d-])`), points: 30 },
    { name: "ssn-apart", pattern: sticky(`${CUE}(${APART})`), points: 26 },
    { name: "ssn-broken", pattern: sticky(`${CUE}(${BROKEN})`), points: 26 },
    { name: "ddd-dd-dddd", pattern: /(?<![\d-])(?<!\d\.)(?<!(?<!\d)\d{1,3},)(?:\d{3}-\d{2}-\d{4}|\d{3}\.\d{2}\.\d{4}|\d{3} - \d{2} - \d{4})(?![\d-]|\.\d)/y, points: 10 },
    { name: "ddd dd dddd", pattern: /(?<![\d-])(?<!\d[ .,])\d{3} \d{2} \d{4}(?![\d-]| \d)/y, points: 2 },
    { name: "ddd-dddddd", pattern: /(?<![\d.-])\d{3}-\d{6}(?![\d-]|\.\d)/y, points: -12 },
    // Written like a ZIP+4 code, so that only the word tells.
    { name: "ddddd-dddd", pattern: /(?<![\d.-])\d{5}-\d{4}(?![\d-]|\.\d)/y, points: -30 },
    { name: "nine-digits", pattern: /(?<![\d.,$#-])\d{9}(?![\d-]|[.,]\d)/y, points: -30 },
  ],
  checks: [{ name: "issued ranges", kind: "list", test: (value) => ssnRanges(digitsOf(value)) || fakeOf(value) !== undefined, points: 0, required: true }],
  cues: { words: ["ssn", "social security", "social", "ss", "seguro social"], before: 40, after: 20, points: 22 },
  negativeCues: { words: [...THING_CUES, "routing", "aba", "mrn", "npi", "license", "passport", "zip"], before: 25, after: 0, points: -30 },
  testValue: fakeOf,
  weight: 90,
});
