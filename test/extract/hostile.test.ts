import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { EXTRACT_LIMITS } from "../../src/contract/index.ts";
import { Budget } from "../../src/extract/budget.ts";
import { inflateRaw } from "../../src/extract/inflate.ts";
import { linesOf, withLineFeeds } from "../../src/extract/lines.ts";
import { utf16, utf8 as decodeUtf8 } from "../../src/extract/unicode.ts";
import { compoundFile } from "../support/compound.ts";
import { allText, latin, readFile, utf8 } from "../support/read.ts";
import { zipFile } from "../support/zip.ts";

const budget = (): Budget => new Budget(EXTRACT_LIMITS, () => 0);
const text = (length: number): string => Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * at) % 23))).join("");

describe("a damaged deflate stream", () => {
  const plain = text(60_000);
  const packed = new Uint8Array(deflateRawSync(plain.split("").map((char, at) => (at % 7 === 0 ? String.fromCharCode(65 + ((at * 31) % 26)) : char)).join("")));
  const whole = Buffer.from(inflateRaw(packed, budget()).bytes).toString();
  /** What zlib gives of the first bytes. */
  const given = (end: number): number => inflateRawSync(packed.subarray(0, end), { finishFlush: constants.Z_SYNC_FLUSH }).length;

  test("gives all that stands before its end", () => {
    expect(whole).toHaveLength(60_000);
    for (let end = 1; end < packed.length; end += 97) {
      const cut = inflateRaw(packed.subarray(0, end), budget());
      expect(cut.whole).toBe(false);
      expect(whole.startsWith(Buffer.from(cut.bytes).toString())).toBe(true);
      expect([end, cut.bytes.length]).toEqual([end, given(end)]);
    }
  });

  test("gives what stands before bytes that mean nothing", () => {
    const broken = packed.slice();
    broken.fill(0xff, packed.length - 200);
    const read = inflateRaw(broken, budget());
    expect(read.whole).toBe(false);
    const sound = given(packed.length - 300);
    expect(sound).toBeGreaterThan(8_192);
    expect(Buffer.from(read.bytes).toString().slice(0, sound)).toBe(whole.slice(0, sound));
  });

  test("one that needs no end is none", () => {
    expect(inflateRaw(Uint8Array.of(3, 0), budget())).toMatchObject({ whole: true });
    expect(inflateRaw(Uint8Array.of(3, 0, 9, 9), budget())).toMatchObject({ whole: true });
    expect(inflateRaw(new Uint8Array(0), budget())).toMatchObject({ whole: false });
  });
});

test("a member that swells is a bomb before it is large", () => {
  const packed = deflateRawSync(Buffer.alloc(32 * 2 ** 20));
  const bomb = Buffer.concat([packed, Buffer.alloc(1_000_000, 7)]);
  expect(() => inflateRaw(bomb, budget())).toThrow("bomb");
});

