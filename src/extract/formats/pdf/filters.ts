/** Stream filters (ISO 32000-1, 7.4). Pictures' own codings (DCT, JPX, CCITT, JBIG2) are never undone. */
import type { Budget } from "../../budget.ts";
import { bytesOfHex } from "../../bytes.ts";
import { inflateRaw, inflateZlib } from "../../inflate.ts";
import { isWhite } from "./lexer.ts";

export interface Decoded {
  readonly bytes: Uint8Array;
  /** False where the data are damaged or cut: `bytes` is what came before. */
  readonly whole: boolean;
}

/** Numbers of `DecodeParms`. */
export type Parameters = (key: string, fallback: number) => number;

/** Bytes that come out one after another, within the budget. */
class Output {
  private bytes = new Uint8Array(4096);
  private readonly budget: Budget;
  private readonly packed: number;
  private counted = 0;
  length = 0;

  constructor(budget: Budget, packed: number) {
    this.budget = budget;
    this.packed = packed;
  }

  get full(): boolean {
    return this.length >= this.budget.limits.memberBytes;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length++] = byte;
  }

  /** Copies `length` bytes of what already came out, from `from` on. */
  again(from: number, length: number): void {
    for (let at = 0; at < length; at++) this.push(this.bytes[from + at] as number);
  }

  private count(): void {
    this.budget.inflate(this.length - this.counted, this.length, this.packed);
    this.counted = this.length;
  }

  private grow(): void {
    this.count();
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  done(whole: boolean): Decoded {
    this.count();
    return { bytes: this.bytes.subarray(0, this.length), whole: whole && !this.full };
  }
}

function flate(packed: Uint8Array, budget: Budget): Decoded {
  const head = ((packed[0] ?? 0) << 8) | (packed[1] ?? 0);
  // RFC 1950: method 8, and a head divisible by 31. Some producers leave the head out.
  return (head & 0x0f00) === 0x0800 && head % 31 === 0 ? inflateZlib(packed, budget) : inflateRaw(packed, budget);
}

const LZW_CLEAR = 256;
const LZW_END = 257;

/** 7.4.4: codes of 9 to 12 bits, each a stretch of what came out before. */
function lzw(packed: Uint8Array, budget: Budget, early: number): Decoded {
  const out = new Output(budget, packed.length);
  const starts = new Uint32Array(4097);
  const lengths = new Uint16Array(4097);
  let [next, width, bits, held, previous] = [258, 9, 0, 0, -1];
  for (let at = 0; !out.full; ) {
    while (bits < width && at < packed.length) {
      held = ((held << 8) | (packed[at++] as number)) & 0xffffff;
      bits += 8;
    }
    if (bits < width) return out.done(false);
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === LZW_END) return out.done(true);
    if (code === LZW_CLEAR) {
      [next, width, previous] = [258, 9, -1];
      continue;
    }
    const from = out.length;
    if (code < 256) out.push(code);
    else if (code < next) out.again(starts[code] as number, lengths[code] as number);
    else if (previous === -1) return out.done(false);
    // The code that is just being made: the last stretch and its own first byte.
    else out.again(previous, from - previous + 1);
    if (previous !== -1 && next < 4096) {
      starts[next] = previous;
      lengths[next] = from - previous + 1;
      next += 1;
    }
    previous = from;
    width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
  }
  return out.done(false);
}

function asciiHex(packed: Uint8Array, budget: Budget): Decoded {
  const end = packed.indexOf(62);
  const bytes = bytesOfHex(end === -1 ? packed : packed.subarray(0, end), true);
  budget.inflate(bytes.length, bytes.length, packed.length);
  return { bytes, whole: bytes.length < budget.limits.memberBytes };
}

