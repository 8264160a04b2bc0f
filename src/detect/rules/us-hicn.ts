/**
 * Old Medicare number (HICN), in use until 2019 and still in charts: a Social Security number and a beneficiary code, or a railroad prefix
 * and six or nine digits (CMS, Medicare claims manual, chapter 2; SSA beneficiary identification codes).
 */
import { ssnRanges } from "../checksum.ts";
import { defineRule, span } from "../rule.ts";

const CODE = "(?:A|[B-HJKMTW][A-Z\\d]?)";
const RAILROAD = "(?:W?C?[AH]|W?CD|M[AH]|P[AD]|WD|JA)";
/** Numbers that SSA published, or that stand in everybody's handbook. */
const PUBLISHED = /^(?:078051120|219099999|123456789)$/;

function nineDigits(value: string): string {
  return value.replace(/\D/g, "").slice(0, 9);
}

export const usHicn = defineRule({
  id: "us-hicn",
  part: "I",
  title: { en: "Old Medicare number (HICN)", es: "Número antiguo de Medicare (HICN)" },
  gates: [{ kind: "digits", lengths: [3] }, { kind: "mixed", lengths: span(7, 12) }, { kind: "words", words: ["hicn", "hic", "health", "medicare", "railroad", "rrb"] }],
  shapes: [
    {
      name: "hicn-cued",
      pattern: new RegExp(
        `(?:hicn?|(?:health insurance|medicare) claim)(?: ?(?:is|no\\.?|num(?:ber)?|[:#=-])){1,3} {0,2}(\\d{3}-?\\d{2}-?\\d{4}-?${CODE}?|${RAILROAD}-?\\d{3}-?\\d{2}-?\\d{4}|${RAILROAD}-?\\d{6})(?![\\w-])`, "iy",
      ),
      points: 28,
    },
    { name: "railroad-cued", pattern: new RegExp(`(?:railroad|rrb)(?: (?:medicare|retirement|claim))?(?: ?(?:id|no\\.?|num(?:ber)?|[:#])){0,3} {0,2}(${RAILROAD}-?(?:\\d{3}-?\\d{2}-?\\d{4}|\\d{6}))(?![\\w-])`, "iy"), points: 30 },
    { name: "ssn-and-code", pattern: new RegExp(`(?<![\\w-])\\d{3}-\\d{2}-\\d{4}-?${CODE}(?![\\w-])`, "y"), points: 14 },
    { name: "nine-digits-and-code", pattern: new RegExp(`(?<![\\w-])\\d{9}${CODE}(?![\\w-])`, "y"), points: -8 },
    { name: "railroad", pattern: new RegExp(`(?<![\\w-])${RAILROAD}(?:\\d{9}|\\d{6})(?![\\w-])`, "y"), points: -24 },
  ],
  checks: [{
    name: "issued ranges", kind: "list", points: 0, required: true,
    test: (value) => value.replace(/\D/g, "").length === 6 || ssnRanges(nineDigits(value)) || PUBLISHED.test(nineDigits(value)),
  }],
  cues: { words: ["hicn", "hic", "medicare", "medicare number", "beneficiary", "railroad", "rrb", "health insurance claim"], before: 50, after: 20, points: 28 },
  negativeCues: { words: ["order", "invoice", "part", "model", "serial", "tracking", "sku", "contract", "ticket", "flight"], before: 25, after: 0, points: -25 },
  testValue: (value) => (PUBLISHED.test(nineDigits(value)) ? "published or placeholder number" : undefined),
  weight: 90,
  role: "patient",
  care: 30,
});
