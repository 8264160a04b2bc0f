/** The text of a Word document, gathered from its pieces (MS-DOC 2.4.1). */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";
import type { MarkedRun } from "./doc-marks.ts";
import { pageText } from "./page-text.ts";

/** A stretch of text in the stream WordDocument. */
export interface Piece {
  /** In bytes. */
  readonly at: number;
  readonly characters: number;
  /** A byte a character instead of two. */
  readonly narrow: boolean;
}

const PRC = 1;
const PCDT = 2;
const COMPRESSED = 0x40000000;

/** Reads a Clx (2.9.38). `undefined`: it holds no table of pieces. */
export function piecesOf(clx: Uint8Array, budget: Budget): readonly Piece[] | undefined {
  let at = 0;
  for (; clx[at] === PRC; at += 3 + u16le(clx, at + 1)) budget.step();
  if (clx[at] !== PCDT) return undefined;
  const plc = clx.subarray(at + 5, at + 5 + u32le(clx, at + 1));
  const count = Math.max(0, Math.floor((plc.length - 4) / 12));
  budget.step(count);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const characters = u32le(plc, index * 4 + 4) - u32le(plc, index * 4);
    const fc = u32le(plc, (count + 1) * 4 + index * 8 + 2);
    const narrow = (fc & COMPRESSED) !== 0;
    const start = fc & ~COMPRESSED;
    if (characters > 0) pieces.push({ at: narrow ? start >>> 1 : start, characters, narrow });
  }
  return pieces;
}

export interface DocText {
  readonly text: string;
  /** Bits of each character, see `MARK`. */
  readonly bits: Uint8Array;
  /** False where a piece lies outside the stream. */
  readonly whole: boolean;
  /** There was more than there is room for. */
  readonly tooLong: boolean;
}

/** Index of the first run that reaches beyond `at`. Runs of one kind do not overlap, those of two kinds may: the widest counts. */
function firstBeyond(reach: Float64Array, at: number): number {
  let [low, high] = [0, reach.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Puts the pieces together. `codePage` is that of narrow ones. @throws LimitReached */
export function textOfPieces(stream: Uint8Array, pieces: readonly Piece[], marked: readonly MarkedRun[], codePage: number, budget: Budget): DocText {
  const reach = new Float64Array(marked.length);
  marked.forEach(({ to }, index) => { reach[index] = Math.max(to, index === 0 ? 0 : reach[index - 1] ?? 0); });
  const total = Math.min(budget.room, pieces.reduce((sum, { characters }) => sum + characters, 0), stream.length * 2);
  const bits = new Uint8Array(total);
  const texts: string[] = [];
  let [length, whole] = [0, true];
  for (const { at, characters, narrow } of pieces) {
    const width = narrow ? 1 : 2;
    const bytes = stream.subarray(at, at + Math.min(characters, total - length) * width);
    budget.step(1 + (bytes.length >> 4));
    if (at + characters * width > stream.length) whole = false;
    const text = pageText(bytes.length % width === 0 ? bytes : bytes.subarray(0, bytes.length - 1), narrow ? codePage : 1200) ?? "";
    for (let index = firstBeyond(reach, at); index < marked.length; index++) {
      const run = marked[index] as MarkedRun;
      if (run.from >= at + bytes.length) break;
      budget.step();
      const to = Math.min(text.length, Math.ceil((run.to - at) / width));
      for (let char = Math.max(0, Math.floor((run.from - at) / width)); char < to; char++) bits[length + char] = (bits[length + char] ?? 0) | run.bits;
    }
    texts.push(text);
    length += text.length;
    if (length >= total) break;
  }
  return { text: texts.join(""), bits, whole, tooLong: length >= budget.room };
}
