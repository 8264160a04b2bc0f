/** Counts of a run of the detector over labelled rows. */
import type { Assessment, Finding, HipaaPart } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { draftOf, offsetInRow } from "./corpus.ts";
import type { CorpusFile, Label, Row } from "./corpus.ts";

/** Label type of the corpus -> paragraph of 45 CFR 164.514(b)(2)(i). */
const PART_OF: Readonly<Record<string, HipaaPart>> = {
  NAME: "A", GEOGRAPHIC_LOCATION: "B", DATE: "C", AGE_OVER_89: "C", PHONE_NUMBER: "D", FAX_NUMBER: "E", EMAIL_ADDRESS: "F",
  SOCIAL_SECURITY_NUMBER: "G", MEDICAL_RECORD_NUMBER: "H", HEALTH_PLAN_BENEFICIARY_NUMBER: "I", ACCOUNT_NUMBER: "J",
  CERTIFICATE_LICENSE_NUMBER: "K", VEHICLE_IDENTIFIER: "L", DEVICE_IDENTIFIER: "M", URL: "N", IP_ADDRESS: "O",
  BIOMETRIC_IDENTIFIER: "P", FULL_FACE_PHOTO: "Q", UNIQUE_IDENTIFIER: "R",
};

/** A document on the wrong side, told without a word of it. */
export interface WrongRow {
  readonly file: string;
  readonly id: string;
  readonly phi: boolean;
  readonly score: number;
  /** Identifiers as rule, role and confidence; a `!` marks those the verdict rests on. */
  readonly identifiers: readonly string[];
  readonly health: readonly string[];
}

export interface FileResult {
  readonly name: string;
  readonly rows: number;
  readonly flagged: number;
  readonly wrong: readonly WrongRow[];
}

export interface SpanCount {
  readonly found: number;
  readonly total: number;
}

/** Assesses every row of a file. */
export function measureFile(file: CorpusFile, spans: Map<HipaaPart, SpanCount>): FileResult {
  const positive = isPositive(file.name);
  const wrong: WrongRow[] = [];
  let flagged = 0;
  for (const row of file.rows) {
    const { draft, bodyAt } = draftOf(row);
    const assessment = assess(draft);
    if (assessment.phi) flagged++;
    if (assessment.phi !== positive) wrong.push(describe(file.name, row, assessment));
    if (positive) countSpans(row, assessment.findings, bodyAt, spans);
  }
  return { name: file.name, rows: file.rows.length, flagged, wrong };
}

/** Files whose every row is PHI. */
export function isPositive(name: string): boolean {
  return name.startsWith("positives-phi");
}

function describe(file: string, row: Row, { phi, score, findings }: Assessment): WrongRow {
  const tally = new Map<string, number>();
  const keyOf = (f: Finding): string => (f.part === "health" ? f.ruleId : `${f.ruleId}/${f.role}/${f.confidence}${f.phi ? "!" : ""}`);
  for (const f of findings) tally.set(keyOf(f), (tally.get(keyOf(f)) ?? 0) + 1);
  const list = (health: boolean): string[] =>
    [...new Set(findings.filter((f) => (f.part === "health") === health).map(keyOf))].map((key) => `${key} x${tally.get(key) ?? 0}`);
  return { file, id: row.id, phi, score, identifiers: list(false), health: list(true) };
}

/** Patient-side labels of which an identifier finding of any class covers at least half. */
function countSpans(row: Row, findings: readonly Finding[], bodyAt: number, spans: Map<HipaaPart, SpanCount>): void {
  const found = findings.flatMap((f) => {
    if (f.part === "health" || f.where.kind === "attachment") return [];
    const { kind } = f.where;
    return [{ start: offsetInRow(kind, f.start, bodyAt), end: offsetInRow(kind, f.end, bodyAt) }];
  });
  for (const label of row.labels) {
    const part = PART_OF[label.type];
    if (part === undefined || (label.role !== undefined && label.role !== "subject")) continue;
    const before = spans.get(part) ?? { found: 0, total: 0 };
    spans.set(part, { found: before.found + (halfCovered(label, found) ? 1 : 0), total: before.total + 1 });
  }
}

function halfCovered(label: Label, found: readonly { readonly start: number; readonly end: number }[]): boolean {
  const covered = found.reduce((most, f) => Math.max(most, Math.min(f.end, label.end) - Math.max(f.start, label.start)), 0);
  return covered * 2 >= label.end - label.start;
}
