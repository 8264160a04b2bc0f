/** Bytes to text without `TextDecoder`, which Outlook's event runtime lacks. */
import { textOfUnits } from "./bytes.ts";

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F. 0 stands for the five bytes that mean nothing there. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] as const;
/** Code units gathered at once. */
const BLOCK = 4096;
const REPLACEMENT = 0xfffd;
/** Up to here stray bytes are damage in a UTF-8 text; beyond, it never was UTF-8. */
const UTF8_ERROR_SHARE = 0.002;
/** Charsets whose bytes windows-1252 reads rightly, or nearly: what names, numbers and English words need. */
const LATIN = /^(?:us-?ascii|ansi_x3\.4-1968|iso-?8859-?1|latin1|windows-1252|cp1252|x-ansi)$/;
const NEAR_LATIN = /^(?:iso-?8859-?\d{1,2}|latin\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|mac(?:intosh|roman)?)$/;

export interface Decoded {
  readonly text: string;
  /** False where some letters may have come out wrong. */
  readonly sure: boolean;
}

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

/** Block by block: a text of 30 MB must not need another 60 for its code units. */
function utf8(bytes: Uint8Array): { readonly text: string; readonly errors: number } {
  const units = new Uint16Array(BLOCK);
  const blocks: string[] = [];
  let [filled, errors, at] = [0, 0, 0];
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      units[filled++] = first;
      at += 1;
    } else {
      const length = utf8Length(bytes, at);
      const point = length === 0 ? REPLACEMENT : pointAt(bytes, at, length);
      if (length === 0) errors += 1;
      if (point > 0xffff) units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
      units[filled++] = point > 0xffff ? 0xdc00 + ((point - 0x10000) & 0x3ff) : point;
      at += length || 1;
    }
    if (filled >= BLOCK - 1) {
      blocks.push(textOfUnits(units, filled));
      filled = 0;
    }
  }
  blocks.push(textOfUnits(units, filled));
  return { text: blocks.join(""), errors };
}

function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  const pairs = bytes.length >> 1;
  const units = new Uint16Array(pairs + 1);
  const [low, high] = littleEndian ? [0, 1] : [1, 0];
  for (let pair = 0; pair < pairs; pair++) units[pair] = ((bytes[pair * 2 + high] ?? 0) << 8) | (bytes[pair * 2 + low] ?? 0);
  units[pairs] = REPLACEMENT;
  return textOfUnits(units, pairs + (bytes.length % 2));
}

function windows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes);
  bytes.forEach((byte, at) => {
    if (byte >= 0x80 && byte < 0xa0) units[at] = WINDOWS_1252[byte - 0x80] || byte;
  });
  return textOfUnits(units, units.length);
}

/** `le` or `be` where zero bytes stand in one half of the pairs only, as Latin text in UTF-16 has them. */
function utf16ByZeros(bytes: Uint8Array): "le" | "be" | undefined {
  const pairs = Math.min(bytes.length, 65_536) >> 1;
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even, odd] = [(zeros[0] ?? 0) / pairs, (zeros[1] ?? 0) / pairs];
  if (odd > 0.4 && even < 0.02) return "le";
  return even > 0.4 && odd < 0.02 ? "be" : undefined;
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The label of a charset that the content claims for itself, lower case. */
function declared(head: string): string | undefined {
  const found = /^\s*<\?xml\s[^>]{0,100}?encoding=["']([\w.:-]{1,40})/i.exec(head) ?? /<meta\s[^>]{0,200}?charset=["']?([\w.:-]{1,40})/i.exec(head);
  return found?.[1]?.toLowerCase();
}

/** The `charset` parameter of a content type, lower case. */
function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset=["']?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1]?.toLowerCase();
}

/**
 * Decodes text of unknown charset: byte order mark, UTF-16 by its zeros, UTF-8 where (nearly) well formed, else what
 * the content or `contentType` declares, else windows-1252. `undefined`: a charset that is not known here.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): Decoded | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { text: utf8(bytes.subarray(3)).text, sure: true };
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) return undefined;
  if (startsWith(bytes, 0xff, 0xfe)) return { text: utf16(bytes.subarray(2), true), sure: true };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: utf16(bytes.subarray(2), false), sure: true };
  const pairs = utf16ByZeros(bytes);
  if (pairs !== undefined) return { text: utf16(bytes, pairs === "le"), sure: true };

  const asUtf8 = utf8(bytes);
  const label = declared(asUtf8.text.slice(0, 2048)) ?? charsetOf(contentType);
  // Seven-bit encodings look like ASCII and are not.
  if (label !== undefined && /^(?:utf-?7|unicode-1-1-utf-7|iso-2022-\w+|hz-gb-2312)$/.test(label)) return undefined;
  if (asUtf8.errors === 0 && ["\u001B$", "\u001B("].some((escape) => asUtf8.text.includes(escape))) return undefined;
  if (asUtf8.errors <= bytes.length * UTF8_ERROR_SHARE) return { text: asUtf8.text, sure: true };
  if (label === undefined || /^utf-?8$/.test(label) || LATIN.test(label)) return { text: windows1252(bytes), sure: true };
  return NEAR_LATIN.test(label) ? { text: windows1252(bytes), sure: false } : undefined;
}
