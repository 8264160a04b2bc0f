/** Outlook messages and other items as files (MS-OXMSG). */
import { u16le, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { openCompound } from "../legacy/compound.ts";
import type { Storage } from "../legacy/compound.ts";
import { ole10Native } from "../legacy/embedded.ts";
import { writeItem } from "./item.ts";
import type { Attachment, Item } from "./item.ts";
import { Decoder, fixedValue, ID, LID, NAMED, TYPE } from "./mapi.ts";
import type { Properties } from "./mapi.ts";

const FIXED = "__properties_version1.0";
/** `__substg1.0_` id, type, and the number of a value among many (2.1.3, 2.1.4). */
const STREAM = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})(?:-[\dA-F]{8})?$/i;
/** Bytes before the entries of the fixed properties (2.4.1.1). */
const HEAD = { top: 32, embedded: 24, part: 8 } as const;
const ENTRY = 16;
const BINARIES: readonly number[] = [ID.rtf, ID.html, ID.data];
const EMBEDDED = "__substg1.0_3701000D";
const DEEPEST = 20;

class MsgReader {
  private readonly out: Sink;
  private decoder = new Decoder(0, () => undefined);
  /** Ids of the file's own, by the numbers that they stand for. */
  private readonly names = new Map<number, number>();

  constructor(root: Storage, out: Sink) {
    this.out = out;
    const names = root.storage("__nameid_version1.0");
    // Eight bytes each (2.2.3.1.2): a number, the kind of name in the lowest bit, the index of the property.
    const entries = names === undefined ? new Uint8Array(0) : this.bytes(names, "__substg1.0_00030102");
    for (let at = 0; at + 8 <= entries.length; at += 8) {
      out.budget.step();
      if ((u16le(entries, at + 4) & 1) === 0) this.names.set(NAMED + u16le(entries, at + 6), LID + u32le(entries, at));
    }
  }

  private idOf(id: number): number {
    return this.names.get(id) ?? id;
  }

  item(storage: Storage, head: number, depth: number): Item | undefined {
    const fixed = this.fixed(storage, head);
    const page = fixed.get(ID.messagePage) ?? fixed.get(ID.internetPage);
    const decoder = new Decoder(typeof page === "number" ? page : 0, () => this.out.missed("text-unmapped"));
    this.decoder = decoder;
    const properties = this.properties(storage, fixed);
    const own = (prefix: string): readonly Storage[] => storage.storages.filter(({ name }) => name.toLowerCase().startsWith(prefix));
    const recipients = own("__recip_version1.0_").map((part) => this.properties(part, this.fixed(part, HEAD.part)));
    return { properties, recipients, attachments: own("__attach_version1.0_").map((part) => this.attachment(part, depth)), decoder };
  }

  private attachment(storage: Storage, depth: number): Attachment {
    const properties = this.properties(storage, this.fixed(storage, HEAD.part));
    const inner = storage.storage(EMBEDDED);
    if (inner === undefined) return { properties };
    if (inner.hasStream(FIXED)) return { properties, item: () => (depth < DEEPEST ? this.item(inner, HEAD.embedded, depth + 1) : this.tooDeep()) };
    return { properties, files: this.objectFiles(inner) };
  }

  private tooDeep(): undefined {
    this.out.missed("too-large");
    return undefined;
  }

  /** An embedded object: a file as it is, or a document's own streams, which are not read here. */
  private objectFiles(storage: Storage): readonly SourceFile[] {
    const files: SourceFile[] = [];
    for (const name of ["\x01Ole10Native", "CONTENTS", "Package"]) {
      const stream = storage.stream(name);
      if (stream !== undefined) files.push(name.startsWith("\x01") ? ole10Native(stream.bytes) : { name: "object", bytes: stream.bytes });
    }
    if (files.length === 0) this.out.missed("unsupported");
    return files;
  }

  private fixed(storage: Storage, head: number): Properties {
    const found: Properties = new Map();
    const bytes = this.bytes(storage, FIXED);
    for (let at = head; at + ENTRY <= bytes.length; at += ENTRY) {
      this.out.budget.step();
      const value = fixedValue(u16le(bytes, at), bytes, at + 8);
      if (value !== undefined) found.set(this.idOf(u16le(bytes, at + 2)), value);
    }
    return found;
  }

  private properties(storage: Storage, fixed: Properties): Properties {
    const found: Properties = new Map(fixed);
    for (const name of storage.streamNames) {
      this.out.budget.step();
      const [, id = "", type = ""] = STREAM.exec(name) ?? [];
      this.keep(found, storage, name, this.idOf(parseInt(id, 16)), parseInt(type, 16));
    }
    return found;
  }

  private keep(found: Properties, storage: Storage, name: string, id: number, type: number): void {
    const single = type & ~TYPE.many;
    if (single === TYPE.unicode || single === TYPE.string8) {
      // Beside the values of a list stands a stream of their lengths.
      if (single !== type && !name.includes("-")) return;
      const text = this.decoder.string(single, this.bytes(storage, name));
      const before = single === type ? undefined : found.get(id);
      found.set(id, typeof before === "string" ? `${before}, ${text}` : text);
    } else if (type === TYPE.binary && BINARIES.includes(id)) found.set(id, this.bytes(storage, name));
  }

  private bytes(storage: Storage, name: string): Uint8Array {
    const stream = storage.stream(name);
    if (stream?.whole === false) this.out.missed("damaged");
    return stream?.bytes ?? new Uint8Array(0);
  }
}

function read({ bytes }: SourceFile, out: Sink): void {
  const compound = openCompound(bytes, out.budget);
  const item = compound === undefined ? undefined : new MsgReader(compound.root, out).item(compound.root, HEAD.top, 0);
  if (item === undefined) out.unread("damaged");
  else writeItem(item, out);
}

export const MSG: Format = {
  key: "msg", endings: ["msg", "oft"], read,
};
