/** UTF-8 and UTF-16 without `TextDecoder`, which Outlook's event runtime lacks. */
import { textOfUnits } from "./bytes.ts";

/** Code units gathered at once. */
const BLOCK = 4096;
const REPLACEMENT = 0xfffd;
/** One for all: an archive has a name, a header a word a hundred thousand times. */
const UNITS = new Uint16Array(BLOCK);

/** Length of the well-formed sequence at `at` (RFC 3629: no overlong forms, no surrogates), or 0. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let index = 2; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function pointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}

export interface Utf8Text {
  readonly text: string;
  /** Bytes that belong to no character; each stands as U+FFFD. */
  readonly errors: number;
  /** Characters beyond ASCII. */
  readonly wide: number;
}

/** From this many on, bytes of ASCII are made a text where they stand. */
const LONG_RUN = 256;

/** Where ASCII ends, no more than a block from `at` on. */
function asciiEnd(bytes: Uint8Array, at: number): number {
  const end = Math.min(bytes.length, at + BLOCK);
  let run = at;
  while (run < end && (bytes[run] as number) < 0x80) run++;
  return run;
}

/** Block by block: a text of 30 MB must not need another 60 for its code units. */
export function utf8(bytes: Uint8Array): Utf8Text {
  const units = UNITS;
  const blocks: string[] = [];
  let filled = 0;
  let errors = 0;
  let wide = 0;
  let at = 0;
  while (at < bytes.length) {
    const run = filled === 0 ? asciiEnd(bytes, at) - at : 0;
    if (run >= LONG_RUN) {
      blocks.push(textOfUnits(bytes.subarray(at, at + run)));
      at += run;
      continue;
    }
    const end = Math.min(bytes.length, at + units.length - 1 - filled);
    while (at < end && (bytes[at] as number) < 0x80) units[filled++] = bytes[at++] as number;
    if (at < end) {
      const length = utf8Length(bytes, at);
      const point = length === 0 ? REPLACEMENT : pointAt(bytes, at, length);
      if (length === 0) errors += 1;
      else wide += 1;
      if (point > 0xffff) units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
      units[filled++] = point > 0xffff ? 0xdc00 + ((point - 0x10000) & 0x3ff) : point;
      at += length || 1;
    }
    if (filled >= units.length - 1) {
      blocks.push(textOfUnits(units, filled));
      filled = 0;
    }
  }
  blocks.push(textOfUnits(units, filled));
  return { text: blocks.join(""), errors, wide };
}

/** An odd byte at the end stands as U+FFFD. */
export function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  const [low, high] = littleEndian ? [0, 1] : [1, 0];
  const blocks: string[] = [];
  for (let from = 0; from + 1 < bytes.length; from += BLOCK * 2) {
    const pairs = Math.min(BLOCK, (bytes.length - from) >> 1);
    for (let pair = 0; pair < pairs; pair++) UNITS[pair] = ((bytes[from + pair * 2 + high] as number) << 8) | (bytes[from + pair * 2 + low] as number);
    blocks.push(textOfUnits(UNITS, pairs));
  }
  if (bytes.length % 2 === 1) blocks.push("\ufffd");
  return blocks.join("");
}
