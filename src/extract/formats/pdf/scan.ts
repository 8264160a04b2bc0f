/**
 * Finds every object by its own `1 0 obj`, without the cross-reference table (ISO 32000-1, 7.5.4): that survives damage, and since
 * updates are appended, the last definition of a number is the one that holds.
 */
import type { Budget } from "../../budget.ts";
import { indexOfBytes, lastIndexOfBytes, latin1, startsAt } from "../../bytes.ts";
import { isDigit, isWhite, Lexer } from "./lexer.ts";
import { isDict } from "./objects.ts";
import type { Dict } from "./objects.ts";

/** Where an object stands: in the file, or unpacked from an object stream. */
export interface Entry {
  readonly bytes: Uint8Array;
  /** Behind `obj`. */
  readonly at: number;
  readonly generation: number;
  /** Place in the file, of the object stream where it is packed. */
  readonly order: number;
  readonly packed: boolean;
  /** Where the next object begins at the latest. */
  to: number;
  stream?: { readonly from: number; readonly to: number; readonly whole: boolean };
}

export interface Scanned {
  readonly entries: Map<number, Entry>;
  /** Numbers of object streams, as they lie. */
  readonly objectStreams: readonly number[];
  /** Trailers and dictionaries of cross-reference streams, as they lie. */
  readonly trailers: readonly Dict[];
  /** There were more objects than are looked at. */
  readonly overflowed: boolean;
  /** The file does not end as a PDF does: objects follow the last end mark, or there is none. */
  readonly cut: boolean;
}

/** Object numbers beyond this (Annex C.2) are noise. */
const HIGHEST_NUMBER = 8_388_607;
export const MOST_OBJECTS = 200_000;
/** Each update of a file adds one. */
const MOST_TRAILERS = 500;
const LONGEST_TRAILER = 16_384;
/** A stream's dictionary in characters, as far as its type and length are looked for. */
const DICT_HEAD = 2_000;

/** The number that ends before `end`, white space skipped, and where it starts. */
function numberBefore(bytes: Uint8Array, end: number): { readonly value: number; readonly at: number } | undefined {
  let last = end;
  while (last > 0 && end - last < 20 && isWhite(bytes[last - 1])) last--;
  let at = last;
  while (at > 0 && last - at < 10 && isDigit(bytes[at - 1])) at--;
  return at === last || last === end ? undefined : { value: Number(latin1(bytes, at, last)), at };
}

/** Behind the stream's data, which start at `from`: by its claimed length where an end mark stands there, else by the end mark. */
function streamEnd(bytes: Uint8Array, from: number, length: number | undefined): { readonly to: number; readonly whole: boolean } {
  if (length !== undefined && from + length <= bytes.length) {
    let at = from + length;
    for (let skipped = 0; skipped < 4 && isWhite(bytes[at]); skipped++) at++;
    if (startsAt(bytes, at, "endstream") || startsAt(bytes, at, "endobj")) return { to: from + length, whole: true };
  }
  const mark = indexOfBytes(bytes, "endstream", from);
  if (mark === -1) return { to: bytes.length, whole: false };
  let to = mark;
  if (bytes[to - 1] === 10) to--;
  if (bytes[to - 1] === 13) to--;
  return { to: Math.max(from, to), whole: true };
}

class Scan {
  readonly entries = new Map<number, Entry>();
  readonly objectStreams: number[] = [];
  readonly trailers: Dict[] = [];
  private readonly bytes: Uint8Array;
  private readonly budget: Budget;
  private number = -1;
  private overflowed = false;
  /** The object that was found last. */
  private entry: Entry | undefined;
  private lastEnd = 0;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  run(): Scanned {
    const { bytes, budget } = this;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if ((at & 4095) === 0) budget.step(64);
      if (byte === 111 && bytes[at + 1] === 98 && bytes[at + 2] === 106) this.object(at);
      else if (byte === 115 && startsAt(bytes, at, "stream")) at = this.stream(at);
      else if (byte === 116 && startsAt(bytes, at, "trailer")) this.trailer(at + 7);
    }
    const mark = lastIndexOfBytes(bytes, "%%EOF");
    return { entries: this.entries, objectStreams: this.objectStreams, trailers: this.trailers, overflowed: this.overflowed, cut: mark === -1 || mark < this.lastEnd || this.isShort() };
  }

  /** A linearized file tells its length in its first object (Annex F). */
  private isShort(): boolean {
    const head = latin1(this.bytes, 0, 1024);
    const length = /\/Linearized\b/.test(head) ? /\/L\s{0,5}(\d{1,10})\b/.exec(head)?.[1] : undefined;
    return length !== undefined && Number(length) > this.bytes.length;
  }

  private object(at: number): void {
    const { bytes } = this;
    const generation = numberBefore(bytes, at);
    const number = generation === undefined ? undefined : numberBefore(bytes, generation.at);
    if (generation === undefined || number === undefined || number.value > HIGHEST_NUMBER) return;
    this.budget.step();
    if (this.entries.size >= MOST_OBJECTS && !this.entries.has(number.value)) {
      this.overflowed = true;
      return;
    }
    const entry: Entry = { bytes, at: at + 3, generation: generation.value, order: at, packed: false, to: bytes.length };
    if (this.entry !== undefined) this.entry.to = number.at;
    this.entry = entry;
    this.number = number.value;
    this.lastEnd = at;
    this.entries.set(number.value, entry);
  }

  /** Gives the offset to go on from: what stands inside a stream, such as a whole PDF, is no object of this file. */
  private stream(at: number): number {
    const { bytes } = this;
    const { entry } = this;
    let from = at + 6;
    if (bytes[from] === 13) from++;
    if (bytes[from] === 10) from++;
    let before = at;
    while (isWhite(bytes[before - 1])) before--;
    if (entry === undefined || entry.stream !== undefined || from === at + 6 || bytes[before - 1] !== 62) return at + 5;
    const dict = latin1(bytes, entry.at, Math.min(at, entry.at + DICT_HEAD));
    const length = /\/Length\s{0,9}(\d{1,9})(?!\d|\s{1,9}\d{1,9}\s{1,9}R)/.exec(dict)?.[1];
    const end = streamEnd(bytes, from, length === undefined ? undefined : Number(length));
    entry.stream = { from, ...end };
    this.lastEnd = end.to;
    if (/\/ObjStm\b/.test(dict)) this.objectStreams.push(this.number);
    if (/\/XRef\b/.test(dict)) this.trailer(entry.at);
    return Math.max(end.to - 1, at);
  }

  private trailer(at: number): void {
    const lexer = new Lexer(this.bytes.subarray(0, at + LONGEST_TRAILER), at);
    lexer.skipWhite();
    if (this.trailers.length >= MOST_TRAILERS || !startsAt(this.bytes, lexer.at, "<<")) return;
    const dict = lexer.next();
    this.budget.step((lexer.at - at) >> 4);
    if (isDict(dict)) this.trailers.push(dict);
  }
}

/** @throws LimitReached */
export function scanObjects(bytes: Uint8Array, budget: Budget): Scanned {
  return new Scan(bytes, budget).run();
}
