/** Transfer encodings of mail (RFC 2045 section 6) and uuencode, read as leniently as mail programs do. */
import type { Budget } from "../../budget.ts";
import { hexValue } from "../../bytes.ts";
import { Lines, linesOf } from "../../lines.ts";

const NEITHER = 64;
const SIX_BITS = new Uint8Array(256).fill(NEITHER);
for (const [from, first, count] of [["A", 0, 26], ["a", 26, 26], ["0", 52, 10], ["+", 62, 1], ["-", 62, 1], ["/", 63, 1], ["_", 63, 1]] as const) {
  for (let value = 0; value < count; value++) SIX_BITS[from.charCodeAt(0) + value] = first + value;
}
const [EQUALS, NEW_LINE, RETURN, SPACE, TAB] = [61, 10, 13, 32, 9];

export interface Transferred {
  readonly bytes: Uint8Array;
  /** False where the end is missing. */
  readonly whole: boolean;
}

/** Base64; what is no digit of it is passed over (section 6.8). Several padded pieces one after the other are one content. @throws LimitReached */
export function fromBase64(encoded: Uint8Array, budget: Budget): Transferred {
  budget.step(encoded.length >> 6);
  const bytes = new Uint8Array(((encoded.length * 3) >> 2) + 3);
  let [at, held, bits] = [0, 0, 0];
  for (let index = 0; index < encoded.length; index++) {
    const byte = encoded[index] as number;
    const value = SIX_BITS[byte] as number;
    if (value === NEITHER) {
      if (byte === EQUALS) [held, bits] = [0, 0];
      continue;
    }
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  return { bytes: bytes.subarray(0, at), whole: held === 0 };
}

/** Quoted-printable (section 6.7): a lone `=` stays as it is, white space at the end of a line goes. `inHeader`: `_` is a space (RFC 2047). */
export function fromQuotedPrintable(encoded: Uint8Array, inHeader = false): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  let at = 0;
  for (let index = 0; index < encoded.length; index++) {
    const byte = encoded[index] as number;
    if (byte === EQUALS) {
      const [high, low] = [hexValue(encoded[index + 1]), hexValue(encoded[index + 2])];
      const value = high === -1 || low === -1 ? -1 : high * 16 + low;
      const end = softBreak(encoded, index + 1);
      if (value >= 0) index += 2;
      else if (end !== -1) index = end;
      if (value >= 0 || end === -1) bytes[at++] = value >= 0 ? value : byte;
    } else {
      bytes[at++] = inHeader && byte === 0x5f ? SPACE : byte;
    }
  }
  return bytes.subarray(0, at);
}

/** Offset of the line feed where nothing but white space stands before it, else -1. */
function softBreak(encoded: Uint8Array, from: number): number {
  // No mail program writes more white space there; without a limit a line of it would be read again and again.
  for (let at = from; at < Math.min(encoded.length, from + 80); at++) {
    const byte = encoded[at];
    if (byte === NEW_LINE) return at;
    if (byte !== RETURN && byte !== SPACE && byte !== TAB) return -1;
  }
  return encoded.length - from <= 2 ? encoded.length : -1;
}

export interface UuFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

function sixBits(line: string, at: number): number {
  return ((line.charCodeAt(at) || SPACE) - SPACE) & 63;
}

/** One line: the first character says how many bytes it holds. Gives the offset behind what it wrote at `to`. */
function uuLine(line: string, bytes: Uint8Array, to: number): number {
  const end = Math.min(bytes.length, to + sixBits(line, 0));
  for (let at = 1; at < line.length && to < end; at += 4) {
    const bits = (sixBits(line, at) << 18) | (sixBits(line, at + 1) << 12) | (sixBits(line, at + 2) << 6) | sixBits(line, at + 3);
    for (let shift = 16; shift >= 0 && to < end; shift -= 8) bytes[to++] = bits >> shift;
  }
  return to;
}

const BEGIN = /^begin [0-7]{3,4} (\S.{0,254})$/;

/** Takes uuencoded files out of a text. @throws LimitReached */
export function takeUuFiles(text: string, budget: Budget): { readonly text: string; readonly files: readonly UuFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const kept = new Lines(budget);
  const files: UuFile[] = [];
  // One room for all: what is decoded is shorter than the text.
  const bytes = new Uint8Array(text.length);
  let [from, at] = [0, 0];
  let open: string | undefined;
  const close = (whole: boolean): void => {
    if (open !== undefined) files.push({ name: open, bytes: bytes.subarray(from, at), whole });
    open = undefined;
    from = at;
  };
  for (const line of linesOf(text)) {
    budget.step(2);
    const name = open === undefined ? BEGIN.exec(line)?.[1] : undefined;
    if (name !== undefined) open = name;
    else if (open === undefined) kept.add(line);
    else if (line === "end") close(true);
    else at = uuLine(line, bytes, at);
  }
  close(false);
  return { text: kept.toString(), files };
}
