import { zlibSync } from "fflate";
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { compoundFile } from "../../support/compound.ts";
import type { Folder } from "../../support/compound.ts";

const u16 = (...values: readonly number[]) => new Uint8Array(Uint16Array.from(values).buffer);
const u32 = (...values: readonly number[]) => new Uint8Array(Uint32Array.from(values).buffer);
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const wide = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const random = (length: number) => {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16);
};

/** A record (MS-PPT 2.3.1) with what it holds. */
const record = (type: number, held: readonly Uint8Array[], instance = 0, version = 0) => {
  const body = joined(held);
  return joined([u16((instance << 4) | version, type), u32(body.length), body]);
};
const container = (type: number, ...held: readonly Uint8Array[]) => record(type, held, 0, 15);
const chars = (text: string) => record(0xfa0, [wide(text)]);
const bytesText = (text: string) => record(0xfa8, [latin(text)]);
const string = (text: string, instance = 0) => record(0xfba, [wide(text)], instance);
const box = (text: Uint8Array, left = 0, top = 0) => container(0xf004, record(0xf00f, [u32(left, top, left + 10, top + 10)]), container(0xf00d, text));
const comment = (author: string, text: string) =>
  container(0x1388, container(0x138a, string("___PPT10"), record(0x138b, [container(0x2ee0, string(author, 0), string(text, 1), string("AB", 2))])));
const slide = (...held: readonly Uint8Array[]) => container(0x3ee, record(0x3ef, [new Uint8Array(24)]), ...held);
const hidden = record(0x3f9, [new Uint8Array(10), u16(4), new Uint8Array(4)]);

interface Made {
  /** Each slide with the outline texts that the document lists for it. */
  readonly slides: readonly { readonly record: Uint8Array; readonly outline?: readonly Uint8Array[] }[];
  /** Notes by the number of their slide. */
  readonly notes?: readonly (readonly [number, Uint8Array])[];
  readonly document?: readonly Uint8Array[];
  /** Records that no directory names, before the others. */
  readonly stray?: readonly Uint8Array[];
  readonly token?: number;
  readonly streams?: Folder;
}

function presentation({ slides, notes = [], document = [], stray = [], token = 0xe391c05f, streams = {} }: Made): Folder {
  const parts = [...stray];
  const offsets: number[] = [];
  const size = () => parts.reduce((sum, { length }) => sum + length, 0);
  const persist = (id: number, slideId: number, outline: readonly Uint8Array[] = []) => [record(0x3f3, [u32(id, 0, outline.length, slideId, 0)]), ...outline];
  const live = [
    container(0x3e8, record(0x3e9, [u32(5760, 4320), new Uint8Array(32)]), ...document,
      record(0xff0, slides.flatMap(({ outline }, index) => persist(2 + index, 256 + index, outline)), 0, 15),
      record(0xff0, notes.flatMap((_, index) => persist(2 + slides.length + index, 900 + index)), 2, 15)),
    ...slides.map(({ record: made }) => made),
    ...notes.map(([number, made]) => container(0x3f0, record(0x3f1, [u32(255 + number, 0)]), made)),
  ];
  for (const made of live) {
    offsets.push(size());
    parts.push(made);
  }
  const directory = size();
  parts.push(record(0x1772, [u32((live.length << 20) | 1, ...offsets)]));
  const edit = size();
  parts.push(record(0xff5, [u32(0, 0, 0, directory, 1, 20, 0)]));
  return { "PowerPoint Document": joined(parts), "Current User": record(0xff6, [u32(20, token, edit), new Uint8Array(8)]), ...streams };
}

const outcome = (bytes: Uint8Array) => attachmentText(extract({ name: "a.ppt", bytes }));
const read = (made: Made) => outcome(compoundFile(presentation(made)));

describe("slides", () => {
  test("by their order, with texts of the outline where shapes refer to them", () => {
    const reference = container(0xf00d, record(0xf9e, [u32(1)]));
    const { parts, status } = read({ slides: [
      { record: slide(container(0x40c, box(bytesText("Jos\xe9")), reference)), outline: [chars("title"), chars("Ann\rBell")] }, { record: slide(container(0x40c, box(chars("second")))) },
    ] });
    expect(parts).toEqual([
      { format: "text", content: "title\nJosé\nAnn\nBell", place: { kind: "slide", number: 1 } }, { format: "text", content: "second", place: { kind: "slide", number: 2 } },
    ]);
    expect(status).toBe("scanned");
  });

  test("hidden slides are named so", () => {
    expect(read({ slides: [{ record: slide(hidden, box(chars("Ann Bell"))) }] }).parts[0]!.place).toEqual({ kind: "slide", number: 1, hidden: true });
  });

  test("comments with their author, notes with the number of their slide, footers and links", () => {
    const { parts } = read({
      slides: [{ record: slide(box(chars("first"))) }, { record: slide(box(chars("second")), comment("Dr. Roe", "MRN 48213")) }], notes: [[2, box(chars("say it"))]],
      document: [container(0xfd9, string("ward 4", 2)), container(0x409, container(0xfd7, string("her page"), string("http://ann.example.com", 1)))],
    });
    expect(parts.slice(1).map(({ content, place }) => [place?.kind, place?.number, content])).toEqual([
      ["slide", 2, "second"], ["comment", 2, "Dr. Roe: MRN 48213"], ["note", 2, "say it"], ["footer", undefined, "ward 4"], ["link", undefined, "her page\nhttp://ann.example.com"],
    ]);
  });

  test("a table keeps its rows", () => {
    const head = container(0xf004, record(0xf122, [u16(0x39f), u32(1)], 1, 3));
    const table = container(0xf003, head, box(chars("48213"), 100, 50), box(chars("Name"), 0, 0), box(chars("MRN"), 100, 0), box(chars("Ann\rBell"), 0, 50));
    expect(read({ slides: [{ record: slide(table) }] }).parts[0]!.content).toBe("Name\tMRN\nAnn Bell\t48213");
  });

  test("descriptions of pictures and WordArt", () => {
    const text = wide("scan of Ann\0");
    const shape = container(0xf004, record(0xf00b, [u16(0xc381), u32(text.length), text], 1, 3));
    expect(read({ slides: [{ record: slide(shape) }] }).parts[0]!.content).toBe("scan of Ann");
  });

  test("slides left from an earlier save are read as hidden, but for what is still shown", () => {
    const { parts } = read({ slides: [{ record: slide(box(chars("kept"))) }], stray: [slide(box(chars("kept\rMRN 48213")))] });
    expect(parts.map(({ content, place }) => [place?.kind, place?.hidden, content])).toEqual([["slide", undefined, "kept"], ["deleted", true, "MRN 48213"]]);
  });

  test("masters are no content", () => {
    expect(read({ slides: [{ record: slide(box(chars("text"))) }], stray: [container(0x3f8, box(chars("Click to edit")))] }).parts).toHaveLength(1);
  });

  test("the newer presentation of a file for two versions", () => {
    const bytes = compoundFile({ "PowerPoint Document": random(100), PP97_DUALSTORAGE: presentation({ slides: [{ record: slide(box(chars("newer"))) }] }) });
    expect(outcome(bytes).parts[0]!.content).toBe("newer");
  });
});

