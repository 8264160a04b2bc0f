/** Verdicts of the detector over labelled rows. */
import type { Assessment, Finding } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { draftOf, offsetInRow } from "./corpus.ts";
import type { CorpusFile, Row } from "./corpus.ts";
import type { Found } from "./spans.ts";

/** A document on the wrong side, told without a word of it. */
export interface WrongRow {
  readonly file: string;
  readonly id: string;
  readonly phi: boolean;
  readonly score: number;
  readonly kind?: string;
  /** Identifiers as rule, role and confidence; a `!` marks those the verdict rests on. */
  readonly identifiers: readonly string[];
  readonly health: readonly string[];
}

export interface JudgedRow {
  readonly row: Row;
  readonly phi: boolean;
  /** Identifiers at their place in the row's text. Kept for rows that carry labels only. */
  readonly found: readonly Found[];
}

export interface FileResult {
  readonly name: string;
  readonly rows: number;
  readonly flagged: number;
  readonly wrong: readonly WrongRow[];
  readonly judged: readonly JudgedRow[];
}

/** Assesses every row of a file. */
export function measureFile(file: CorpusFile): FileResult {
  const expected = isPositive(file.name);
  const wrong: WrongRow[] = [];
  const judged = file.rows.map((row) => {
    const { draft, bodyAt } = draftOf(row);
    const assessment = assess(draft);
    if (assessment.phi !== expected) wrong.push(describe(file.name, row, assessment));
    return { row, phi: assessment.phi, found: expected ? identifiersIn(assessment.findings, bodyAt) : [] };
  });
  return { name: file.name, rows: judged.length, flagged: judged.filter(({ phi }) => phi).length, wrong, judged };
}

/** Files whose every row is PHI. */
export function isPositive(name: string): boolean {
  return name.startsWith("positives-phi") || name.startsWith("positives-es");
}

export function identifiersIn(findings: readonly Finding[], bodyAt: number): Found[] {
  return findings.flatMap(({ ruleId, part, where, start, end, role, phi, evidence }) => {
    if (part === "health" || where.kind === "attachment" || where.kind === "attachment-name") return [];
    const test = evidence.some(({ kind }) => kind === "test-value");
    return [{ ruleId, part, role, phi, test, start: offsetInRow(where.kind, start, bodyAt), end: offsetInRow(where.kind, end, bodyAt) }];
  });
}

export function describe(file: string, row: Row, { phi, score, findings }: Assessment): WrongRow {
  const tally = new Map<string, number>();
  const keyOf = (f: Finding): string => (f.part === "health" ? f.ruleId : `${f.ruleId}/${f.role}/${f.confidence}${f.phi ? "!" : ""}`);
  for (const f of findings) tally.set(keyOf(f), (tally.get(keyOf(f)) ?? 0) + 1);
  const list = (health: boolean): string[] =>
    [...new Set(findings.filter((f) => (f.part === "health") === health).map(keyOf))].map((key) => `${key} x${tally.get(key) ?? 0}`);
  return { file, id: row.id, phi, score, identifiers: list(false), health: list(true) };
}
