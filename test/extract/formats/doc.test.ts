import { attachmentText, extract } from "../../../src/extract/index.ts";
import { compoundFile } from "../../support/compound.ts";
import type { Folder } from "../../support/compound.ts";

const BODY_AT = 1024;
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const wide = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const filled = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 0xff);

interface Made {
  /** Texts of the parts: body, notes, headers, reserved, comments, end notes, text boxes, text boxes in headers. */
  readonly parts: readonly string[];
  /** Properties of characters and paragraphs: from and to as offsets into the text, and the bytes of the properties. */
  readonly chpx?: readonly (readonly [number, number, readonly number[]])[];
  readonly papx?: readonly (readonly [number, number, readonly number[]])[];
  readonly commentAuthors?: readonly string[];
  readonly narrow?: boolean;
  readonly flags?: number;
  readonly streams?: Folder;
}

/** A page of formatted runs (MS-DOC 2.9.33, 2.9.175). */
function page(runs: readonly (readonly [number, number, readonly number[]])[], width: number, paragraphs: boolean): Uint8Array {
  const bytes = Buffer.alloc(512);
  const entry = paragraphs ? 13 : 1;
  let at = 480;
  runs.forEach(([from, to, properties], index) => {
    bytes.writeUInt32LE(BODY_AT + from * width, index * 4);
    bytes.writeUInt32LE(BODY_AT + to * width, index * 4 + 4);
    const held = paragraphs ? [0, (properties.length + 3) >> 1, 0, 0, ...properties] : [properties.length, ...properties];
    at -= (held.length + 1) & ~1;
    bytes.set(held, at);
    bytes[(runs.length + 1) * 4 + index * entry] = at / 2;
  });
  bytes[511] = runs.length;
  return bytes;
}

/** A Word 97 document (MS-DOC 2.5): text at 1024, formatted runs on the pages behind it, the tables in 1Table. */
function word({ parts, chpx = [], papx = [], commentAuthors = [], narrow = false, flags = 0, streams = {} }: Made): Folder {
  const text = parts.join("");
  const coded = narrow ? latin(text) : wide(text);
  const firstPage = Math.ceil((BODY_AT + coded.length) / 512);
  const stream = Buffer.alloc((firstPage + 2) * 512);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(0x200 | flags, 10);
  stream.writeUInt16LE(14, 32);
  stream.writeUInt16LE(22, 62);
  parts.forEach((part, index) => stream.writeUInt32LE(part.length, 64 + (3 + index) * 4));
  stream.writeUInt16LE(93, 152);
  stream.set(coded, BODY_AT);
  stream.set(page(chpx, narrow ? 1 : 2, false), firstPage * 512);
  stream.set(page(papx, narrow ? 1 : 2, true), (firstPage + 1) * 512);

  const table: number[] = [];
  const u32 = (value: number) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
  const structure = (pair: number, bytes: readonly number[]): void => {
    stream.writeUInt32LE(table.length, 154 + pair * 8);
    stream.writeUInt32LE(bytes.length, 158 + pair * 8);
    table.push(...bytes);
  };
  const fc = narrow ? (BODY_AT * 2) | 0x40000000 : BODY_AT;
  structure(33, [2, ...u32(16), ...u32(0), ...u32(text.length), 0, 0, ...u32(fc), 0, 0]);
  structure(12, [...u32(BODY_AT), ...u32(BODY_AT + coded.length), ...u32(firstPage)]);
  structure(13, [...u32(BODY_AT), ...u32(BODY_AT + coded.length), ...u32(firstPage + 1)]);
  structure(36, commentAuthors.flatMap((name) => [name.length, 0, ...wide(name)]));
  return { WordDocument: new Uint8Array(stream), "1Table": Uint8Array.from(table), ...streams };
}

const read = (made: Made) => attachmentText(extract({ name: "a.doc", bytes: compoundFile(word(made)) }));
const texts = (made: Made) => read(made).parts.map(({ content, place }) => [place?.kind ?? "text", content]);

describe("text", () => {
  test("parts at their places", () => {
    expect(texts({ parts: ["José\rBell\r", "note\r", "head\r", "", "call her\r", "end\r", "box\r", "box in a header\r"], commentAuthors: ["Ann Bell"] })).toEqual([
      ["text", "José\nBell"], ["note", "note"], ["header", "head"], ["comment", "call her"], ["note", "end"], ["text", "box"], ["header", "box in a header"],
      ["properties", "Comments by: Ann Bell"],
    ]);
  });

  test("narrow pieces are windows-1252", () => {
    expect(texts({ parts: ["Jos\xe9\x92s \x80"], narrow: true })).toEqual([["text", "José’s €"]]);
  });

  test("fields: the result is text, the code of a link is one, page numbers are none", () => {
    expect(texts({ parts: ["a \x13 HYPERLINK \"mailto:ann@example.com\" \x01\x14Ann\x15 \x13 PAGE \x143\x15.\x13 XE \"Bell\" \x15"] })).toEqual([
      ["text", "a Ann 3."], ["link", "\"mailto:ann@example.com\"\nXE \"Bell\""],
    ]);
  });

  test("a field without an end hides nothing", () => {
    expect(texts({ parts: ["a \x13 MRN 48213"] })[0]).toEqual(["text", "a  MRN 48213"]);
  });

  test("cells, rows and paragraphs inside a cell", () => {
    const text = "Name\x07MRN\x07\x07Ann\rBell\x07\x07\x07after\r";
    const inTable = [0x16, 0x24, 1];
    const papx = [[0, 9, inTable], [9, 10, [...inTable, 0x17, 0x24, 1]], [10, 20, inTable], [20, 21, [...inTable, 0x17, 0x24, 1]]] as const;
    expect(texts({ parts: [text], papx })).toEqual([["text", "Name\tMRN\nAnn Bell\t\nafter"]]);
  });

  test.each([["deleted", [0x00, 0x08, 1]], ["hidden", [0x3c, 0x08, 1]], ["hidden behind other properties", [0x35, 0x08, 1, 0x43, 0x4a, 24, 0, 0x3c, 0x08, 0x81]]])("%s text stands apart", (_what, properties) => {
    const { parts } = read({ parts: ["seen Ann Bell here\r"], chpx: [[0, 5, []], [5, 14, properties], [14, 19, []]] });
    expect(parts).toEqual([{ format: "text", content: "seen here" }, { format: "text", content: "Ann Bell", place: { kind: "deleted", hidden: true } }]);
  });

  test("hidden switched off again is seen", () => {
    expect(texts({ parts: ["Ann"], chpx: [[0, 3, [0x3c, 0x08, 0]]] })).toEqual([["text", "Ann"]]);
  });
});