describe("what is beside the text", () => {
  const inner = compoundFile({ CONTENTS: latin("MRN 48213") });
  test.each([
    ["packed", record(0x1011, [u32(inner.length), zlibSync(inner)], 1)], ["packed without an end", record(0x1011, [u32(inner.length), zlibSync(inner, { level: 0 }).subarray(0, -4)], 1)],
    ["as it is", record(0x1011, [inner])],
  ])("an embedded object, %s", (_how, object) => {
    const { parts, status } = read({ slides: [{ record: slide(box(chars("text"))) }], stray: [object] });
    expect(parts[1]).toMatchObject({ content: "MRN 48213", place: { within: ["object", "CONTENTS"] } });
    expect(status).toBe("scanned");
  });

  const store = (size: number) => container(0x40b, container(0xf000, container(0xf001, record(0xf007, [new Uint8Array(20), u32(size), new Uint8Array(12)]))));
  const picture = (side: number) => container(0xf004, record(0xf00b, [u16(0x4104), u32(1)], 1, 3), record(0xf010, [u16(0, 0, side, side)]));
  test.each([
    [40_000, 3000, "a slide of more than twenty letters", "partial", "image"], [40_000, 3000, "scan", "unread", "image-only"], [40_000, 300, "a slide of text", "scanned", undefined],
    [4_000, 3000, "a slide of text", "scanned", undefined],
  ] as const)("a picture of %d bytes and %d units: %s", (size, side, text, status, reason) => {
    const result = read({ slides: [{ record: slide(box(chars(text)), picture(side)) }], document: [store(size)] });
    expect([result.status, result.reason]).toEqual([status, reason]);
  });

  test("under a password nothing is read", () => {
    const slides = [{ record: slide(box(chars("text"))) }];
    expect(read({ slides, token: 0xf3d1c4df })).toMatchObject({ status: "unread", reason: "encrypted", parts: [] });
    expect(read({ slides, stray: [record(0x2f14, [random(40)])] })).toMatchObject({ status: "unread", reason: "encrypted" });
  });
});

describe("damage", () => {
  const made = { slides: [{ record: slide(hidden, box(chars("Ann Bell, MRN 48213 ".repeat(150))), comment("a", "b")), outline: [chars("title")] }], notes: [[1, box(chars("note"))]] as const };
  const folder = presentation(made);
  const stream = folder["PowerPoint Document"] as Uint8Array;

  test("cut anywhere: never scanned", () => {
    const whole = compoundFile(folder);
    expect(outcome(whole).status).toBe("scanned");
    for (let length = 61; length < whole.length; length += 61) expect(outcome(whole.subarray(0, length)).status).not.toBe("scanned");
  });

  test("a stream cut inside a sound compound file: never scanned", () => {
    for (let length = 1; length < stream.length; length += 41) {
      expect(outcome(compoundFile({ ...folder, "PowerPoint Document": stream.subarray(0, length) })).status).not.toBe("scanned");
    }
  });

  test("without a directory the slides are still read", () => {
    const cut = stream.subarray(0, stream.length - 100);
    expect(outcome(compoundFile({ "PowerPoint Document": cut })).parts.map(({ content }) => content.slice(0, 8))).toEqual(["title", "Ann Bell", "a: b"]);
  });

  test("edits that name each other, lengths and offsets that lie: no throw", () => {
    for (let at = 0; at + 4 <= stream.length; at += stream.length - at < 120 || at < 400 ? 1 : 97) {
      const lying = Uint8Array.from(stream);
      for (const value of [[0xff, 0xff, 0xff, 0xff], [...u32(stream.length - 36)]]) {
        lying.set(value, at);
        expect(() => outcome(compoundFile({ ...folder, "PowerPoint Document": lying }))).not.toThrow();
      }
    }
  });

  test("containers nested without end are said", () => {
    let nested = chars("deep");
    for (let depth = 0; depth < 200; depth++) nested = container(0xf002, nested);
    expect(read({ slides: [{ record: slide(nested, box(chars("text"))) }] })).toMatchObject({ status: "partial", reason: "damaged" });
  });
});
