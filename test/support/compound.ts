/** Writes compound files (MS-CFB) of version 3 or 4 for tests. */
export interface Folder {
  readonly [name: string]: Uint8Array | Folder;
}

const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;
const DIFAT = 0xfffffffc;
const CUTOFF = 4096;
const ENTRY = 128;

interface Entry {
  readonly name: string;
  readonly type: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Sectors of one size with the table that chains them. */
class Sectors {
  readonly parts: Uint8Array[] = [];
  readonly next: number[] = [];
  readonly unit: number;

  constructor(unit: number) {
    this.unit = unit;
  }

  add(bytes: Uint8Array, mark?: number): number {
    if (bytes.length === 0) return END;
    const start = this.next.length;
    const count = Math.ceil(bytes.length / this.unit);
    const padded = new Uint8Array(count * this.unit);
    padded.set(bytes);
    this.parts.push(padded);
    for (let at = 0; at < count; at++) this.next.push(mark ?? (at === count - 1 ? END : start + at + 1));
    return start;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.parts));
  }
}

function words(values: readonly number[], unit: number): Uint8Array {
  const padded = [...values, ...Array<number>((unit / 4 - (values.length % (unit / 4))) % (unit / 4)).fill(FREE)];
  return new Uint8Array(Uint32Array.from(padded).buffer);
}

function entryBytes({ name, type, right, child, start, size }: Entry): Uint8Array {
  const bytes = Buffer.alloc(ENTRY);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE(type === 0 ? 0 : name.length * 2 + 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function place(folder: Folder, entries: Entry[], owner: Entry, sectors: Sectors, mini: Sectors): void {
  let previous: Entry | undefined;
  for (const [name, value] of Object.entries(folder)) {
    const bytes = value instanceof Uint8Array ? value : undefined;
    const entry: Entry = { name, type: bytes ? 2 : 1, right: FREE, child: FREE, start: bytes ? 0 : END, size: bytes?.length ?? 0 };
    if (bytes) entry.start = (bytes.length < CUTOFF ? mini : sectors).add(bytes);
    if (previous) previous.right = entries.length;
    else owner.child = entries.length;
    entries.push(entry);
    previous = entry;
    if (!(value instanceof Uint8Array)) place(value, entries, entry, sectors, mini);
  }
}

export function compoundFile(folder: Folder, version: 3 | 4 = 3): Uint8Array {
  const unit = version === 3 ? 512 : 4096;
  const sectors = new Sectors(unit);
  const mini = new Sectors(64);
  const root: Entry = { name: "Root Entry", type: 5, right: FREE, child: FREE, start: END, size: 0 };
  const entries = [root];
  place(folder, entries, root, sectors, mini);
  root.size = mini.bytes.length;
  root.start = sectors.add(mini.bytes);
  while (entries.length % (unit / ENTRY) !== 0) entries.push({ name: "", type: 0, right: FREE, child: FREE, start: 0, size: 0 });
  const directory = sectors.add(new Uint8Array(Buffer.concat(entries.map(entryBytes))));
  const miniFat = sectors.add(words(mini.next, unit));

  const perSector = unit / 4;
  let [fatCount, difatCount] = [0, 0];
  while (fatCount * perSector < sectors.next.length + fatCount + difatCount) {
    fatCount += 1;
    difatCount = Math.ceil(Math.max(0, fatCount - 109) / (perSector - 1));
  }
  const fatStart = sectors.next.length;
  const numbers = Array.from({ length: fatCount }, (_, at) => fatStart + at);
  for (let at = 0; at < fatCount; at++) sectors.next.push(FAT);
  const difatStart = sectors.next.length;
  for (let at = 0; at < difatCount; at++) sectors.next.push(DIFAT);
  sectors.parts.push(words(sectors.next, fatCount * unit));
  for (let at = 0; at < difatCount; at++) {
    const slots = numbers.slice(109 + at * (perSector - 1), 109 + (at + 1) * (perSector - 1));
    while (slots.length < perSector - 1) slots.push(FREE);
    sectors.parts.push(words([...slots, at + 1 < difatCount ? difatStart + at + 1 : END], unit));
  }

  const header = Buffer.alloc(unit);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(version, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(version === 3 ? 9 : 12, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatCount, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(CUTOFF, 56);
  header.writeUInt32LE(miniFat, 60);
  header.writeUInt32LE(mini.next.length === 0 ? 0 : 1, 64);
  header.writeUInt32LE(difatCount === 0 ? END : difatStart, 68);
  header.writeUInt32LE(difatCount, 72);
  for (let slot = 0; slot < 109; slot++) header.writeUInt32LE(numbers[slot] ?? FREE, 76 + slot * 4);
  return new Uint8Array(Buffer.concat([header, sectors.bytes]));
}