describe("what is beside the text", () => {
  test("an embedded document is read as a file", () => {
    const { parts, status } = read({ parts: ["outer"], streams: { ObjectPool: { _1: word({ parts: ["inner"] }), _2: { CONTENTS: filled(0), Package: latin("MRN 48213") } } } });
    expect(parts.filter(({ place }) => place?.kind !== "names").map(({ content, place }) => [content, place?.within])).toEqual([["outer", undefined], ["inner", ["object"]], ["MRN 48213", ["object", "Package"]]]);
    expect(status).toBe("scanned");
  });

  test("large pictures are said", () => {
    const data = Buffer.alloc(30_000);
    data.writeUInt32LE(30_000, 0);
    data.writeUInt16LE(0x44, 4);
    data.writeUInt16LE(0x64, 6);
    expect(read({ parts: ["a letter of more than twenty letters"], streams: { Data: data } })).toMatchObject({ status: "partial", reason: "image" });
    expect(read({ parts: ["\x01\r"], streams: { Data: data } })).toMatchObject({ status: "unread", reason: "image-only" });
    expect(read({ parts: ["a letter"], streams: { Data: data.subarray(0, 900) } }).status).toBe("scanned");
  });

  test("under a password nothing is read, and no text is made of it", () => {
    expect(read({ parts: ["Ann"], flags: 0x100 })).toMatchObject({ format: "doc", status: "unread", reason: "encrypted", parts: [] });
  });

  test("macros are said unread", () => {
    expect(read({ parts: ["Ann"], streams: { Macros: { VBA: { dir: filled(9) } } } })).toMatchObject({ status: "partial", reason: "unsupported" });
  });
});

describe("Word 6", () => {
  const stream = Buffer.alloc(1100);
  stream.writeUInt16LE(0xa5dc, 0);
  stream.writeUInt16LE(101, 2);
  stream.writeUInt16LE(0x419, 6);
  stream.writeUInt32LE(1024, 24);
  stream.writeUInt32LE(1029, 28);
  stream.writeUInt32LE(5, 52);
  stream.set([0xc8, 0xe2, 0xe0, 0xed, 0x0d], 1024);

  test("in the code page of its language", () => {
    expect(attachmentText(extract({ name: "a.doc", bytes: compoundFile({ WordDocument: stream }) }))).toMatchObject({ status: "scanned", parts: [{ content: "Иван" }] });
  });
});

describe("damage", () => {
  const folder = word({ parts: ["Patient Ann Bell, MRN 48213\r".repeat(200), "note\r"], chpx: [[0, 5, [0x3c, 0x08, 1]]], papx: [[0, 3, [0x16, 0x24, 1]]], commentAuthors: ["Ann"] });
  const whole = compoundFile(folder);
  const outcome = (bytes: Uint8Array) => attachmentText(extract({ name: "a.doc", bytes }));

  test("cut anywhere: never scanned", () => {
    expect(outcome(whole).status).toBe("scanned");
    for (let length = 61; length < whole.length; length += 61) expect(outcome(whole.subarray(0, length)).status).not.toBe("scanned");
  });

  test("streams cut inside a sound compound file: never scanned", () => {
    const stream = folder["WordDocument"] as Uint8Array;
    for (const length of [0, 10, 40, 200, 700, 1030, 5000]) {
      expect(outcome(compoundFile({ ...folder, WordDocument: stream.subarray(0, length) })).status).not.toBe("scanned");
    }
    expect(outcome(compoundFile({ WordDocument: stream }))).toMatchObject({ status: "unread", reason: "damaged" });
  });

  test("values that lie: no throw, and the end comes soon", () => {
    const stream = folder["WordDocument"] as Uint8Array;
    const table = folder["1Table"] as Uint8Array;
    for (let at = 0; at < 900; at += 2) {
      const lying = Uint8Array.from(stream);
      lying.set([0xff, 0xff, 0xff, 0x7f], at);
      expect(() => outcome(compoundFile({ ...folder, WordDocument: lying }))).not.toThrow();
    }
    for (let at = 0; at + 4 <= table.length; at++) {
      const lying = Uint8Array.from(table);
      lying.set([0xff, 0xff, 0xff, 0x7f], at);
      expect(() => outcome(compoundFile({ ...folder, "1Table": lying }))).not.toThrow();
    }
  });
});
