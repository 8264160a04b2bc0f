import { gzipSync } from "node:zlib";
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { bytesOf, zipFile } from "../../support/zip.ts";

const NOTE = "Patient: María López, MRN 00482913, type 2 diabetes.";
const read = (bytes: Uint8Array, name = "a.zip") => attachmentText(extract({ name, bytes }));
const textOf = ({ parts }: ReturnType<typeof read>) => parts.map(({ content }) => content).join("\n");

describe("archives", () => {
  test("members, in folders too, and their names", () => {
    const result = read(zipFile([{ name: "Lopez_Maria/", data: "", stored: true }, { name: "Lopez_Maria/note.txt", data: NOTE }, { name: "b.csv", data: "a,b" }, { name: "empty.txt", data: "" }]));
    expect(result).toMatchObject({ format: "zip", status: "scanned" });
    expect(result.parts[0]).toMatchObject({ content: NOTE, place: { within: ["Lopez_Maria/note.txt"] } });
    expect(result.parts.at(-1)).toEqual({ format: "text", content: "Lopez Maria note txt\nb csv\nempty txt", place: { kind: "names" } });
  });

  test("members under a password are named and unread, the others read", () => {
    const result = read(zipFile([{ name: "open.txt", data: NOTE }, { name: "Lopez-asthma.txt", data: "???", encrypted: true }]));
    expect(result).toMatchObject({ status: "partial", reason: "encrypted", inner: [{ path: ["Lopez-asthma.txt"], status: "unread", reason: "encrypted" }] });
    expect(textOf(result)).toContain("Lopez-asthma txt");
    expect(textOf(result)).toContain(NOTE);
  });

  test.each([["a method that is not known", { method: 14 }, "unsupported"], ["a size that is a lie", { claimed: 100 }, "damaged"]])("%s", (_what, member, reason) => {
    expect(read(zipFile([{ name: "a.txt", data: NOTE }, { name: "b.txt", data: NOTE.repeat(9), ...member }]))).toMatchObject({ status: "partial", reason });
  });

  test("members that the directory hides are read, and the archive is called damaged", () => {
    for (const at of [0, 1, 2]) {
      const members = [{ name: "a.txt", data: "one" }, { name: "b.txt", data: "two" }];
      members.splice(at, 0, { name: "hidden.txt", data: NOTE, unlisted: true } as never);
      const result = read(zipFile(members));
      expect(result).toMatchObject({ status: "partial", reason: "damaged" });
      expect(textOf(result)).toContain("00482913");
    }
  });

  test("archives in archives, to a depth", () => {
    let bytes = zipFile({ "note.txt": NOTE });
    for (let depth = 0; depth < 3; depth++) bytes = zipFile([{ name: `level${depth}.zip`, data: bytes, stored: depth === 0 }]);
    expect(read(bytes)).toMatchObject({ status: "scanned" });
    expect(textOf(read(bytes))).toContain(NOTE);
    for (let depth = 3; depth < 8; depth++) bytes = zipFile({ [`level${depth}.zip`]: bytes });
    expect(read(bytes)).toMatchObject({ status: "unread", reason: "too-large" });
  });

  test("one of several volumes", () => {
    expect(read(zipFile({ "a.txt": NOTE }, 3))).toMatchObject({ status: "unread", reason: "unsupported" });
    expect(read(bytesOf("PK\x07\x08PK\x03\x04...."))).toMatchObject({ status: "unread", reason: "unsupported" });
  });

  test("a cut archive gives what is left and never looks clean", () => {
    const whole = zipFile([{ name: "a.txt", data: NOTE }, { name: "b.txt", data: NOTE.repeat(50), stored: true }, { name: "c.txt", data: "word ".repeat(99) }]);
    for (let length = 4; length < whole.length; length += 7) expect(read(whole.subarray(0, length)).status).not.toBe("scanned");
    expect(textOf(read(whole.subarray(0, whole.length - 120)))).toContain(NOTE);
  });
});

describe("hostile archives", () => {
  test("a member that swells beyond measure", () => {
    expect(read(zipFile({ "a.txt": new Uint8Array(30_000_000) }))).toMatchObject({ status: "unread", reason: "bomb" });
  });

  test("members that share their data", () => {
    const bytes = zipFile([{ name: "a.txt", data: "x".repeat(100), stored: true }, { name: "b.txt", data: NOTE }]);
    const copy = Buffer.from(bytes);
    const second = copy.lastIndexOf("PK\x01\x02");
    copy.writeUInt32LE(40, second + 42);
    expect(read(new Uint8Array(copy))).toMatchObject({ status: "unread", reason: "bomb" });
  });

  test("more files than anyone sends", () => {
    const result = read(zipFile(Array.from({ length: 5_000 }, (_, at) => ({ name: `${at}.txt`, data: "x", stored: true }))));
    expect(result).toMatchObject({ status: "partial", reason: "too-large" });
  });
});

