/** A storage inside a compound file as a compound file of its own, so that it is read like any other file. */
import type { Budget } from "../../budget.ts";
import { bytesOfLatin1 } from "../../bytes.ts";
import type { Storage } from "./compound.ts";
import { SECTOR } from "./sectors.ts";

const UNIT = 512;
const ENTRY = 128;
const DEEPEST = 20;

interface Node {
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
  sibling: number;
  child: number;
}

/** The tree as a list; siblings follow each other by their right pointers. */
function nodesOf(storage: Storage, nodes: Node[], owner: Node, depth: number, budget: Budget): boolean {
  let previous: Node | undefined;
  let whole = true;
  const add = (node: Node): void => {
    budget.step();
    if (previous === undefined) owner.child = nodes.length;
    else previous.sibling = nodes.length;
    nodes.push(node);
    previous = node;
  };
  for (const name of storage.streamNames) {
    const stream = storage.stream(name);
    if (stream?.whole === false) whole = false;
    add({ name, type: 2, bytes: stream?.bytes ?? new Uint8Array(0), sibling: SECTOR.free, child: SECTOR.free });
  }
  for (const inner of storage.storages) {
    const node: Node = { name: inner.name, type: 1, bytes: new Uint8Array(0), sibling: SECTOR.free, child: SECTOR.free };
    add(node);
    if (depth >= DEEPEST || !nodesOf(inner, nodes, node, depth + 1, budget)) whole = false;
  }
  return whole;
}

/** Offsets as in MS-CFB 2.2 and 2.6.1. Every stream lies in full sectors, for which the cut-off of small ones is set to 1. */
function written(nodes: readonly Node[]): Uint8Array {
  const sectors = (bytes: number): number => Math.ceil(bytes / UNIT);
  const directorySectors = sectors(nodes.length * ENTRY);
  const data = nodes.reduce((sum, { bytes }) => sum + sectors(bytes.length), 0);
  // 128 numbers a sector of the table, which lists its own sectors and those that list it, 127 each.
  const tableSectors = Math.ceil((data + directorySectors) / 126) + 2;
  const listSectors = Math.ceil(Math.max(0, tableSectors - 109) / 127);
  const file = new Uint8Array(UNIT * (1 + tableSectors + listSectors + directorySectors + data));
  const view = new DataView(file.buffer);
  const put = (at: number, value: number): void => { view.setUint32(at, value, true); };
  const table = (sector: number, next: number): void => { put(UNIT + sector * 4, next); };

  file.set(bytesOfLatin1("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  const directory = tableSectors + listSectors;
  for (const [at, value] of [[48, directory], [56, 1], [60, SECTOR.end], [68, listSectors === 0 ? SECTOR.end : tableSectors]] as const) put(at, value);
  for (let at = 0; at < 109; at++) put(76 + at * 4, at < tableSectors ? at : SECTOR.free);
  for (let at = 0; at < listSectors * 128; at++) {
    const number = 109 + (at - Math.floor(at / 128));
    const isLink = at % 128 === 127;
    const link = at + 1 < listSectors * 128 ? tableSectors + (at + 1) / 128 : SECTOR.end;
    put(UNIT * (1 + tableSectors) + at * 4, isLink ? link : number < tableSectors ? number : SECTOR.free);
  }
  for (let sector = 0; sector < tableSectors * 128; sector++) table(sector, sector < directory ? 0xfffffffd : SECTOR.free);
  for (let at = 0; at < directorySectors; at++) table(directory + at, at + 1 < directorySectors ? directory + at + 1 : SECTOR.end);

  let next = directory + directorySectors;
  nodes.forEach(({ name, type, bytes, sibling, child }, index) => {
    const at = UNIT * (1 + directory) + index * ENTRY;
    for (let unit = 0; unit < name.length; unit++) view.setUint16(at + unit * 2, name.charCodeAt(unit), true);
    view.setUint16(at + 64, name.length * 2 + 2, true);
    file[at + 66] = type;
    for (const [offset, value] of [[68, SECTOR.free], [72, sibling], [76, child], [116, bytes.length === 0 ? SECTOR.end : next], [120, bytes.length]] as const) put(at + offset, value);
    file.set(bytes, UNIT * (1 + next));
    const count = sectors(bytes.length);
    for (let step = 0; step < count; step++) table(next + step, step + 1 < count ? next + step + 1 : SECTOR.end);
    next += count;
  });
  return file;
}

/** `whole` is false where a stream was damaged, or storages nest too deep. @throws LimitReached */
export function repacked(storage: Storage, budget: Budget): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const root: Node = { name: "Root Entry", type: 5, bytes: new Uint8Array(0), sibling: SECTOR.free, child: SECTOR.free };
  const nodes = [root];
  const whole = nodesOf(storage, nodes, root, 0, budget);
  const size = nodes.reduce((sum, { bytes }) => sum + bytes.length, 0);
  budget.inflate(size, 0, size);
  return { bytes: written(nodes), whole };
}
