/** Compound files (MS-CFB): a small file system of storages and streams, as Word, Excel and PowerPoint 97-2003 and Outlook write it. */
import type { Budget } from "../../budget.ts";
import { startsAt, u16le, u32le } from "../../bytes.ts";
import { SectorTable, SECTOR } from "./sectors.ts";
import type { StreamBytes } from "./sectors.ts";

export type { StreamBytes } from "./sectors.ts";

const MARK = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/** Where the header (2.2) has what. */
const HEADER = { sectorShift: 30, directory: 48, miniCutoff: 56, miniFat: 60, difat: 68, difatArray: 76, difatSlots: 109 } as const;
/** Where a directory entry (2.6.1) has what. */
const ENTRY = { bytes: 128, nameBytes: 64, type: 66, left: 68, right: 72, child: 76, start: 116, size: 120, sizeHigh: 124 } as const;
const TYPE = { storage: 1, stream: 2, root: 5 } as const;
const LONGEST_NAME = 64;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
const LINE_END = 2;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** A storage: what a folder is elsewhere. Names are told apart without regard to case (2.6.4). */
export class Storage {
  readonly name: string;
  readonly storages: Storage[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly bytesOf: (entry: Entry) => StreamBytes;

  constructor(name: string, bytesOf: (entry: Entry) => StreamBytes) {
    this.name = name;
    this.bytesOf = bytesOf;
  }

  /** Names of the streams, in the order of the directory. */
  get streamNames(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  hasStream(name: string): boolean {
    return this.entries.has(name.toUpperCase());
  }

  /** Reads a stream. @throws LimitReached */
  stream(name: string): StreamBytes | undefined {
    const entry = this.entries.get(name.toUpperCase());
    return entry === undefined ? undefined : this.bytesOf(entry);
  }

  storage(name: string): Storage | undefined {
    const wanted = name.toUpperCase();
    return this.storages.find((storage) => storage.name.toUpperCase() === wanted);
  }

  /** Of two streams of one name the first counts. */
  keep(entry: Entry): void {
    const key = entry.name.toUpperCase();
    if (!this.entries.has(key)) this.entries.set(key, entry);
  }
}

export interface Compound {
  readonly root: Storage;
  /** The file is cut, or its tables contradict themselves: streams may be missing. */
  readonly damaged: boolean;
}

function entryAt(directory: Uint8Array, at: number, wide: boolean): Entry {
  const nameBytes = Math.min(LONGEST_NAME, u16le(directory, at + ENTRY.nameBytes));
  let name = "";
  for (let unit = 0; unit + 2 < nameBytes; unit += 2) name += String.fromCharCode(u16le(directory, at + unit));
  return {
    name, type: directory[at + ENTRY.type] ?? 0, left: u32le(directory, at + ENTRY.left), right: u32le(directory, at + ENTRY.right), child: u32le(directory, at + ENTRY.child),
    start: u32le(directory, at + ENTRY.start),
    // With sectors of 512 bytes the upper half may hold anything (2.6.3).
    size: u32le(directory, at + ENTRY.size) + (wide ? u32le(directory, at + ENTRY.sizeHigh) * 0x1_0000_0000 : 0),
  };
}

/** Builds the tree. Each entry is visited once: siblings form a binary tree that a damaged file may well tie into a ring. */
function treeOf(entries: readonly Entry[], bytesOf: (entry: Entry) => StreamBytes, budget: Budget): Compound {
  const root = new Storage("", bytesOf);
  const owner = new Map<number, Storage>();
  let damaged = entries[0]?.type !== TYPE.root;
  const waiting: { readonly index: number; readonly storage: Storage }[] = [{ index: entries[0]?.child ?? SECTOR.free, storage: root }];
  const inside = new Map<number, Storage>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    budget.step();
    const { index, storage } = next;
    if (index === SECTOR.free) continue;
    const entry = entries[index];
    if (entry === undefined || index === 0 || owner.has(index) || (entry.type !== TYPE.storage && entry.type !== TYPE.stream)) {
      damaged = true;
      continue;
    }
    owner.set(index, storage);
    waiting.push({ index: entry.left, storage }, { index: entry.right, storage });
    if (entry.type === TYPE.storage) {
      const own = new Storage(entry.name, bytesOf);
      inside.set(index, own);
      waiting.push({ index: entry.child, storage: own });
    }
  }
  entries.forEach((entry, index) => {
    // What no entry leads to is read as if it lay at the top: a broken ring must not hide a stream.
    const storage = owner.get(index) ?? root;
    const own = inside.get(index);
    if (own !== undefined) storage.storages.push(own);
    else if (entry.type === TYPE.stream) storage.keep(entry);
  });
  return { root, damaged };
}

/** Sector numbers of the allocation table: 109 in the header, the others in a chain of sectors (2.5). `whole`: the chain ended as it should. */
function fatSectors(bytes: Uint8Array, shift: number, budget: Budget): { readonly sectors: readonly number[]; readonly whole: boolean } {
  const most = bytes.length >>> shift;
  const sectors: number[] = [];
  const take = (at: number, slots: number): void => {
    for (let slot = 0; slot < slots; slot++) {
      const sector = u32le(bytes, at + slot * 4);
      if (sector <= SECTOR.last) sectors.push(sector);
    }
  };
  take(HEADER.difatArray, HEADER.difatSlots);
  const slots = (1 << (shift - 2)) - 1;
  let sector = u32le(bytes, HEADER.difat);
  for (let visited = 0; sector <= SECTOR.last; visited++) {
    const at = (sector + 1) * 2 ** shift;
    if (visited > most || at + slots * 4 + 4 > bytes.length) return { sectors: sectors.slice(0, most), whole: false };
    budget.step(slots);
    take(at, slots);
    sector = u32le(bytes, at + slots * 4);
  }
  return { sectors: sectors.slice(0, most), whole: sectors.length <= most };
}

/**
 * The allocation table itself (2.3). `whole`: all its sectors are there, and none beyond the end of the file leads on to
 * another. Some programs mark what is beyond as ends of chains, and some leave the last sector short.
 */
function fatOf(bytes: Uint8Array, shift: number, budget: Budget): { readonly table: Uint32Array; readonly whole: boolean } {
  const { sectors, whole } = fatSectors(bytes, shift, budget);
  const inFile = Math.max(0, Math.ceil(bytes.length / 2 ** shift) - 1);
  const complete = Math.max(0, (bytes.length >>> shift) - 1);
  const table = new Uint32Array(inFile).fill(SECTOR.free);
  const perSector = 1 << (shift - 2);
  let sound = whole;
  sectors.forEach((sector, order) => {
    const at = (sector + 1) * 2 ** shift;
    budget.step(perSector);
    if (at + perSector * 4 > bytes.length) {
      sound = false;
      return;
    }
    for (let slot = 0; slot < perSector; slot++) {
      const next = u32le(bytes, at + slot * 4);
      const index = order * perSector + slot;
      if (index < inFile) table[index] = next;
      if (index >= complete && next !== SECTOR.free && next !== SECTOR.end) sound = false;
    }
  });
  return { table, whole: sound };
}

/** True where each stream's chain reaches as far as its size says. Sound streams share no sectors, so that all together pass each but once. */
function streamsAreWhole(entries: readonly Entry[], tableOf: (entry: Entry) => SectorTable, sectors: number): boolean {
  let left = sectors;
  for (const entry of entries) {
    if (entry.type !== TYPE.stream || entry.size === 0) continue;
    const table = tableOf(entry);
    left -= Math.ceil(entry.size / table.unit);
    if (left < 0 || table.lacking(entry.start, entry.size) > 0) return false;
  }
  return true;
}

/** Some programs end the file with the last byte of a stream, some servers put a line end behind it. A file that ends elsewhere in a sector is cut. */
function endsWell(bytes: Uint8Array, table: Uint32Array, entries: readonly Entry[], unit: number): boolean {
  const rest = bytes.length % unit;
  const lineEnd = rest <= LINE_END && table[table.length - 1] === SECTOR.free;
  return rest === 0 || lineEnd || entries.some(({ size }) => size % unit === rest);
}

export function isCompound(bytes: Uint8Array): boolean {
  return startsAt(bytes, 0, MARK);
}

/**
 * Opens a compound file of version 3 or 4. Streams are read when they are asked for; a chain that is cut, runs in a ring
 * or points outside the file ends there, and the stream is not `whole`. `undefined`: no compound file, or no directory in it.
 * @throws LimitReached
 */
export function openCompound(bytes: Uint8Array, budget: Budget): Compound | undefined {
  const shift = u16le(bytes, HEADER.sectorShift);
  if (!isCompound(bytes) || (shift !== 9 && shift !== 12)) return undefined;
  const fat = fatOf(bytes, shift, budget);
  const sectors = new SectorTable(bytes, 2 ** shift, 2 ** shift, fat.table, budget);
  const directory = sectors.chain(u32le(bytes, HEADER.directory));
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY.bytes <= directory.bytes.length; at += ENTRY.bytes) entries.push(entryAt(directory.bytes, at, shift === 12));
  const [top] = entries;
  if (top === undefined) return undefined;

  const miniFat = sectors.chain(u32le(bytes, HEADER.miniFat)).bytes;
  const miniNext = Uint32Array.from({ length: miniFat.length >> 2 }, (_, slot) => u32le(miniFat, slot * 4));
  const mini = new SectorTable(sectors.stream(top.start, top.size).bytes, 0, MINI_SECTOR, miniNext, budget);
  const cutoff = u32le(bytes, HEADER.miniCutoff) || MINI_CUTOFF;
  const tableOf = ({ size }: Entry): SectorTable => (size < cutoff ? mini : sectors);
  const ended = endsWell(bytes, fat.table, entries.filter(({ size }, index) => size >= cutoff || index === 0), sectors.unit);
  const { root, damaged } = treeOf(entries, (entry) => tableOf(entry).stream(entry.start, entry.size), budget);
  return { root, damaged: damaged || !ended || !directory.whole || !fat.whole || !streamsAreWhole(entries, tableOf, sectors.count + mini.count) };
}