describe("gzip and tar", () => {
  const head = (name: string, size: number, type = "0") => {
    const block = Buffer.alloc(512);
    block.write(name);
    block.write(size.toString(8).padStart(11, "0"), 124);
    block.write("        ", 148);
    block.write(`${type}ustar\x0000`, 156);
    block.write(block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0") + "\0 ", 148);
    return block;
  };
  const member = (name: string, data: string, type?: string) => {
    const bytes = Buffer.from(data);
    return Buffer.concat([head(name, bytes.length, type), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
  };
  const tar = (...members: Buffer[]) => new Uint8Array(Buffer.concat([...members, Buffer.alloc(1024)]));
  const whole = tar(member("folder/", "", "5"), member("folder/note.txt", NOTE), member("long", `${"x".repeat(120)}Lopez.txt\0`, "L"), member("cut", "asthma"));

  test("a tar, packed or not, long names too", () => {
    for (const [name, bytes] of [["a.tar", whole], ["a.tgz", new Uint8Array(gzipSync(whole))], ["a.tar.gz", new Uint8Array(gzipSync(whole))]] as const) {
      const result = read(bytes, name);
      expect(result).toMatchObject({ status: "scanned" });
      expect(result.misnamed).toBeUndefined();
      for (const words of [NOTE, "asthma", "xLopez txt", "folder note txt"]) expect(textOf(result)).toContain(words);
    }
  });

  test("one file, packed", () => {
    expect(read(new Uint8Array(gzipSync(NOTE)), "note.txt.gz")).toMatchObject({ format: "gzip", status: "scanned", parts: [{ content: NOTE }, { content: "note txt" }] });
  });

  test("a second stream behind the first is not passed over in silence", () => {
    expect(read(new Uint8Array(Buffer.concat([gzipSync("some words"), gzipSync(NOTE)])), "a.gz")).toMatchObject({ status: "partial", reason: "damaged" });
  });

  test("cut anywhere, none looks clean", () => {
    const packed = new Uint8Array(gzipSync(whole));
    for (let length = 3; length < packed.length; length += 5) expect(read(packed.subarray(0, length), "a.tgz").status).not.toBe("scanned");
    for (let length = 512; length < whole.length - 1024; length += 100) expect(read(whole.subarray(0, length), "a.tar").status).not.toBe("scanned");
  });
});

describe("documents that are archives", () => {
  const types = (type: string) => `<Types><Override PartName="/x/main.xml" ContentType="application/${type}"/></Types>`;
  test.each([
    ["docx", { "[Content_Types].xml": types("vnd.ms-word.template.macroEnabledTemplate.main+xml") }],
    ["xlsx", { "[Content_Types].xml": types("vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml") }],
    ["xlsb", { "[Content_Types].xml": types("vnd.ms-excel.sheet.binary.macroEnabled.main") }],
    ["pptx", { "[Content_Types].xml": types("vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml") }],
    ["docx", { "word/document.xml": "<a/>" }], ["opc", { "[Content_Types].xml": types("vnd.ms-visio.drawing.main+xml"), "visio/pages/page1.xml": "<a/>" }],
    ["odt", { mimetype: "application/vnd.oasis.opendocument.text-template" }], ["ods", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
    ["odp", { "content.xml": "<a/>", "META-INF/manifest.xml": "<m media-type='application/vnd.oasis.opendocument.presentation'/>" }],
    ["zip", { mimetype: "application/epub+zip" }],
  ])("%s %#", (format, members) => {
    expect(read(zipFile(members as Record<string, string>), "a.bin").format).toBe(format);
  });

  test("the page beside a Pages document is read", () => {
    const result = read(zipFile({ "Index/Document.iwa": "\0\0", "QuickLook/Preview.pdf": NOTE, "preview.jpg": "\xFF\xD8\xFF" }), "a.pages");
    expect(result).toMatchObject({ format: "iwork", status: "unread", reason: "unsupported" });
    expect(textOf(result)).toContain(NOTE);
  });
});
