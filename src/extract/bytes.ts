/** Numbers and marks in bytes. Beyond the end every byte is 0, so that a cut file ends a loop and never throws. */

/** True where the bytes of `wanted` (Latin-1) stand at `at`. */
export function startsAt(bytes: Uint8Array, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted.charCodeAt(index)) return false;
  return true;
}

export function u16le(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32le(bytes: Uint8Array, at: number): number {
  return (u16le(bytes, at) | (u16le(bytes, at + 2) << 16)) >>> 0;
}

export function u16be(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function u32be(bytes: Uint8Array, at: number): number {
  return ((u16be(bytes, at) << 16) | u16be(bytes, at + 2)) >>> 0;
}

/** IEEE 754 double, little endian. */
export function f64le(bytes: Uint8Array, at: number): number {
  const held = new DataView(new ArrayBuffer(8));
  for (let index = 0; index < 8; index++) held.setUint8(index, bytes[at + index] ?? 0);
  return held.getFloat64(0, true);
}

/** What one call of `String.fromCharCode` may safely take in every engine. */
const BLOCK = 4096;

/** A text of the first `length` UTF-16 code units. */
export function textOfUnits(units: Uint16Array | Uint8Array, length: number = units.length): string {
  if (length <= BLOCK) return String.fromCharCode.apply(null, (length === units.length ? units : units.subarray(0, length)) as unknown as number[]);
  const blocks: string[] = [];
  for (let at = 0; at < length; at += BLOCK) {
    blocks.push(String.fromCharCode.apply(null, units.subarray(at, Math.min(at + BLOCK, length)) as unknown as number[]));
  }
  return blocks.join("");
}

/** The Latin-1 text of a stretch of bytes. */
export function latin1(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  return textOfUnits(bytes.subarray(Math.max(0, from), Math.max(0, to)));
}

/** The bytes of a Latin-1 text. */
export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** All of them in one; a single one is not copied. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Value of an ASCII hex digit, or -1. */
export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Bytes written as pairs of ASCII hex digits; anything else between them is passed over. `half`: a last digit without a second one is the upper half of a byte. */
export function bytesOfHex(digits: Uint8Array, half = false): Uint8Array {
  const bytes = new Uint8Array((digits.length + 1) >> 1);
  let filled = 0;
  for (const digit of digits) {
    const value = hexValue(digit);
    if (value === -1) continue;
    bytes[filled >> 1] = (filled & 1) === 0 ? value << 4 : (bytes[filled >> 1] as number) | value;
    filled += 1;
  }
  return bytes.subarray(0, (filled + (half ? 1 : 0)) >> 1);
}

/** Where `wanted` (Latin-1) next stands from `from` on and before `to`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: string, from = 0, to: number = bytes.length): number {
  const first = wanted.charCodeAt(0);
  for (let at = bytes.indexOf(first, Math.max(0, from)); at !== -1 && at + wanted.length <= to; at = bytes.indexOf(first, at + 1)) {
    if (startsAt(bytes, at, wanted)) return at;
  }
  return -1;
}

/** Where `wanted` (Latin-1) last stands from `from` on and before `to`, or -1. */
export function lastIndexOfBytes(bytes: Uint8Array, wanted: string, from = 0, to: number = bytes.length): number {
  for (let at = Math.min(to, bytes.length) - wanted.length; at >= from; at--) if (startsAt(bytes, at, wanted)) return at;
  return -1;
}
