/** How fast the detector reads, beside a bare pass over the same text in the same run: machines differ, the ratio less. */
import { assess } from "../../src/detect/index.ts";
import { draftOf } from "./corpus.ts";
import type { Row } from "./corpus.ts";

export interface Speed {
  /** Millions of UTF-16 code units a second; in plain English mail that is MB/s. */
  readonly detect: number;
  readonly charCodeAt: number;
}

const ROUNDS = 5;

/** The best of five rounds of each, taken in turn so that other load on the machine hits both. */
export function measureSpeed(rows: readonly Row[]): Speed {
  const drafts = rows.map((row) => draftOf(row).draft);
  const units = drafts.reduce((sum, { subject, body }) => sum + subject.length + body.content.length, 0);
  let detect = 0;
  let charCodeAt = 0;
  for (let round = 0; round < ROUNDS; round++) {
    detect = Math.max(detect, rate(units, () => {
      for (const draft of drafts) assess(draft);
    }));
    charCodeAt = Math.max(charCodeAt, rate(units, () => {
      for (const { body } of drafts) sumOfCodes(body.content);
    }));
  }
  return { detect, charCodeAt };
}

function rate(units: number, run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return units / Math.max(1, user + system);
}

function sumOfCodes(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}
