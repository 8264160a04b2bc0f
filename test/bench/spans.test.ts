import { isCovered, COLUMN, spanErrors, tallySpans } from "../../scripts/bench/spans.ts";
import type { Found } from "../../scripts/bench/spans.ts";
import type { Label, Row } from "../../scripts/bench/corpus.ts";

const finding = (start: number, end: number, more: Partial<Found> = {}): Found => ({ ruleId: "name-pair", part: "A", role: "patient", phi: true, test: false, start, end, ...more });
const label = (start: number, end: number, type = "NAME", role?: string): Label => ({ start, end, type, ...(role === undefined ? {} : { role }) });
const row = (labels: readonly Label[], text = "x".repeat(100)): Row => ({ id: "r", text, labels });

test.each([
  ["half of it", [finding(0, 5)], true],
  ["less than half", [finding(0, 4)], false],
  ["two findings together", [finding(0, 3), finding(7, 9)], true],
  ["the same stretch twice counts once", [finding(0, 3), finding(1, 4)], false],
  ["nothing", [], false],
])("covered by %s", (_, found, covered) => expect(isCovered({ start: 0, end: 10 }, found)).toBe(covered));

test("labels of staff are not asked for, and a finding on one given to the patient is wrong", () => {
  const tally = tallySpans(row([label(0, 10, "NAME", "sender"), label(20, 30)]), [finding(0, 10), finding(20, 30)]);
  expect([COLUMN.labels("A"), COLUMN.found("A"), COLUMN.findings("A"), COLUMN.right("A")].map((c) => tally[c])).toEqual([1, 1, 2, 1]);
});

test("findings given to somebody else count for recall alone", () => {
  const tally = tallySpans(row([label(0, 10)]), [finding(0, 10, { role: "provider", phi: false }), finding(40, 50, { role: "sender", phi: false })]);
  expect([COLUMN.found("A"), COLUMN.findings("A")].map((c) => tally[c])).toEqual([1, 0]);
});

test("a finding of another class covers a label, but not for the class's own F1", () => {
  const tally = tallySpans(row([label(0, 10, "GEOGRAPHIC_LOCATION")]), [finding(0, 10)]);
  expect([COLUMN.found("B"), COLUMN.foundAlike("B"), COLUMN.right("A"), COLUMN.rightAlike("A")].map((c) => tally[c])).toEqual([1, 0, 1, 0]);
});

test("fixed formats: only labels of that spelling, whoever owns them", () => {
  const text = "555-01-0001 4821";
  const ssn = finding(0, 11, { ruleId: "us-ssn", part: "G", role: "unknown", phi: false });
  const tally = tallySpans(row([label(0, 11, "SOCIAL_SECURITY_NUMBER", "sender"), label(12, 16, "SOCIAL_SECURITY_NUMBER")], text), [ssn]);
  expect([COLUMN.fixedLabels(0), COLUMN.fixedFound(0), COLUMN.fixedFindings(0), COLUMN.fixedRight(0)].map((c) => tally[c])).toEqual([1, 1, 1, 1]);
});

test("errors are told in types and rules, without a word of the text", () => {
  expect(spanErrors(row([label(0, 10), label(20, 30, "DATE")], "Maria Lopez".padEnd(60)), [finding(0, 10), finding(40, 50)])).toEqual({ id: "r", missed: ["DATE"], vain: ["name-pair/patient"] });
});
