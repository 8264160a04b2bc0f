/** Bytes to text: which charset they are in, whatever their label says. */
import { codePageOf, decodeSingleByte } from "./code-pages.ts";
import { utf16, utf8 } from "./unicode.ts";

/** Up to here stray bytes are damage in a UTF-8 text; beyond, it never was UTF-8. */
const UTF8_ERROR_SHARE = 0.002;
/** Windows numbers of what is not a single-byte page. */
const PAGE = { utf16le: 1200, utf16be: 1201, western: 1252, cyrillic: 1251, koi8: 20866, ascii: 20127, utf8: 65001 } as const;

export interface Decoded {
  readonly text: string;
  /** False where some letters may have come out wrong. */
  readonly sure: boolean;
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

/** Bytes beyond ASCII that a script's guess looks at, and how many it takes to guess. */
const LOOKED_AT = 65_536;
const FEWEST = 24;
/** Western text has one letter beyond ASCII at a time; other scripts have words of them. */
const RUN = 3;
/** The six commonest Russian letters are 48 % of a text; in Greek or Hebrew the same bytes are 20 to 30 %. */
const CYRILLIC_SHARE = 0.38;
/** о е а и н т: their lower-case bytes; capitals are 32 away. */
const COMMON = { [PAGE.cyrillic]: [0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2], [PAGE.koi8]: [0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4] } as const;

/** Of text without a label that is not UTF-8: a Cyrillic page where the letters show it, 0 for another script, else Western. */
function guessedPage(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  let [high, inRuns, run] = [0, 0, 0];
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at <= end; at++) {
    const byte = at < end ? (bytes[at] as number) : 0;
    if (byte >= 0x80) {
      counts[byte] = (counts[byte] as number) + 1;
      high += 1;
      run += bytes[at - 1] === byte ? 0 : 1;
    } else {
      if (run >= RUN) inRuns += run;
      run = 0;
    }
  }
  if (high < FEWEST || inRuns < high / 2) return PAGE.western;
  const share = (letters: readonly number[]): number => letters.reduce((sum, letter) => sum + (counts[letter] as number) + (counts[letter ^ 0x20] as number), 0) / high;
  if (share(COMMON[PAGE.cyrillic]) > CYRILLIC_SHARE) return PAGE.cyrillic;
  return share(COMMON[PAGE.koi8]) > CYRILLIC_SHARE ? PAGE.koi8 : 0;
}

function unlabelled(bytes: Uint8Array): Decoded {
  const guessed = guessedPage(bytes);
  return { text: decodeSingleByte(bytes, guessed || PAGE.western) ?? "", sure: guessed !== 0 };
}

/** By byte order mark, or UTF-16 by its zeros. `null`: UTF-32. */
function byMark(bytes: Uint8Array): Decoded | null | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { text: utf8(bytes.subarray(3)).text, sure: true };
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) return null;
  if (startsWith(bytes, 0xff, 0xfe)) return { text: utf16(bytes.subarray(2), true), sure: true };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: utf16(bytes.subarray(2), false), sure: true };
  const pairs = utf16ByZeros(bytes);
  return pairs === undefined ? undefined : { text: utf16(bytes, pairs === "le"), sure: true };
}

/** Seven-bit encodings look like ASCII and are not. */
const SEVEN_BIT = /^(?:utf-?7|unicode-1-1-utf-7|(?:cs)?iso-?2022-?\w+|hz-gb-2312)$/;

/** `labelOf` is given the text as UTF-8 reads it. */
function decode(bytes: Uint8Array, labelOf: (asUtf8: string) => string | undefined): Decoded | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked ?? undefined;
  const { text, errors, wide } = utf8(bytes);
  const label = labelOf(text);
  if (label !== undefined && SEVEN_BIT.test(label)) return undefined;
  if (errors === 0 && ["\u001B$", "\u001B("].some((escape) => text.includes(escape))) return undefined;
  // Labels lie, and hardly any other text happens to be well-formed UTF-8.
  if (errors === 0 || (errors < wide && errors <= bytes.length * UTF8_ERROR_SHARE)) return { text, sure: true };
  if (label === undefined || /^(?:utf-?8|us-?ascii|unknown-8bit|x-unknown|unknown|binary|8bit)$/.test(label)) return unlabelled(bytes);
  if (/^(?:utf-?16(?:le|be)?|ucs-?2|unicode)$/.test(label)) return { text: utf16(bytes, !label.endsWith("be")), sure: true };
  const codePage = codePageOf(label);
  const read = codePage === undefined ? undefined : decodeSingleByte(bytes, codePage);
  return read === undefined ? undefined : { text: read, sure: true };
}

/**
 * Decodes text of unknown charset: byte order mark, UTF-16 by its zeros, UTF-8 where (nearly) well formed, else what
 * the content or `contentType` declares, else a Cyrillic page where its letters show it, else windows-1252. `undefined`: a
 * charset that is not known here.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): Decoded | undefined {
  return decode(bytes, (text) => declared(text.slice(0, 2048)) ?? charsetOf(contentType));
}

/** Decodes text whose charset is labelled from outside, as in mail: what the content says of itself does not count. Else like `decodeText`. */
export function decodeAs(bytes: Uint8Array, label: string | undefined): Decoded | undefined {
  return decode(bytes, () => label?.trim().toLowerCase());
}

/** Text in a Windows code page, by its number; here the number is believed. `undefined`: a page that is not known here, such as those of double bytes. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string | undefined {
  if (codePage === PAGE.utf8) return utf8(bytes).text;
  if (codePage === PAGE.utf16le || codePage === PAGE.utf16be) return utf16(bytes, codePage === PAGE.utf16le);
  return decodeSingleByte(bytes, codePage === PAGE.ascii ? PAGE.western : codePage);
}
