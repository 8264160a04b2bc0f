/** Zip archives (APPNOTE 6.3): the directory, and one member at a time. Sizes that the file claims decide nothing. */
import { LimitReached } from "./budget.ts";
import type { Budget } from "./budget.ts";
import { startsAt, u16le, u32le } from "./bytes.ts";
import { decodeText } from "./charset.ts";
import { inflateRaw } from "./inflate.ts";
import type { Inflated } from "./inflate.ts";

export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated, 99 encrypted with AES. */
  readonly method: number;
  readonly packedBytes: number;
  /** Of the local header. */
  readonly at: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The directory at the end was missing or cut: entries were found by their own headers. */
  readonly damaged: boolean;
}

const LOCAL = "PK\x03\x04";
const CENTRAL = "PK\x01\x02";
const END = "PK\x05\x06";
const END_64 = "PK\x06\x06";
const LOCATOR_64 = "PK\x06\x07";
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const IN_EXTRA = 0xffffffff;
/** Flag bits (4.4.4): encrypted, sizes follow the data, encrypted directory, UTF-8 names. */
const FLAG = { encrypted: 1, sizesFollow: 8, hiddenHeaders: 0x2000 } as const;

/** Names are UTF-8 or, in old archives, an 8-bit page whose ASCII half is what matters. */
function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return (decodeText(bytes.subarray(at, at + length))?.text ?? "").replace(/\\/g, "/");
}

function u64le(bytes: Uint8Array, at: number): number {
  return u32le(bytes, at) + u32le(bytes, at + 4) * 0x1_0000_0000;
}

/** Offset of the end record, or -1. */
function endRecord(bytes: Uint8Array): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) if (startsAt(bytes, at, END)) return at;
  return -1;
}

/** Where the central directory starts, and what must be added to its offsets where data was put before the archive. */
function directoryStart(bytes: Uint8Array, end: number): { readonly start: number; readonly base: number } | undefined {
  let start = u32le(bytes, end + 16);
  let size = u32le(bytes, end + 12);
  const locator = end - 20;
  if (startsAt(bytes, locator, LOCATOR_64)) {
    const record = u64le(bytes, locator + 8);
    if (startsAt(bytes, record, END_64)) [size, start] = [u64le(bytes, record + 40), u64le(bytes, record + 48)];
  }
  if (startsAt(bytes, start, CENTRAL)) return { start, base: 0 };
  const shifted = end - size;
  return shifted >= 0 && startsAt(bytes, shifted, CENTRAL) ? { start: shifted, base: shifted - start } : undefined;
}

/** Zip64 extra field (4.5.3): the values that did not fit, in the order uncompressed, compressed, offset. */
function wide(bytes: Uint8Array, at: number): { readonly packed: number; readonly offset: number } {
  let packed = u32le(bytes, at + 20);
  let offset = u32le(bytes, at + 42);
  let extra = at + CENTRAL_BYTES + u16le(bytes, at + 28);
  const extraEnd = extra + u16le(bytes, at + 30);
  while (extra + 4 <= extraEnd) {
    const length = u16le(bytes, extra + 2);
    if (u16le(bytes, extra) === 1) {
      let field = extra + 4 + (u32le(bytes, at + 24) === IN_EXTRA ? 8 : 0);
      if (packed === IN_EXTRA) {
        packed = u64le(bytes, field);
        field += 8;
      }
      if (offset === IN_EXTRA) offset = u64le(bytes, field);
    }
    extra += 4 + length;
  }
  return { packed, offset };
}

function centralEntries(bytes: Uint8Array, budget: Budget): ZipDirectory | undefined {
  const end = endRecord(bytes);
  const found = end === -1 ? undefined : directoryStart(bytes, end);
  if (found === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = found.start;
  for (; at + CENTRAL_BYTES <= bytes.length && startsAt(bytes, at, CENTRAL); budget.step()) {
    const flags = u16le(bytes, at + 8);
    const nameBytes = u16le(bytes, at + 28);
    const { packed, offset } = wide(bytes, at);
    entries.push({
      name: nameAt(bytes, at + CENTRAL_BYTES, nameBytes), encrypted: (flags & (FLAG.encrypted | FLAG.hiddenHeaders)) !== 0, method: u16le(bytes, at + 10),
      packedBytes: packed, at: offset + found.base,
    });
    at += CENTRAL_BYTES + nameBytes + u16le(bytes, at + 30) + u16le(bytes, at + 32);
  }
  return { entries, damaged: !startsAt(bytes, at, END) && !startsAt(bytes, at, END_64) && !startsAt(bytes, at, "PK\x05\x05") };
}

/** By the headers before each member: what is left of an archive that was cut. A member of unknown size reaches to the next header. */
function localEntries(bytes: Uint8Array, budget: Budget): ZipDirectory {
  const entries: ZipEntry[] = [];
  for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
    budget.step();
    if (!startsAt(bytes, at, LOCAL)) continue;
    const flags = u16le(bytes, at + 6);
    const nameBytes = u16le(bytes, at + 26);
    const claimed = u32le(bytes, at + 18);
    const unknown = (flags & FLAG.sizesFollow) !== 0 || claimed === IN_EXTRA;
    entries.push({
      name: nameAt(bytes, at + LOCAL_BYTES, nameBytes), encrypted: (flags & FLAG.encrypted) !== 0, method: u16le(bytes, at + 8), packedBytes: unknown ? IN_EXTRA : claimed, at,
    });
    at += LOCAL_BYTES + nameBytes + (unknown ? 0 : claimed) - 1;
  }
  return { entries, damaged: true };
}

/** Members that share their data: a few kilobytes that unpack to gigabytes (D. Fifield, "A better zip bomb", 2019). */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  return ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return next !== undefined && entry.packedBytes > 0 && entry.packedBytes < IN_EXTRA && entry.at + LOCAL_BYTES + entry.packedBytes > next.at;
  });
}

/** Lists what an archive holds. Folders are left out. @throws LimitReached */
export function zipDirectory(bytes: Uint8Array, budget: Budget): ZipDirectory {
  const directory = centralEntries(bytes, budget) ?? localEntries(bytes, budget);
  if (!directory.damaged && overlap(directory.entries)) throw new LimitReached("bomb");
  return { ...directory, entries: directory.entries.filter(({ name, packedBytes }) => !(name.endsWith("/") && packedBytes === 0)) };
}

/** Unpacks one member. `undefined`: encrypted, by an unknown method, or not there. @throws LimitReached */
export function zipMember(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Inflated | undefined {
  if (entry.encrypted || !startsAt(bytes, entry.at, LOCAL)) return undefined;
  const start = entry.at + LOCAL_BYTES + u16le(bytes, entry.at + 26) + u16le(bytes, entry.at + 28);
  const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packedBytes));
  if (entry.method === 8) return inflateRaw(packed, budget);
  if (entry.method !== 0) return undefined;
  const tooLong = packed.length > budget.limits.memberBytes;
  budget.step();
  return { bytes: packed, whole: packed.length === entry.packedBytes, tooLong };
}
