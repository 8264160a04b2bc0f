/** Zip archives (APPNOTE 6.3): the directory, and one member at a time. Sizes that the file claims decide nothing. */
import { LimitReached } from "./budget.ts";
import type { Budget } from "./budget.ts";
import { indexOfBytes, startsAt, u16le, u32le } from "./bytes.ts";
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
  /** As the archive says: decides nothing, but an archive that lies is damaged. */
  readonly claimedBytes: number;
  /** Of the local header. */
  readonly at: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The directory at the end was missing, cut, or silent about members that are there: those were found by their own headers. */
  readonly damaged: boolean;
  /** One of several volumes: the rest of it lies in other files. */
  readonly split: boolean;
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
function wide(bytes: Uint8Array, at: number): { readonly packed: number; readonly claimed: number; readonly offset: number } {
  let packed = u32le(bytes, at + 20);
  let claimed = u32le(bytes, at + 24);
  let offset = u32le(bytes, at + 42);
  let extra = at + CENTRAL_BYTES + u16le(bytes, at + 28);
  const extraEnd = extra + u16le(bytes, at + 30);
  while (extra + 4 <= extraEnd) {
    const length = u16le(bytes, extra + 2);
    if (u16le(bytes, extra) === 1) {
      let field = extra + 4;
      if (claimed === IN_EXTRA) {
        claimed = u64le(bytes, field);
        field += 8;
      }
      if (packed === IN_EXTRA) {
        packed = u64le(bytes, field);
        field += 8;
      }
      if (offset === IN_EXTRA) offset = u64le(bytes, field);
    }
    extra += 4 + length;
  }
  return { packed, claimed, offset };
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
    const { packed, claimed, offset } = wide(bytes, at);
    entries.push({
      name: nameAt(bytes, at + CENTRAL_BYTES, nameBytes), encrypted: (flags & (FLAG.encrypted | FLAG.hiddenHeaders)) !== 0, method: u16le(bytes, at + 10),
      packedBytes: packed, claimedBytes: claimed, at: offset + found.base,
    });
    at += CENTRAL_BYTES + nameBytes + u16le(bytes, at + 30) + u16le(bytes, at + 32);
  }
  const complete = startsAt(bytes, at, END) || startsAt(bytes, at, END_64) || startsAt(bytes, at, "PK\x05\x05");
  const unlisted = unlistedEntries(bytes, entries, found.start, budget);
  return { entries: [...entries, ...unlisted], damaged: !complete || unlisted.length > 0, split: false };
}

/** Size in an archive's entry that is not known. */
const UNKNOWN = -1;

function localEntry(bytes: Uint8Array, at: number): ZipEntry {
  const flags = u16le(bytes, at + 6);
  const packed = u32le(bytes, at + 18);
  const unknown = (flags & FLAG.sizesFollow) !== 0 || packed === IN_EXTRA;
  return {
    name: nameAt(bytes, at + LOCAL_BYTES, u16le(bytes, at + 26)), encrypted: (flags & FLAG.encrypted) !== 0, method: u16le(bytes, at + 8),
    packedBytes: unknown ? IN_EXTRA : packed, claimedBytes: unknown ? UNKNOWN : u32le(bytes, at + 22), at,
  };
}

function dataStart(bytes: Uint8Array, at: number): number {
  return at + LOCAL_BYTES + u16le(bytes, at + 26) + u16le(bytes, at + 28);
}

/** Members by their own headers, within a stretch of the file. One of unknown size reaches to the next header. */
function localEntries(bytes: Uint8Array, from: number, to: number, budget: Budget): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = indexOfBytes(bytes, LOCAL, from, to); at !== -1; budget.step()) {
    const entry = localEntry(bytes, at);
    entries.push(entry);
    at = indexOfBytes(bytes, LOCAL, dataStart(bytes, at) + (entry.packedBytes === IN_EXTRA ? 0 : entry.packedBytes), to);
  }
  budget.step((to - from) >> 6);
  return entries;
}

/**
 * Members between those of the directory, which it does not name: deleted, or hidden. Members that share their data are a
 * few kilobytes that unpack to gigabytes (D. Fifield, "A better zip bomb", 2019). @throws LimitReached `bomb`
 */
function unlistedEntries(bytes: Uint8Array, entries: readonly ZipEntry[], directory: number, budget: Budget): readonly ZipEntry[] {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  const found: ZipEntry[] = [];
  let behind = 0;
  for (const entry of ordered) {
    if (entry.at + (entry.packedBytes > 0 ? LOCAL_BYTES : 0) < behind) throw new LimitReached("bomb");
    if (entry.at > behind) found.push(...localEntries(bytes, behind, entry.at, budget));
    behind = Math.max(behind, entry.packedBytes < IN_EXTRA ? dataStart(bytes, entry.at) + entry.packedBytes : entry.at);
  }
  if (directory > behind) found.push(...localEntries(bytes, behind, directory, budget));
  return found;
}

/** The number of this volume or of the one where the directory starts (4.4.19, 4.4.20) is not the first's; or the mark of split archives (8.5.4). */
function isSplit(bytes: Uint8Array): boolean {
  const end = endRecord(bytes);
  const volume = end === -1 ? 0 : u16le(bytes, end + 4);
  return startsAt(bytes, 0, "PK\x07\x08") || (volume !== 0 && volume !== 0xffff);
}

/** Lists what an archive holds. Folders are left out. @throws LimitReached */
export function zipDirectory(bytes: Uint8Array, budget: Budget): ZipDirectory {
  const split = isSplit(bytes);
  const directory = (split ? undefined : centralEntries(bytes, budget)) ?? { entries: localEntries(bytes, 0, bytes.length, budget), damaged: true };
  return { ...directory, split, entries: directory.entries.filter(({ name, packedBytes }) => !(name.endsWith("/") && packedBytes === 0)) };
}

/** Unpacks one member. `undefined`: encrypted, by an unknown method, or not there. @throws LimitReached */
export function zipMember(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Inflated | undefined {
  if (entry.encrypted || !startsAt(bytes, entry.at, LOCAL)) return undefined;
  const start = dataStart(bytes, entry.at);
  const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packedBytes));
  if (entry.method === 8) {
    const inflated = inflateRaw(packed, budget);
    return { ...inflated, whole: inflated.whole && (entry.claimedBytes === UNKNOWN || entry.claimedBytes === inflated.bytes.length) };
  }
  if (entry.method !== 0) return undefined;
  const tooLong = packed.length > budget.limits.memberBytes;
  budget.step();
  return { bytes: packed, whole: start <= bytes.length && packed.length === entry.packedBytes, tooLong };
}