describe("a file of a few bytes is no text where its name promises a document", () => {
  const marks = { "a.doc": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.docx": "PK\x03\x04\x14\0\x06\0", "a.pdf": "%PDF-1.7", "a.png": "\x89PNG\r\n\x1a\n", "a.jpg": "\xFF\xD8\xFF\xE0\0\x10JF", "winmail.tnef": "\x78\x9f\x3e\x22\x01\0\x01\x90", "a.gz": "\x1f\x8b\x08\0\0\0\0\0" };
  test.each(Object.entries(marks))("%s", (name, mark) => {
    for (let end = 1; end < 8; end++) {
      const { status, parts } = readFile(name, latin(mark.slice(0, end)));
      expect([name, end, status, parts]).toEqual([name, end, "unread", []]);
    }
  });

  test("but a short note is a note", () => {
    expect(readFile("a.txt", "PK")).toMatchObject({ status: "scanned", parts: [{ content: "PK" }] });
    expect(readFile("note", "Maria")).toMatchObject({ status: "scanned", parts: [{ content: "Maria" }] });
  });
});

describe("mail", () => {
  test("cut in the middle of a field's name", () => {
    const whole = "From: a@example.com\r\nSubject: Visit\r\nMIME-Version: 1.0\r\n\r\nhello\r\n";
    for (let end = 24; end < whole.indexOf("hello") - 2; end++) expect([end, readFile("a.eml", whole.slice(0, end)).status]).not.toEqual([end, "scanned"]);
    expect(readFile("a.eml", whole)).toMatchObject({ status: "scanned" });
  });

  test("a header beyond measure is read as text, and said", () => {
    const read = readFile("a.eml", `From: a@example.com\r\n${"X-A: b c d\r\n".repeat(100_000)}X-Note: MRN 00482913\r\n\r\nhello`);
    expect(read).toMatchObject({ status: "partial", reason: "too-large" });
    expect(allText(read)).toContain("MRN 00482913");
  });

  test("flowed text", () => {
    const mail = (body: string): string => allText(readFile("a.eml", `From: a@example.com\r\nContent-Type: text/plain; format=flowed\r\n\r\n${body}`));
    expect(mail("one \r\ntwo\r\n> three\r\n-- \r\nfour")).toContain("one two\n> three\n-- \nfour");
  });
});

describe("what would fill the memory", () => {
  test("many cells of one long text are read as far as there is room", () => {
    const shared = `${"word ".repeat(50_000)}MRN 00482913`;
    const cells = Array.from({ length: 40 }, (_, row) => `<row r="${row + 1}">${"<c t=\"s\"><v>0</v></c>".repeat(50)}</row>`).join("");
    const file = zipFile({
      "[Content_Types].xml": "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
      "_rels/.rels": "<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml": "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
      "xl/sharedStrings.xml": `<sst><si><t>${shared}</t></si></sst>`, "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
    const read = readFile("a.xlsx", file);
    expect(read).toMatchObject({ status: "partial", reason: "too-large" });
    const kept = allText(read);
    expect(kept).toContain("MRN 00482913");
    expect(kept.length).toBeGreaterThan(EXTRACT_LIMITS.characters * 0.9);
    expect(kept.length).toBeLessThan(EXTRACT_LIMITS.characters + 10);
  });

  test("JSON of very many values is read as it stands", () => {
    const read = readFile("a.json", `{"note":"MRN 00482913","n":[1${",1".repeat(600_000)}]}`);
    expect(read).toMatchObject({ status: "partial", reason: "too-large" });
    expect(allText(read)).toContain("MRN 00482913");
  });

  test("brackets in JSON texts are no nesting", () => {
    expect(readFile("a.json", JSON.stringify({ note: "[".repeat(500), quote: "\\\"[" }))).toMatchObject({ status: "scanned" });
  });

  test("a tag of a hundred thousand attributes", () => {
    const read = readFile("a.xml", `<?xml version="1.0"?><a ${Array.from({ length: 100_000 }, (_, at) => `n${at}='v'`).join(" ")} mrn="00482913"/>`);
    expect(read).toMatchObject({ status: "scanned" });
    expect(allText(read)).toContain("mrn: 00482913");
  });
});

describe("health messages of very many empty pieces", () => {
  test.each([
    ["a.hl7", `MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|1||00482913${"|".repeat(100_000)}\r`],
    ["a.hl7", `MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|1||${"^~&\\".repeat(100_000)}00482913\r`],
    ["a.edi", `ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0101*^*00501*000000001*0*T*:~NM1*IL*1*00482913${"*".repeat(100_000)}~IEA*0*1~`],
    ["a.ncpdp", `\x1e\x1cAM01\x1cCY00482913${"\x1c".repeat(100_000)}${"\x1e".repeat(100_000)}`],
  ])("%s: %#", (name, content) => {
    expect(allText(readFile(name, content))).toContain("00482913");
  });
});

test("line ends, wherever a stretch ends", () => {
  for (const length of [998, 999, 1_000, 1_001, 3_000]) expect(withLineFeeds(`${"a".repeat(length - 1)}\r\nb\rc`)).toBe(`${"a".repeat(length - 1)}\nb\nc`);
  expect([...linesOf("a\n\nb\n")]).toEqual(["a", "", "b", ""]);
});

test("texts longer than what is decoded at once", () => {
  for (const length of [4_094, 4_095, 4_096, 4_097, 9_000]) {
    const long = `${"a".repeat(length)}é😀z`;
    expect(decodeUtf8(utf8(long))).toEqual({ text: long, errors: 0, wide: 2 });
    expect(utf16(new Uint8Array(Buffer.from(long, "utf16le")), true)).toBe(long);
    expect(utf16(new Uint8Array(Buffer.concat([Buffer.from(long, "utf16le"), Buffer.of(1)])), true)).toBe(`${long}\ufffd`);
  }
});

test("a presentation of very many records side by side", () => {
  const records = Buffer.alloc(300_000 * 10, "\0\0\xa8\x0f\x02\0\0\0ab", "latin1");
  expect(readFile("a.ppt", compoundFile({ "PowerPoint Document": new Uint8Array(records), "Current User": new Uint8Array(40) }))).toMatchObject({ status: "unread", reason: "too-large" });
});
