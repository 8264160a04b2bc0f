/** Transfer encodings of mail (RFC 2045 section 6) and uuencode, read as leniently as mail programs do. */
import type { Budget } from "../../budget.ts";

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

function hexValue(byte: number | undefined): number {
  return byte === undefined ? NaN : parseInt(String.fromCharCode(byte), 16);
}

/** Quoted-printable (section 6.7): a lone `=` stays as it is, white space at the end of a line goes. `inHeader`: `_` is a space (RFC 2047). */
export function fromQuotedPrintable(encoded: Uint8Array, inHeader = false): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  let at = 0;
  for (let index = 0; index < encoded.length; index++) {
    const byte = encoded[index] as number;
    if (byte === EQUALS) {
      const value = hexValue(encoded[index + 1]) * 16 + hexValue(encoded[index + 2]);
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

/** One line: the first character says how many bytes it holds. */
function uuLine(line: string, to: number[]): void {
  const wanted = (line.charCodeAt(0) - SPACE) & 63;
  const end = to.length + wanted;
  for (let at = 1; at < line.length && to.length < end; at += 4) {
    const group = [0, 1, 2, 3].map((index) => ((line.charCodeAt(at + index) || SPACE) - SPACE) & 63) as [number, number, number, number];
    const three = [(group[0] << 2) | (group[1] >> 4), ((group[1] & 15) << 4) | (group[2] >> 2), ((group[2] & 3) << 6) | group[3]];
    to.push(...three.slice(0, end - to.length));
  }
}

const BEGIN = /^begin [0-7]{3,4} (\S.{0,254})$/;

/** Takes uuencoded files out of a text. @throws LimitReached */
export function takeUuFiles(text: string, budget: Budget): { readonly text: string; readonly files: readonly UuFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const kept: string[] = [];
  const files: UuFile[] = [];
  let open: { readonly name: string; readonly bytes: number[] } | undefined;
  const close = (whole: boolean): void => {
    if (open !== undefined) files.push({ name: open.name, bytes: Uint8Array.from(open.bytes), whole });
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    budget.step();
    const name = open === undefined ? BEGIN.exec(line)?.[1] : undefined;
    if (name !== undefined) open = { name, bytes: [] };
    else if (open === undefined) kept.push(line);
    else if (line === "end") close(true);
    else uuLine(line, open.bytes);
  }
  close(false);
  return { text: kept.join("\n"), files };
}
