/** The rows to measure on: the development corpus where it is at hand, else the project's own generated samples. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { DraftText } from "../../src/contract/index.ts";
import type { Case } from "./cases.ts";
import { generateSamples } from "./samples.ts";

export interface Label {
  /** UTF-16 code units of `text`. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly role?: string;
}

export interface Row {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** Where the row comes from, in the corpus's words. */
  readonly source?: string;
}

export interface CorpusFile {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Corpus {
  /** In words, for the head of the report. */
  readonly origin: string;
  readonly files: readonly CorpusFile[];
  /** Other projects' own recogniser tests; none without a corpus. */
  readonly cases: readonly Case[];
}

export const FILES = [
  "positives-phi", "positives-phi-generated", "negatives-mail", "negatives-mail-suspect",
  "negatives-clinical", "negatives-hard-generated", "positives-pii-only", "positives-es-meddocan",
] as const;
const CASE_FILES = ["presidio-cases.json", "peer-cases.json"];
const SAMPLE_SEED = 20261124;

/** Reads the corpus in `folder`, or makes samples where there is no such folder. */
export function readCorpus(folder: string): Corpus {
  if (!existsSync(folder)) return { origin: `generated samples, seed ${SAMPLE_SEED}`, files: generateSamples(SAMPLE_SEED), cases: [] };
  const names = FILES.filter((name) => existsSync(join(folder, `${name}.jsonl.gz`)));
  const tables = CASE_FILES.filter((name) => existsSync(join(folder, name)));
  return {
    origin: "development corpus",
    files: names.map((name) => ({ name, rows: parseRows(gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString("utf8")) })),
    cases: tables.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Case[]),
  };
}

function parseRows(lines: string): Row[] {
  return lines.split("\n").filter(Boolean).map((line) => {
    const { id, text, labels, source } = JSON.parse(line) as { id: string; text: string; labels: Label[] | null; source: string };
    return { id, text, labels: labels ?? [], source };
  });
}

/** One mail of our own clinic set: written before any rule was seen and never tuned on row by row. Its counts, also by kind, were seen while tuning. */
export interface ClinicRow extends Row {
  readonly phi: boolean;
  readonly kind: string;
}

export function readClinicMail(path: string): readonly ClinicRow[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => {
    const { id, text, phi, kind } = JSON.parse(line) as { id: string; text: string; phi: boolean; kind: string };
    return { id, text, phi, kind, labels: [] };
  });
}

const SUBJECT = "Subject: ";

/** A row as a draft, and where its body begins in the row's text. A first line that begins with `Subject: ` is the subject. */
export function draftOf(row: Row): { readonly draft: DraftText; readonly bodyAt: number } {
  const hasSubject = row.text.startsWith(SUBJECT);
  const lineEnd = row.text.indexOf("\n");
  const end = lineEnd < 0 ? row.text.length : lineEnd;
  const bodyAt = hasSubject ? Math.min(end + 1, row.text.length) : 0;
  return {
    draft: {
      subject: hasSubject ? row.text.slice(SUBJECT.length, end) : "",
      body: { format: "text", content: row.text.slice(bodyAt) },
      attachments: [],
      recipients: [],
    },
    bodyAt,
  };
}

/** Offsets of a finding in the row's text. */
export function offsetInRow(where: "subject" | "body", offset: number, bodyAt: number): number {
  return offset + (where === "subject" ? SUBJECT.length : bodyAt);
}
