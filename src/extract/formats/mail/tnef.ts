/** TNEF (MS-OXTNEF), as Outlook sends in `winmail.dat`: a message's properties and its attachments. */
import type { Budget } from "../../budget.ts";
import { startsAt, u16le, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { writeItem } from "./item.ts";
import type { Attachment, Item } from "./item.ts";
import { Decoder, fixedValue, ID, LID, NAMED, TYPE } from "./mapi.ts";
import type { Properties, Value } from "./mapi.ts";

const SIGNATURE = 0x223e9f78;
const HEAD = 6;
const DEEPEST = 20;
/** Attributes (2.1.3.2), without their type. */
const ATTRIBUTE = { subject: 0x8004, body: 0x800c, data: 0x800f, title: 0x8010, render: 0x9002, properties: 0x9003, recipients: 0x9004, attachment: 0x9005, codePage: 0x9007 } as const;
const IID_BYTES = 16;
/** `IID_IMessage`, little endian. */
const MESSAGE_OBJECT = "\x07\x03\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46";

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** Lists of properties (2.1.3.4). */
class PropertyReader {
  private readonly bytes: Uint8Array;
  private readonly decoder: Decoder;
  private readonly budget: Budget;
  private at = 0;
  /** Content of embedded objects, by property. */
  readonly objects = new Map<number, Uint8Array>();

  constructor(bytes: Uint8Array, decoder: Decoder, budget: Budget) {
    this.bytes = bytes;
    this.decoder = decoder;
    this.budget = budget;
  }

  /** A count and as many properties. Ends where the bytes end. */
  list(): Properties {
    const found: Properties = new Map();
    const count = this.long();
    for (let index = 0; index < count && this.at < this.bytes.length; index++) {
      this.budget.step();
      const type = u16le(this.bytes, this.at);
      const own = u16le(this.bytes, this.at + 2);
      this.at += 4;
      const id = own < NAMED ? own : this.named() ?? own;
      const value = this.value(id, type);
      if (value !== undefined) found.set(id, value);
    }
    return found;
  }

  /** Rows of such lists (2.1.3.5.1). */
  rows(): readonly Properties[] {
    const rows: Properties[] = [];
    const count = this.long();
    for (let index = 0; index < count && this.at < this.bytes.length; index++) rows.push(this.list());
    return rows;
  }

  private long(): number {
    this.at += 4;
    return u32le(this.bytes, this.at - 4);
  }

  /** Behind the set that a name belongs to stands the name: a number or a text. */
  private named(): number | undefined {
    this.at += IID_BYTES;
    const isText = this.long() !== 0;
    const numberOrLength = this.long();
    if (!isText) return LID + numberOrLength;
    this.at += padded(numberOrLength);
    return undefined;
  }

  private value(id: number, type: number): Value | undefined {
    const single = type & ~TYPE.many;
    const isVariable = single === TYPE.string8 || single === TYPE.unicode || single === TYPE.binary || single === TYPE.object;
    const count = isVariable || single !== type ? this.long() : 1;
    if (!isVariable) {
      const value = fixedValue(single, this.bytes, this.at);
      this.at += count * (single === 0x48 ? 16 : [0x05, 0x06, 0x07, 0x14, TYPE.time].includes(single) ? 8 : 4);
      return value;
    }
    const texts: string[] = [];
    let binary: Uint8Array | undefined;
    for (let index = 0; index < count && this.at < this.bytes.length; index++) {
      this.budget.step();
      const length = this.long();
      const held = this.bytes.subarray(this.at, this.at + length);
      this.at += padded(length);
      if (single === TYPE.object) this.objects.set(id, held);
      else if (single === TYPE.binary) binary = held;
      else texts.push(this.decoder.string(single, held));
    }
    return texts.length > 0 ? texts.join(", ") : binary;
  }
}

interface Open {
  readonly properties: Properties;
  item?: () => Item | undefined;
  files?: readonly SourceFile[];
}

class TnefReader {
  private readonly out: Sink;
  private readonly depth: number;
  private decoder: Decoder;
  private readonly properties: Properties = new Map();
  private recipients: readonly Properties[] = [];
  private readonly attachments: Open[] = [];

  constructor(out: Sink, depth: number) {
    this.out = out;
    this.depth = depth;
    this.decoder = this.decoderOf(0);
  }

  private decoderOf(page: number): Decoder {
    return new Decoder(page, () => this.out.missed("text-unmapped"));
  }

  read(bytes: Uint8Array): Item {
    let at = HEAD;
    while (at + 9 <= bytes.length) {
      this.out.budget.step();
      const id = u16le(bytes, at + 1);
      const length = u32le(bytes, at + 5);
      at += 9;
      if (at + length + 2 > bytes.length) this.out.missed("damaged");
      this.attribute(id, bytes.subarray(at, at + length));
      at += length + 2;
    }
    if (at < bytes.length) this.out.missed("damaged");
    return { properties: this.properties, recipients: this.recipients, attachments: this.attachments as readonly Attachment[], decoder: this.decoder };
  }

  private attribute(id: number, bytes: Uint8Array): void {
    const reader = new PropertyReader(bytes, this.decoder, this.out.budget);
    if (id === ATTRIBUTE.codePage) this.decoder = this.decoderOf(u32le(bytes, 0));
    else if (id === ATTRIBUTE.subject) this.properties.set(ID.subject, this.decoder.string(TYPE.string8, bytes));
    else if (id === ATTRIBUTE.body) this.properties.set(ID.body, this.decoder.string(TYPE.string8, bytes));
    else if (id === ATTRIBUTE.properties) reader.list().forEach((value, key) => this.properties.set(key, value));
    else if (id === ATTRIBUTE.recipients) this.recipients = reader.rows();
    else if (id === ATTRIBUTE.render) this.attachments.push({ properties: new Map() });
    else this.ofAttachment(id, bytes, reader);
  }

  private ofAttachment(id: number, bytes: Uint8Array, reader: PropertyReader): void {
    const last = this.attachments[this.attachments.length - 1];
    if (last === undefined) return;
    if (id === ATTRIBUTE.title) last.properties.set(ID.shortName, this.decoder.string(TYPE.string8, bytes));
    else if (id === ATTRIBUTE.data) last.properties.set(ID.data, bytes);
    else if (id === ATTRIBUTE.attachment) {
      reader.list().forEach((value, key) => last.properties.set(key, value));
      const object = reader.objects.get(ID.data);
      if (object === undefined) return;
      const content = object.subarray(IID_BYTES);
      if (startsAt(object, 0, MESSAGE_OBJECT)) last.item = () => readItem(content, this.out, this.depth + 1);
      else last.files = [{ name: "object", bytes: content }];
    }
  }
}

function readItem(bytes: Uint8Array, out: Sink, depth: number): Item | undefined {
  if (depth > DEEPEST) {
    out.missed("too-large");
    return undefined;
  }
  if (u32le(bytes, 0) !== SIGNATURE) out.missed("damaged");
  return new TnefReader(out, depth).read(bytes);
}

export const TNEF: Format = {
  key: "tnef", endings: ["tnef"], told: ({ bytes }) => u32le(bytes, 0) === SIGNATURE,
  read: ({ bytes }, out) => {
    const item = readItem(bytes, out, 0);
    if (item !== undefined) writeItem(item, out);
  },
};
