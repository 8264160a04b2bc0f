/** Formatting that changes what a Word text means: hidden or deleted, in a table, end of a row (MS-DOC 2.9). */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";

/** Bits of a character. */
export const MARK = { hidden: 1, rowEnd: 2, inTable: 4 } as const;

/** A stretch of the stream WordDocument, in bytes, and the bits that hold for it. */
export interface MarkedRun {
  readonly from: number;
  readonly to: number;
  readonly bits: number;
}

const PAGE = 512;
const PAGE_NUMBER = 0x3fffff;
/** Bytes of an operand by the upper three bits of its sprm; 0: the first byte says (2.2.5.1). */
const OPERAND = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const DEFINE_TABLE = 0xd608;
/** sprmCFRMarkDel, sprmCFVanish; sprmPFInTable, sprmPFTtp, sprmPItap (2.6). */
const SPRMS: ReadonlyMap<number, number> = new Map([
  [0x0800, MARK.hidden], [0x083c, MARK.hidden], [0x2416, MARK.inTable], [0x2417, MARK.rowEnd], [0x6649, MARK.inTable],
]);
/** Operands of a toggle (2.2.5.2): as the style, the opposite of the style. No usual style hides text. */
const AS_STYLE = 0x80;

/** The bits that a list of properties sets. */
function bitsOf(bytes: Uint8Array, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at + 2 < to;) {
    const sprm = u16le(bytes, at);
    const fixed = OPERAND[sprm >> 13] ?? 0;
    const operand = bytes[at + 2] ?? 0;
    const bit = SPRMS.get(sprm);
    if (bit !== undefined) bits = operand === 0 || operand === AS_STYLE ? bits & ~bit : bits | bit;
    at += 2 + (fixed > 0 ? fixed : sprm === DEFINE_TABLE ? 1 + u16le(bytes, at + 2) : 1 + operand);
  }
  return bits;
}

/** Where the properties of run `index` on the page at `page` lie. */
type Locate = (bytes: Uint8Array, page: number, runs: number, index: number) => readonly [from: number, to: number] | undefined;

/** ChpxFkp (2.9.33): a byte a run with half the offset of its Chpx. */
const characters: Locate = (bytes, page, runs, index) => {
  const offset = (bytes[page + (runs + 1) * 4 + index] ?? 0) * 2;
  const at = page + offset;
  return offset === 0 ? undefined : [at + 1, at + 1 + (bytes[at] ?? 0)];
};

/** PapxFkp (2.9.175): 13 bytes a run, of which the first is half the offset of its PapxInFkp; a style's number stands before the properties. */
const paragraphs: Locate = (bytes, page, runs, index) => {
  const offset = (bytes[page + (runs + 1) * 4 + index * 13] ?? 0) * 2;
  const at = page + offset;
  if (offset === 0) return undefined;
  const words = bytes[at] ?? 0;
  return words === 0 ? [at + 4, at + 2 + (bytes[at + 1] ?? 0) * 2] : [at + 3, at + words * 2];
};

function runsOf(stream: Uint8Array, plc: Uint8Array, locate: Locate, budget: Budget): readonly MarkedRun[] {
  const pages = new Set<number>();
  // n + 1 positions of four bytes, then n page numbers of four bytes.
  const count = Math.max(0, (plc.length - 4) >> 3);
  for (let index = 0; index < count; index++) pages.add(u32le(plc, (count + 1 + index) * 4) & PAGE_NUMBER);
  const marked: MarkedRun[] = [];
  for (const number of pages) {
    const page = number * PAGE;
    const runs = page + PAGE <= stream.length ? stream[page + PAGE - 1] ?? 0 : 0;
    budget.step(1 + runs * 4);
    for (let index = 0; index < runs; index++) {
      const found = locate(stream, page, runs, index);
      const bits = found === undefined ? 0 : bitsOf(stream, found[0], Math.min(found[1], page + PAGE));
      if (bits !== 0) marked.push({ from: u32le(stream, page + index * 4), to: u32le(stream, page + index * 4 + 4), bits });
    }
  }
  return marked;
}

/** All marked runs, by where they start. `chpx` and `papx` are the lists of pages (2.8.5, 2.8.6). @throws LimitReached */
export function markedRuns(stream: Uint8Array, chpx: Uint8Array, papx: Uint8Array, budget: Budget): readonly MarkedRun[] {
  return [...runsOf(stream, chpx, characters, budget), ...runsOf(stream, papx, paragraphs, budget)].sort((a, b) => a.from - b.from);
}
