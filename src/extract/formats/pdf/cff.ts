/** Names of glyphs in a Compact Font Format program (Adobe Technical Note 5176): its charset and its encoding. */
import type { Budget } from "../../budget.ts";
import { latin1, u16be } from "../../bytes.ts";
import { standardString, textOfGlyph } from "./encodings.ts";

export interface Cff {
  ofGlyph(glyph: number): string | undefined;
  ofCode(code: number): string | undefined;
}

interface Index {
  /** Starts of the entries, and the end of the last. */
  readonly offsets: readonly number[];
  readonly end: number;
}

const OPERATOR = { charset: 15, encoding: 16, charStrings: 17, ros: 12 * 256 + 30 } as const;

function readIndex(bytes: Uint8Array, at: number, budget: Budget): Index {
  const count = u16be(bytes, at);
  const size = bytes[at + 2] ?? 0;
  if (count === 0 || size < 1 || size > 4) return { offsets: [], end: at + 2 };
  const base = at + 2 + (count + 1) * size;
  const offsets: number[] = [];
  for (let index = 0; index <= count; index++) {
    budget.step();
    let offset = 0;
    for (let byte = 0; byte < size; byte++) offset = offset * 256 + (bytes[at + 3 + index * size + byte] ?? 0);
    offsets.push(base + offset);
  }
  return { offsets, end: offsets[count] as number };
}

/** The last operand of each operator; a real number counts as 0. */
function readDict(bytes: Uint8Array, from: number, to: number): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  let operand = 0;
  for (let at = from; at < Math.min(to, bytes.length); ) {
    const first = bytes[at++] as number;
    const next = (): number => bytes[at++] ?? 0;
    if (first <= 21) values.set(first === 12 ? 12 * 256 + next() : first, operand);
    else if (first === 28) operand = ((next() << 8) | next()) << 16 >> 16;
    else if (first === 29) operand = (next() << 24) | (next() << 16) | (next() << 8) | next();
    else if (first === 30) while (at < to && (next() & 15) !== 15) operand = 0;
    else if (first < 247) operand = first - 139;
    else if (first < 251) operand = (first - 247) * 256 + next() + 108;
    else operand = -(first - 251) * 256 - next() - 108;
  }
  return values;
}

/** String identifiers by glyph (section 13). */
function charset(bytes: Uint8Array, offset: number, glyphs: number, budget: Budget): readonly number[] {
  const ids = [0];
  if (offset <= 2) {
    for (let id = 1; id < glyphs && id <= 228; id++) ids.push(id);
    return ids;
  }
  const format = bytes[offset];
  for (let at = offset + 1; ids.length < glyphs && at < bytes.length; ) {
    budget.step();
    const first = u16be(bytes, at);
    const left = format === 0 ? 0 : format === 1 ? (bytes[at + 2] ?? 0) : u16be(bytes, at + 2);
    for (let index = 0; index <= left && ids.length < glyphs; index++) ids.push(first + index);
    at += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return ids;
}

/** Glyphs by code (section 12). Supplements are left out. */
function encoding(bytes: Uint8Array, offset: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const format = (bytes[offset] ?? 0) & 0x7f;
  const count = bytes[offset + 1] ?? 0;
  let glyph = 1;
  for (let index = 0; index < count; index++) {
    if (format === 0) glyphs.set(bytes[offset + 2 + index] ?? 0, glyph++);
    else for (let left = 0, first = bytes[offset + 2 + index * 2] ?? 0; left <= (bytes[offset + 3 + index * 2] ?? 0); left++) glyphs.set(first + left, glyph++);
  }
  return glyphs;
}

/** `undefined`: glyphs without names, as in fonts made for CJK. @throws LimitReached */
export function readCff(bytes: Uint8Array, budget: Budget): Cff | undefined {
  const names = readIndex(bytes, bytes[2] ?? 4, budget);
  const tops = readIndex(bytes, names.end, budget);
  const strings = readIndex(bytes, tops.end, budget);
  const [from, to] = tops.offsets;
  if (from === undefined || to === undefined) return undefined;
  const top = readDict(bytes, from, to);
  if (top.has(OPERATOR.ros)) return undefined;
  const ids = charset(bytes, top.get(OPERATOR.charset) ?? 0, u16be(bytes, top.get(OPERATOR.charStrings) ?? bytes.length), budget);
  const textOf = (id: number | undefined): string | undefined => {
    if (id === undefined || id === 0) return undefined;
    const [start, end] = [strings.offsets[id - 391], strings.offsets[id - 390]];
    return id < 391 ? standardString(id) : start === undefined || end === undefined ? undefined : textOfGlyph(latin1(bytes, start, Math.min(end, start + 60)));
  };
  const at = top.get(OPERATOR.encoding) ?? 0;
  const codes = at > 1 ? encoding(bytes, at) : undefined;
  return { ofGlyph: (glyph) => textOf(ids[glyph]), ofCode: (code) => (codes === undefined ? undefined : textOf(ids[codes.get(code) ?? 0])) };
}
