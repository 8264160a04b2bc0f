/** Records of Office drawings and of PowerPoint (MS-ODRAW 2.2.1, MS-PPT 2.3.1): a version, an instance, a type, a length. */
import { LimitReached } from "../../budget.ts";
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";
import { pageText } from "./page-text.ts";

export interface OfficeRecord {
  readonly type: number;
  readonly instance: number;
  /** It holds records. */
  readonly container: boolean;
  /** Where its head, its content and what follows start. Content ends with what holds it, where the record says it is longer. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** It says it is longer than what holds it. */
  readonly cut: boolean;
}

const HEADER = 8;
const CONTAINER = 0xf;
/** Side by side; a presentation has thousands. */
const MOST_RECORDS = 200_000;

/** The record at an offset, or `undefined` where not even its head fits in before `end`. */
export function recordAt(bytes: Uint8Array, at: number, end: number = bytes.length): OfficeRecord | undefined {
  const last = Math.min(end, bytes.length);
  if (at + HEADER > last) return undefined;
  const head = u16le(bytes, at);
  const from = at + HEADER;
  const stop = from + u32le(bytes, at + 4);
  return { type: u16le(bytes, at + 2), instance: head >> 4, container: (head & CONTAINER) === CONTAINER, at, from, to: Math.min(stop, last), cut: stop > last };
}

/** The records one after another between two offsets. @throws LimitReached */
export function recordsOf(bytes: Uint8Array, from: number, to: number, budget: Budget): readonly OfficeRecord[] {
  const records: OfficeRecord[] = [];
  for (let record = recordAt(bytes, from, to); record !== undefined; record = recordAt(bytes, record.to, to)) {
    budget.step();
    if (records.length >= MOST_RECORDS) throw new LimitReached("too-large");
    records.push(record);
  }
  return records;
}

/** Types of records (MS-ODRAW 2.2). */
export const ART = { drawings: 0xf000, store: 0xf001, storeEntry: 0xf007, group: 0xf003, shape: 0xf004, options: 0xf00b, childAnchor: 0xf00f, anchor: 0xf010, moreOptions: 0xf122 } as const;
/** Numbers of properties (2.3): WordArt's text, the picture, its description, and what tells a table. */
export const OPTION = { wordArt: 0xc0, picture: 0x104, description: 0x381, table: 0x39f } as const;

const OPTION_BYTES = 6;
const COMPLEX = 0x8000;
const SIZE_AT = 20;

export interface ShapeOptions {
  readonly values: ReadonlyMap<number, number>;
  /** Texts among them. */
  readonly texts: readonly string[];
}

/** Properties of a shape (2.2.9): six bytes each, then the data of the long ones. */
export function shapeOptions(bytes: Uint8Array, record: OfficeRecord): ShapeOptions {
  const values = new Map<number, number>();
  const texts: string[] = [];
  let data = record.from + record.instance * OPTION_BYTES;
  for (let at = record.from; at < record.from + record.instance * OPTION_BYTES && at < record.to; at += OPTION_BYTES) {
    const id = u16le(bytes, at);
    const value = u32le(bytes, at + 2);
    const option = id & 0x3fff;
    values.set(option, value);
    if ((id & COMPLEX) === 0) continue;
    if (option === OPTION.wordArt || option === OPTION.description) texts.push((pageText(bytes.subarray(data, Math.min(data + value, record.to)), 1200) ?? "").replace(/\0/g, ""));
    data += value;
  }
  return { values, texts };
}

/** Bytes of each picture in an OfficeArtDggContainer (2.2.12) between two offsets, by their order. @throws LimitReached */
export function pictureSizes(bytes: Uint8Array, from: number, to: number, budget: Budget): readonly number[] {
  const [drawings] = recordsOf(bytes, from, Math.min(to, (recordAt(bytes, from, to)?.to ?? from)), budget);
  if (drawings?.type !== ART.drawings) return [];
  const store = recordsOf(bytes, drawings.from, drawings.to, budget).find(({ type }) => type === ART.store);
  if (store === undefined) return [];
  return recordsOf(bytes, store.from, store.to, budget).map(({ type, from: entry }) => (type === ART.storeEntry ? u32le(bytes, entry + SIZE_AT) : 0));
}
