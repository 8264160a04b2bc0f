/** Writes what hostile files are made of: streams that swell, archives that lie. */
import { constants, deflateRawSync, deflateSync } from "node:zlib";

export const latin = (text: string): Buffer => Buffer.from(text, "latin1");

const MEGABYTE = 2 ** 20;

/** `text` over and over, `megabytes` long. */
export function repeated(text: string, megabytes: number): Buffer {
  return Buffer.alloc(megabytes * MEGABYTE, text, "latin1");
}

/** A raw deflate stream that gives `head`, then `pattern` over and over for `megabytes`, then `tail`. One stretch is packed, and its blocks stand there many times. */
export function swelling(megabytes: number, pattern: string, head = "", tail = ""): Buffer {
  const block = (bytes: Buffer): Buffer => deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  const stretch = 16;
  const whole = pattern.repeat(Math.floor((stretch * MEGABYTE) / pattern.length));
  const packed = block(latin(whole));
  return Buffer.concat([block(latin(head)), ...Array.from({ length: Math.max(1, Math.round(megabytes / stretch)) }, () => packed), deflateRawSync(latin(tail), { level: 9 })]);
}

export interface Packed {
  readonly name: string;
  readonly packed: Buffer;
  /** 8 deflated, 0 stored. */
  readonly method: number;
  readonly claimed?: number;
  /** Stands in the directory only; its data is the first member's. */
  readonly shared?: boolean;
}

export function member(name: string, content: string | Buffer): Packed {
  const bytes = typeof content === "string" ? latin(content) : content;
  return { name, packed: deflateRawSync(bytes), method: 8, claimed: bytes.length };
}

export function archive(members: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, packed, method, claimed = 0xffff_fff0, shared = false } of members) {
    const head = Buffer.alloc(30);
    head.write("PK\x03\x04\x14", "latin1");
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02\x14", "latin1");
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(shared ? 0 : at, 42);
    central.push(entry, latin(name));
    if (shared) continue;
    local.push(head, latin(name), packed);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length & 0xffff, 8);
  end.writeUInt16LE(members.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const TYPES = {
  docx: ["word/document.xml", "wordprocessingml.document.main"], xlsx: ["xl/workbook.xml", "spreadsheetml.sheet.main"], pptx: ["ppt/presentation.xml", "presentationml.presentation.main"],
} as const;
const DOCUMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${DOCUMENTS}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** A package of which `parts` is what matters. */
export function officePackage(format: keyof typeof TYPES, parts: readonly Packed[], targets: readonly (readonly [type: string, target: string])[] = []): Buffer {
  const [main, type] = TYPES[format];
  const types = `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`;
  return archive([
    member("[Content_Types].xml", types), member("_rels/.rels", relations([["officeDocument", main]])),
    member(main.replace("/", "/_rels/").concat(".rels"), relations(targets)), ...parts,
  ]);
}

/** A PDF of `objects`, numbered from 1; the first is the catalog. Without a table: the reader must find them. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat([latin("%PDF-1.7\n"), ...objects.flatMap((object, index) => [latin(`${index + 1} 0 obj\n`), typeof object === "string" ? latin(object) : object, latin("\nendobj\n")]), latin("trailer\n<</Root 1 0 R>>\n%%EOF\n")]);
}

export function pdfStream(content: string | Buffer, dictionary = ""): Buffer {
  const bytes = typeof content === "string" ? latin(content) : content;
  return Buffer.concat([latin(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`), bytes, latin("\nendstream")]);
}

export function packedStream(content: string, dictionary = ""): Buffer {
  return pdfStream(deflateSync(latin(content)), `/Filter/FlateDecode${dictionary}`);
}

/** A zlib stream that swells: its checksum is left out. */
export function swellingStream(megabytes: number, pattern: string): Buffer {
  return pdfStream(Buffer.concat([latin("\x78\xda"), swelling(megabytes, pattern)]), "/Filter/FlateDecode");
}