function ascii85(packed: Uint8Array, budget: Budget): Decoded {
  const out = new Output(budget, packed.length);
  let [value, count] = [0, 0];
  const put = (bytes: number): void => {
    for (let at = 0; at < bytes; at++) out.push(Math.floor(value / 256 ** (3 - at)) & 255);
    [value, count] = [0, 0];
  };
  for (let at = packed[0] === 60 && packed[1] === 126 ? 2 : 0; at < packed.length && !out.full; at++) {
    const byte = packed[at] as number;
    if (byte === 126) break;
    if (byte === 122 && count === 0) put(4);
    else if (!isWhite(byte) && byte >= 33 && byte <= 117) {
      value = value * 85 + byte - 33;
      count += 1;
      if (count === 5) put(4);
    }
  }
  if (count > 1) {
    const bytes = count - 1;
    for (; count < 5; count++) value = value * 85 + 84;
    put(bytes);
  }
  return out.done(true);
}

function runLength(packed: Uint8Array, budget: Budget): Decoded {
  const out = new Output(budget, packed.length);
  for (let at = 0; at < packed.length && !out.full; ) {
    const length = packed[at++] as number;
    if (length === 128) return out.done(true);
    if (length < 128) for (let count = 0; count <= length && at < packed.length; count++) out.push(packed[at++] as number);
    else {
      const byte = packed[at++] ?? 0;
      for (let count = length; count < 257; count++) out.push(byte);
    }
  }
  return out.done(true);
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

/** PNG predictors (7.4.4.4; ISO/IEC 15948, 9): each row tells its own in its first byte. */
function unpredictPng(bytes: Uint8Array, step: number, row: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let number = 0, from = 0, to = 0; number < rows; number++, from += row + 1, to += row) {
    const type = bytes[from];
    for (let at = 0; at < row; at++) {
      const left = at >= step ? (out[to + at - step] as number) : 0;
      const up = number > 0 ? (out[to + at - row] as number) : 0;
      const corner = number > 0 && at >= step ? (out[to + at - row - step] as number) : 0;
      const guess = type === 1 ? left : type === 2 ? up : type === 3 ? (left + up) >> 1 : type === 4 ? paeth(left, up, corner) : 0;
      out[to + at] = (bytes[from + 1 + at] ?? 0) + guess;
    }
  }
  return out;
}

function unpredict(decoded: Decoded, parameter: Parameters): Decoded {
  const predictor = parameter("Predictor", 1);
  if (predictor < 2) return decoded;
  const bits = parameter("Colors", 1) * parameter("BitsPerComponent", 8);
  const step = Math.max(1, bits >> 3);
  const row = (bits * parameter("Columns", 1) + 7) >> 3;
  if (!(row > 0 && row <= 1 << 20)) return { ...decoded, whole: false };
  if (predictor > 2) return { ...decoded, bytes: unpredictPng(decoded.bytes, step, row) };
  // TIFF predictor 2, in whole bytes: each is the difference from the one before it in its row.
  const bytes = decoded.bytes.slice();
  for (let at = 0; at < bytes.length; at++) if (at % row >= step) bytes[at] = (bytes[at] as number) + (bytes[at - step] as number);
  return { ...decoded, bytes };
}

/** Undoes one filter. `undefined`: a picture's coding, or unknown. @throws LimitReached */
export function unfilter(filter: string, packed: Uint8Array, parameter: Parameters, budget: Budget): Decoded | undefined {
  switch (filter) {
    case "FlateDecode":
    case "Fl":
      return unpredict(flate(packed, budget), parameter);
    case "LZWDecode":
    case "LZW":
      return unpredict(lzw(packed, budget, parameter("EarlyChange", 1)), parameter);
    case "ASCIIHexDecode":
    case "AHx":
      return asciiHex(packed, budget);
    case "ASCII85Decode":
    case "A85":
      return ascii85(packed, budget);
    case "RunLengthDecode":
    case "RL":
      return runLength(packed, budget);
    case "Crypt":
      return { bytes: packed, whole: true };
    default:
      return undefined;
  }
}
