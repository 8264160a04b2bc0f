/** Property sets (MS-OLEPS): title, author and the like, and properties that someone named. */
import type { Budget } from "../../budget.ts";
import { f64le, latin1, u16le, u32le } from "../../bytes.ts";
import type { Storage } from "./compound.ts";
import { pageText } from "./page-text.ts";

const STREAMS = ["\x05SummaryInformation", "\x05DocumentSummaryInformation"];
/** What is said of the document, by the first field of the set's FMTID (2.25, MS-OSHARED 2.3.3.2). Template, application and counts are noise. */
const LABELS: ReadonlyMap<number, Readonly<Record<number, string>>> = new Map([
  [0xf29f85e0, { 2: "Title", 3: "Subject", 4: "Author", 5: "Keywords", 6: "Comments", 8: "Last saved by" }],
  [0xd5cdd502, { 2: "Category", 13: "Parts", 14: "Manager", 15: "Company", 26: "Content type", 27: "Status" }],
]);
const USER_DEFINED = 0xd5cdd505;
/** Names that programs give for themselves. */
const NOISE = /^_PID_|^_?AdHoc|GUID|ContentTypeId|^Slide$|^MSIP_Label/i;
const MOST_SETS = 2;
const MOST_PROPERTIES = 500;
const MOST_ELEMENTS = 200;
const LONGEST = 65_536;
const CODE_PAGE = 1;
const UTF_16 = 1200;
/** Property types (2.15). */
const VT = { i2: 2, i4: 3, r8: 5, bool: 11, ansi: 30, wide: 31, time: 64, vector: 0x1000, variant: 12 } as const;
const SECONDS_FROM_1601 = 11_644_473_600;

/** A text up to its zero. Letters of a page that is not known stand as U+FFFD. */
function textOf(bytes: Uint8Array, codePage: number): string {
  const text = pageText(bytes, codePage) ?? latin1(bytes).replace(/[\x80-\xff]/g, "\ufffd");
  const end = text.indexOf("\0");
  return end === -1 ? text : text.slice(0, end);
}

/** A date that a form's field holds; the time is left out where it is midnight. */
function dateOf(low: number, high: number): string {
  const seconds = (high * 0x1_0000_0000 + low) / 1e7 - SECONDS_FROM_1601;
  const date = new Date(seconds * 1000);
  return seconds > -SECONDS_FROM_1601 && !Number.isNaN(date.getTime()) ? date.toISOString().replace(/T00:00:00\.000Z$|\.\d{3}Z$/, "") : "";
}

/** One value and the offset behind it, padded to four bytes as vectors of strings have it or not. */
function valueAt(set: Uint8Array, at: number, type: number, codePage: number): { readonly value: string; readonly end: number } {
  switch (type) {
    case VT.ansi:
    case VT.wide: {
      const bytes = Math.min(LONGEST, u32le(set, at) * (type === VT.wide ? 2 : 1));
      return { value: textOf(set.subarray(at + 4, at + 4 + bytes), type === VT.wide ? UTF_16 : codePage), end: at + 4 + (type === VT.wide ? (bytes + 3) & ~3 : bytes) };
    }
    case VT.i2: return { value: String((u16le(set, at) << 16) >> 16), end: at + 4 };
    case VT.i4: return { value: String(u32le(set, at) | 0), end: at + 4 };
    case VT.r8: return { value: String(f64le(set, at)), end: at + 8 };
    case VT.time: return { value: dateOf(u32le(set, at), u32le(set, at + 4)), end: at + 8 };
    default: return { value: "", end: set.length };
  }
}

function property(set: Uint8Array, at: number, codePage: number): string {
  const type = u16le(set, at);
  if ((type & VT.vector) === 0) return valueAt(set, at + 4, type, codePage).value;
  const values: string[] = [];
  let from = at + 8;
  for (let left = Math.min(MOST_ELEMENTS, u32le(set, at + 4)); left > 0 && from < set.length; left--) {
    const inner = type === (VT.vector | VT.variant) ? u16le(set, from) : type & ~VT.vector;
    const { value, end } = valueAt(set, type === (VT.vector | VT.variant) ? from + 4 : from, inner, codePage);
    // A pair of a heading and a count stands in variants: they are not names.
    if (value !== "" && inner !== VT.i4) values.push(value);
    from = end;
  }
  return values.join("; ");
}

/** Names of user-defined properties by their ids (2.16). */
function dictionary(set: Uint8Array, at: number, codePage: number): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let from = at + 4;
  for (let left = Math.min(MOST_PROPERTIES, u32le(set, at)); left > 0 && from < set.length; left--) {
    const units = Math.min(LONGEST, u32le(set, from + 4));
    const bytes = codePage === UTF_16 ? units * 2 : units;
    names.set(u32le(set, from), textOf(set.subarray(from + 8, from + 8 + bytes), codePage));
    from += 8 + (codePage === UTF_16 ? (bytes + 3) & ~3 : bytes);
  }
  return names;
}

function linesOfSet(set: Uint8Array, kind: number, budget: Budget): readonly string[] {
  const count = Math.min(MOST_PROPERTIES, u32le(set, 4));
  const offsets = new Map<number, number>();
  for (let index = 0; index < count; index++) offsets.set(u32le(set, 8 + index * 8), u32le(set, 12 + index * 8));
  budget.step(count);
  const page = offsets.get(CODE_PAGE);
  const codePage = page === undefined ? 1252 : u16le(set, page + 4);
  const named = kind === USER_DEFINED ? dictionary(set, offsets.get(0) ?? set.length, codePage) : undefined;
  const labels = LABELS.get(kind) ?? {};
  const lines: string[] = [];
  for (const [id, at] of offsets) {
    const label = named === undefined ? labels[id] : named.get(id);
    if (id < 2 || label === undefined || NOISE.test(label)) continue;
    const value = property(set, at, codePage).trim();
    if (value !== "") lines.push(`${label}: ${value}`);
  }
  return lines;
}

/** `Label: value` lines of the summary property sets at the top of a compound file. @throws LimitReached */
export function propertiesOf(root: Storage, budget: Budget): string {
  const lines: string[] = [];
  for (const name of STREAMS) {
    const bytes = root.stream(name)?.bytes;
    if (bytes === undefined || u16le(bytes, 0) !== 0xfffe) continue;
    const sets = Math.min(MOST_SETS, u32le(bytes, 24));
    for (let index = 0; index < sets; index++) {
      const head = 28 + index * 20;
      lines.push(...linesOfSet(bytes.subarray(u32le(bytes, head + 16)), u32le(bytes, head), budget));
    }
  }
  return lines.join("\n");
}
