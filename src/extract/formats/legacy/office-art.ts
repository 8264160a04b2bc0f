/** Records of Office drawings and of PowerPoint (MS-ODRAW 2.2.1, MS-PPT 2.3.1): a version, an instance, a type, a length. */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";

export interface OfficeRecord {
  readonly type: number;
  readonly instance: number;
  /** It holds records. */
  readonly container: boolean;
  /** Where its content starts and ends. The end is that of what holds it, where the record says it is longer. */
  readonly from: number;
  readonly to: number;
  /** It says it is longer than what holds it. */
  readonly cut: boolean;
}

const HEADER = 8;
const CONTAINER = 0xf;

/** The records one after another between two offsets. @throws LimitReached */
export function recordsOf(bytes: Uint8Array, from: number, to: number, budget: Budget): readonly OfficeRecord[] {
  const records: OfficeRecord[] = [];
  const end = Math.min(to, bytes.length);
  for (let at = from; at + HEADER <= end;) {
    budget.step();
    const head = u16le(bytes, at);
    const start = at + HEADER;
    const stop = start + u32le(bytes, at + 4);
    records.push({ type: u16le(bytes, at + 2), instance: head >> 4, container: (head & CONTAINER) === CONTAINER, from: start, to: Math.min(stop, end), cut: stop > end });
    at = stop;
  }
  return records;
}
