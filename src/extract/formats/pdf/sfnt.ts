/** TrueType and OpenType tables that tell letters: `cmap` and `post` (ISO/IEC 14496-22). */
import type { Budget } from "../../budget.ts";
import { latin1, u16be, u32be } from "../../bytes.ts";
import { readCff } from "./cff.ts";
import { ENCODINGS, textOfGlyph } from "./encodings.ts";

export interface Sfnt {
  ofGlyph(glyph: number): string | undefined;
  /** By the font's own 8-bit map, as symbolic fonts are read (ISO 32000-1, 9.6.6.4). */
  ofCode(code: number): string | undefined;
}

const MOST_TABLES = 64;
const MOST_CODES = 70_000;
/** Names of the Macintosh order before the ones that a font spells out. */
const STANDARD_NAMES = 258;

/** Codes and glyphs of one subtable of `cmap`. */
class Subtable {
  readonly pairs = new Map<number, number>();
  private readonly bytes: Uint8Array;
  private readonly at: number;
  private readonly budget: Budget;

  constructor(bytes: Uint8Array, at: number, budget: Budget) {
    this.bytes = bytes;
    this.at = at;
    this.budget = budget;
    const format = u16be(bytes, at);
    if (format === 0) for (let code = 0; code < 256; code++) this.put(code, bytes[at + 6 + code] ?? 0);
    else if (format === 4) this.segments();
    else if (format === 6) for (let index = 0, first = u16be(bytes, at + 6); index < u16be(bytes, at + 8); index++) this.put(first + index, u16be(bytes, at + 10 + index * 2));
    else if (format === 12) this.groups();
  }

  private put(code: number, glyph: number): void {
    this.budget.step();
    if (glyph !== 0 && this.pairs.size < MOST_CODES) this.pairs.set(code, glyph);
  }

  private segments(): void {
    const { bytes, at } = this;
    const count = u16be(bytes, at + 6);
    for (let segment = at + 14; segment < at + 14 + count && segment < bytes.length; segment += 2) {
      const last = u16be(bytes, segment);
      const first = u16be(bytes, segment + count + 2);
      const delta = u16be(bytes, segment + count * 2 + 2);
      const offsetAt = segment + count * 3 + 2;
      const offset = u16be(bytes, offsetAt);
      for (let code = first; code <= last && code !== 0xffff; code++) {
        const glyph = offset === 0 ? code : u16be(bytes, offsetAt + offset + (code - first) * 2);
        this.put(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
      }
    }
  }

  private groups(): void {
    const { bytes, at } = this;
    for (let group = at + 16, end = Math.min(bytes.length, group + u32be(bytes, at + 12) * 12); group < end; group += 12) {
      const [first, last, glyph] = [u32be(bytes, group), u32be(bytes, group + 4), u32be(bytes, group + 8)];
      for (let code = first; code <= last && code - first < MOST_CODES; code++) this.put(code, glyph + code - first);
    }
  }
}

function tablesOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < Math.min(MOST_TABLES, u16be(bytes, 4)); index++) tables.set(latin1(bytes, 12 + index * 16, 16 + index * 16), u32be(bytes, 20 + index * 16));
  return tables;
}

/** Names of glyphs, format 2.0 of `post`: the standard ones follow ASCII and Mac Roman. */
function postTexts(bytes: Uint8Array, at: number): Map<number, string> {
  const texts = new Map<number, string>();
  if (u32be(bytes, at) !== 0x20000) return texts;
  const count = u16be(bytes, at + 32);
  const names: string[] = [];
  for (let name = at + 34 + count * 2; name < bytes.length && names.length < count; name += 1 + (bytes[name] ?? 0)) names.push(latin1(bytes, name + 1, name + 1 + (bytes[name] ?? 0)));
  for (let glyph = 0; glyph < count; glyph++) {
    const index = u16be(bytes, at + 34 + glyph * 2);
    const code = index < 98 ? index + 29 : index + 30;
    const text = index >= STANDARD_NAMES ? textOfGlyph(names[index - STANDARD_NAMES] ?? "") : code < 256 ? ENCODINGS.MacRomanEncoding()[code] : undefined;
    if (text !== undefined) texts.set(glyph, text);
  }
  return texts;
}

export function readSfnt(bytes: Uint8Array, budget: Budget): Sfnt | undefined {
  const tables = tablesOf(bytes);
  const [cmap, post, outlines] = [tables.get("cmap"), tables.get("post"), tables.get("CFF ")];
  const texts = post === undefined ? new Map<number, string>() : postTexts(bytes, post);
  const codes = new Map<number, number>();
  for (let index = 0; cmap !== undefined && index < Math.min(MOST_TABLES, u16be(bytes, cmap + 2)); index++) {
    const record = cmap + 4 + index * 8;
    const [platform, encoding] = [u16be(bytes, record), u16be(bytes, record + 2)];
    const { pairs } = new Subtable(bytes, cmap + u32be(bytes, record + 4), budget);
    const isUnicode = platform === 0 || (platform === 3 && encoding > 0);
    for (const [code, glyph] of pairs) {
      // Codes of private use, 0xF000 and up, are those of an 8-bit font.
      if (!isUnicode || code >> 8 === 0xf0) codes.set(code & 0xff, glyph);
      else if (!texts.has(glyph) && (code & 0x1ff800) !== 0xd800 && code <= 0x10ffff) texts.set(glyph, String.fromCodePoint(code));
    }
  }
  const cff = outlines === undefined ? undefined : readCff(bytes.subarray(outlines), budget);
  if (texts.size === 0 && cff === undefined) return undefined;
  const ofGlyph = (glyph: number): string | undefined => texts.get(glyph) ?? cff?.ofGlyph(glyph);
  return { ofGlyph, ofCode: (code) => { const glyph = codes.get(code); return glyph === undefined ? undefined : ofGlyph(glyph); } };
}
