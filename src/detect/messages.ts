/** Pasted health messages, where the field's place says what it holds: HL7 v2 PID, X12 NM1 and DMG, FHIR Patient. */
import type { Candidate } from "./engine.ts";
import type { Rule } from "./rule.ts";
import { hasWord, wordSet } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import { placeholderName } from "./names.ts";
import { startOf, tokenAt } from "./scan.ts";
import type { Scan } from "./scan.ts";

const POINTS = 28;
const LONGEST_SEGMENT = 2000;
const CARE = 60;

/** PID field -> rule (HL7 v2.5.1 chapter 3.4.2). */
const PID: Readonly<Record<number, string>> = { 3: "mrn", 5: "name-labelled", 7: "date-of-birth", 11: "us-street-address", 13: "us-phone", 18: "account-number", 19: "us-ssn", 20: "us-driver-license" };
const SEGMENT_NAMES = ["PID", "NM1", "DMG", "resourceType", "birthDate", "family", "given"];
const SEGMENT_WORDS = wordSet(SEGMENT_NAMES, MARK.TOPIC);

interface Sink {
  readonly scan: Scan;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly found: Candidate[];
  /** Names the practice patient that the segment is about. */
  readonly practice?: string | undefined;
}

/** Fields of all message segments in a text. */
export function messageFields(scan: Scan, rules: ReadonlyMap<string, Rule>): Candidate[] {
  const sink: Sink = { scan, rules, found: [] };
  for (const t of scan.topics) {
    if (!hasWord(SEGMENT_WORDS, scan.hash[t] as number)) continue;
    const segment = SEGMENT_NAMES.find((name) => scan.text.startsWith(name, startOf(scan, t)));
    if (segment === undefined) continue;
    const start = startOf(scan, t);
    if (segment === "PID" && scan.text.charAt(start + 3) === "|") readPid(sink, start);
    else if (segment === "NM1" || segment === "DMG") readX12(sink, start, segment);
    else readFhir(sink, start, segment);
  }
  return sink.found;
}

function segmentText(text: string, start: number, end: RegExp): string {
  const piece = text.slice(start, start + LONGEST_SEGMENT);
  const stop = piece.search(end);
  return stop < 0 ? piece : piece.slice(0, stop);
}

const NAME_FIELD = 5;

/** A practice patient's numbers and address are nobody's either. */
function practiceOf(fields: readonly string[]): string | undefined {
  return placeholderName((fields[NAME_FIELD] ?? "").replace(/\^/g, " "));
}

function readPid(given: Sink, start: number): void {
  let at = start;
  const fields = segmentText(given.scan.text, start, /[\r\n]/).split("|");
  const sink: Sink = { ...given, practice: practiceOf(fields) };
  fields.forEach((field, k) => {
    const ruleId = PID[k];
    if (ruleId !== undefined) add(sink, ruleId, at, ruleId === "mrn" ? (/^[^^]*/.exec(field)?.[0] ?? "") : withoutTail(field), `HL7 PID-${k}`);
    at += field.length + 1;
  });
  add(sink, "care-phrase", start, "PID", "HL7 message");
}

function withoutTail(field: string): string {
  let end = field.length;
  while (end > 0 && "\\^~".includes(field.charAt(end - 1))) end--;
  return field.slice(0, end);
}

/** NM1*IL and NM1*QC name the insured and the patient; DMG holds the birth date (X12 837, 270). */
function readX12(sink: Sink, start: number, segment: string): void {
  const text = segmentText(sink.scan.text, start, /[~\r\n]/);
  const fields = text.split("*");
  if (segment === "NM1" ? fields[1] !== "IL" && fields[1] !== "QC" && fields[1] !== "74" : fields[1] !== "D8") return;
  const offset = (k: number): number => start + fields.slice(0, k).join("*").length + 1;
  if (segment === "DMG") add(sink, "date-of-birth", offset(2), fields[2] ?? "", "X12 DMG-02");
  else {
    add(sink, "name-labelled", offset(3), fields.slice(3, 5).join("*"), "X12 NM1-03");
    add(sink, "health-plan-id", offset(9), fields[9] ?? "", "X12 NM1-09");
    add(sink, "care-phrase", start, "NM1", "X12 message");
  }
}

const FHIR = /"(?:family|given|birthDate)"\s{0,3}:\s{0,3}\[?\s{0,3}"([^"\n]{1,60})"/y;

function readFhir(sink: Sink, start: number, name: string): void {
  const { text } = sink.scan;
  if (name === "resourceType") {
    if (/^resourceType"\s{0,3}:\s{0,3}"Patient"/.test(text.slice(start, start + 40))) add(sink, "care-phrase", start, "resourceType", "FHIR Patient");
    return;
  }
  FHIR.lastIndex = start - 1;
  const match = FHIR.exec(text);
  const value = match?.[1];
  if (match === null || value === undefined) return;
  const at = start - 1 + match[0].length - 1 - value.length;
  add(sink, name === "birthDate" ? "date-of-birth" : "name-labelled", at, value, `FHIR ${name}`);
}

function add({ scan, rules, found, practice }: Sink, ruleId: string, start: number, value: string, field: string): void {
  const rule = rules.get(ruleId);
  if (rule === undefined || value.length < 2 || !/[\p{L}\p{N}]/u.test(value)) return;
  const health = rule.part === "health";
  const end = start + value.length;
  const testName = practice ?? rule.testValue?.(value);
  found.push({
    rule, start, end, token: tokenAt(scan, start), after: tokenAt(scan, end), points: POINTS, weight: health ? CARE : Math.max(rule.weight, rule.part === "A" ? 80 : 0),
    role: health ? undefined : "patient", care: rule.care ?? 0, test: testName !== undefined, key: 0, sensitive: undefined,
    evidence: [{ kind: "structure", name: field }, ...(testName === undefined ? [] : [{ kind: "test-value" as const, name: testName }])],
  });
}
