/** Hostile files by what they attack. Each is made when it is asked for; none is kept. */
import { compoundFile } from "../../../test/support/compound.ts";
import type { Folder } from "../../../test/support/compound.ts";
import { seeded } from "../random.ts";
import { gzipSync } from "node:zlib";
import { archive, latin, member, officePackage, packedStream, pdfOf, pdfStream, repeated, swelling, swellingStream } from "./build.ts";

export interface HostileCase {
  readonly what: string;
  /** Name of the attachment. */
  readonly name: string;
  readonly make: () => Uint8Array;
}

const one = (what: string, name: string, make: () => Uint8Array): HostileCase => ({ what, name, make });
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Made-up words, hardly packable. */
function words(megabytes: number): Buffer {
  const random = seeded(3);
  const bytes = Buffer.alloc(megabytes * 2 ** 20);
  for (let at = 0; at < bytes.length; at++) bytes[at] = random() < 0.17 ? 32 : 97 + Math.floor(random() * 26);
  return bytes;
}

function nested(depth: number, width: number): Buffer {
  let inner = archive([{ name: "a.txt", packed: swelling(1024, "\0"), method: 8 }]);
  for (let level = 0; level < depth; level++) {
    const content = inner;
    inner = archive(range(width).map((index) => member(`${index}.zip`, content)));
  }
  return inner;
}

const ZIP_CASES: readonly HostileCase[] = [
  one("zip: 1 MB that gives 1 GB", "a.zip", () => archive([{ name: "a.txt", packed: swelling(1024, "\0"), method: 8 }])),
  one("zip: the same, 200 : 1 and 512 MB", "a.zip", () => archive([{ name: "a.txt", packed: swelling(512, words(1).toString("latin1", 0, 2600).repeat(8)), method: 8 }])),
  one("zip: bombs in zips, 5 deep, 16 wide", "a.zip", () => nested(5, 16)),
  one("zip: a zip in a zip, 12 deep", "a.zip", () => nested(12, 1)),
  one("zip: 50,000 entries over the same data", "a.zip", () => archive([member("a.txt", repeated("a", 10)), ...range(50_000).map((index) => ({ ...member(`${index}.txt`, ""), packed: Buffer.alloc(10_000), shared: true }))])),
  one("zip: says 10 bytes, gives 1 GB", "a.zip", () => archive([{ name: "a.txt", packed: swelling(1024, "abc "), method: 8, claimed: 10 }])),
  one("zip: 300,000 tiny members", "a.zip", () => archive(range(300_000).map((index) => ({ name: String(index), packed: latin("a"), method: 0, claimed: 1 })))),
  one("zip: 1,000,000 tiny members", "a.zip", () => archive(range(1_000_000).map((index) => ({ name: String(index), packed: latin("a"), method: 0, claimed: 1 })))),
];

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "lol">${range(30).map((n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("")}]>`;
const PARAGRAPH = "<w:p><w:r><w:t>a</w:t></w:r></w:p>";
const stored = (name: string, content: Buffer) => ({ name, packed: content, method: 0, claimed: content.length });
const around = (head: string, content: Buffer, tail: string): Buffer => Buffer.concat([latin(head), content, latin(tail)]);
const SHEET: readonly (readonly [string, string])[] = [["worksheet", "worksheets/sheet1.xml"], ["sharedStrings", "sharedStrings.xml"]];
const workbook = member("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
const column = (index: number): string => (index < 26 ? "" : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));
const sheet = (rows: number, columns: number, cell: (address: string) => string): string =>
  `<worksheet><sheetData>${range(rows).map((row) => `<row r="${row + 1}">${range(columns).map((index) => cell(`${column(index)}${row + 1}`)).join("")}</row>`).join("")}</sheetData></worksheet>`;

const OFFICE_CASES: readonly HostileCase[] = [
  one("docx: 1 MB of XML that gives 1 GB", "a.docx", () => officePackage("docx", [{ name: "word/document.xml", packed: swelling(1024, PARAGRAPH, "<w:document><w:body>", "</w:body></w:document>"), method: 8 }])),
  one("docx: 24 MB of words in one run", "a.docx", () => officePackage("docx", [stored("word/document.xml", around("<w:document><w:body><w:p><w:r><w:t>", words(24), "</w:t></w:r></w:p></w:body></w:document>"))])),
  one("docx: 31 MB of paragraphs, 100 : 1", "a.docx", () => officePackage("docx", [{ name: "word/document.xml", packed: swelling(31, PARAGRAPH + PARAGRAPH.replace("a<", `${words(1).toString("latin1", 0, 900)}<`), "<w:document><w:body>", "</w:body></w:document>"), method: 8 }])),
  one("docx: XML entities that give 10^30 letters", "a.docx", () => officePackage("docx", [member("word/document.xml", `${ENTITIES}<w:document><w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body></w:document>`)])),
  one("docx: tables 100,000 deep", "a.docx", () => officePackage("docx", [member("word/document.xml", `<w:document><w:body>${"<w:tbl><w:tr><w:tc>".repeat(100_000)}<w:p/>`)])),
  one("xlsx: 1 MB of XML that gives 1 GB", "a.xlsx", () => officePackage("xlsx", [workbook, { name: "xl/worksheets/sheet1.xml", packed: swelling(1024, "<row><c><v>1</v></c></row>", "<worksheet><sheetData>"), method: 8 }], SHEET)),
  one("xlsx: 1,000,000 empty cells with a style", "a.xlsx", () => officePackage("xlsx", [workbook, member("xl/worksheets/sheet1.xml", sheet(10_000, 100, (address) => `<c r="${address}" s="1"/>`))], SHEET)),
  one("xlsx: 1,000,000 numbers", "a.xlsx", () => officePackage("xlsx", [workbook, member("xl/worksheets/sheet1.xml", sheet(10_000, 100, (address) => `<c r="${address}"><v>1</v></c>`))], SHEET)),
  one("xlsx: 200,000 references to 1 MB of text", "a.xlsx", () => officePackage("xlsx", [workbook, member("xl/sharedStrings.xml", `<sst><si><t>${words(1).toString("latin1")}</t></si></sst>`), member("xl/worksheets/sheet1.xml", sheet(2_000, 100, (address) => `<c r="${address}" t="s"><v>0</v></c>`))], SHEET)),
  one("xlsx: 1,000,000 shared texts", "a.xlsx", () => officePackage("xlsx", [workbook, member("xl/sharedStrings.xml", `<sst>${"<si><t>a</t></si>".repeat(1_000_000)}</sst>`), member("xl/worksheets/sheet1.xml", sheet(1, 1, (address) => `<c r="${address}" t="s"><v>0</v></c>`))], SHEET)),
  one("pptx: 1 MB of XML that gives 1 GB", "a.pptx", () => officePackage("pptx", [member("ppt/presentation.xml", "<p:presentation><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst></p:presentation>"), { name: "ppt/slides/slide1.xml", packed: swelling(1024, "<a:p><a:r><a:t>a</a:t></a:r></a:p>", "<p:sld><p:cSld>"), method: 8 }], [["slide", "slides/slide1.xml"]])),
];

const odf = (type: string, content: string | Buffer): Buffer => archive([stored("mimetype", latin(`application/vnd.oasis.opendocument.${type}`)), member("content.xml", content)]);
const row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>";

const MORE_OFFICE_CASES: readonly HostileCase[] = [
  one("ods: a cell 16,384 x 1,048,576 times, 1,000 times", "a.ods", () => odf("spreadsheet", `<office:spreadsheet><table:table>${row.repeat(1_000)}</table:table></office:spreadsheet>`)),
  one("odt: 1,000 times 10^9 blanks", "a.odt", () => odf("text", `<office:text>${"<text:p>a<text:s text:c=\"1000000000\"/>b</text:p>".repeat(1_000)}</office:text>`)),
  one("odt: 24 MB of paragraphs", "a.odt", () => archive([stored("mimetype", latin("application/vnd.oasis.opendocument.text")), stored("content.xml", around("<office:text>", repeated("<text:p>ab</text:p>", 24), "</office:text>"))])),
  one("docx: 24 MB of empty runs", "a.docx", () => officePackage("docx", [stored("word/document.xml", around("<w:document><w:body>", repeated("<w:p><w:r/></w:p>", 24), "</w:body></w:document>"))])),
  one("docx: 24 MB of hidden and deleted words", "a.docx", () => officePackage("docx", [stored("word/document.xml", around("<w:document><w:body>", repeated("<w:p><w:del><w:r><w:delText>ab</w:delText></w:r></w:del></w:p>", 24), "</w:body></w:document>"))])),
  one("docx: a part 2,000 times", "a.docx", () => officePackage("docx", [member("word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>"), ...range(2_000).map((index) => member(`word/header${index}.xml`, `<w:hdr><w:p><w:r><w:t>${"ab cd ".repeat(2_000)}</w:t></w:r></w:p></w:hdr>`))])),
  one("pptx: 50,000 slides", "a.pptx", () => officePackage("pptx", [member("ppt/presentation.xml", "<p:presentation/>"), ...range(50_000).map((index) => member(`ppt/slides/slide${index}.xml`, "<p:sld><a:p><a:r><a:t>ab</a:t></a:r></a:p></p:sld>"))])),
  one("xlsx: 10,000 sheets", "a.xlsx", () => officePackage("xlsx", [member("xl/workbook.xml", `<workbook><sheets>${range(10_000).map((index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`).join("")}</sheets></workbook>`), member("xl/worksheets/sheet1.xml", sheet(100, 100, (address) => `<c r="${address}"><v>1</v></c>`))], SHEET)),
  one("gzip: 1 MB that gives 1 GB", "a.gz", () => Buffer.concat([latin("\x1f\x8b\x08\0\0\0\0\0\0\0"), swelling(1024, "ab "), Buffer.alloc(8)])),
  one("gzip: 20 MB of text", "a.txt.gz", () => gzipSync(words(30))),
  one("doc: 20 MB without a piece table", "a.doc", () => compoundFile({ WordDocument: new Uint8Array(Buffer.concat([Buffer.concat([latin("\xec\xa5\xc1\0"), Buffer.alloc(1_024)]), words(20)])), "1Table": new Uint8Array(10_000) })),
  one("xls: 20 MB of records", "a.xls", () => compoundFile({ Workbook: new Uint8Array(Buffer.concat([latin("\x09\x08\x10\0\0\x06\x10\0\0\0\0\0\0\0\0\0\0\0\0\0"), repeated("\x03\x02\x0e\0\0\0\0\0\0\0\0\0\0\0\0\0\xf0\x3f", 20)])) })),
  one("ppt: 20 MB of records", "a.ppt", () => compoundFile({ "PowerPoint Document": new Uint8Array(repeated("\0\0\xa8\x0f\x02\0\0\0ab", 20)), "Current User": new Uint8Array(40) })),
];

const TEXT_CASES: readonly HostileCase[] = [
  one("txt: 25 MB", "a.txt", () => words(25)),
  one("txt: 25 MB of Cyrillic in UTF-8", "a.txt", () => Buffer.alloc(25 * 2 ** 20, "боль ")),
  one("txt: 25 MB in UTF-16", "a.txt", () => Buffer.concat([latin("\xff\xfe"), Buffer.alloc(24 * 2 ** 20, "боль ", "utf16le")])),
  one("csv: 25 MB", "a.csv", () => repeated("ab,\"cd\",ef\r\n", 25)),
  one("csv: 25 MB of separators", "a.csv", () => repeated(",", 25)),
  one("csv: 25 MB of quotes", "a.csv", () => repeated("\"a,", 25)),
  one("csv: lines of 12,000,000 separators", "a.csv", () => latin(`a,b\nc,d\n${",".repeat(12_000_000)}\n${",".repeat(12_000_000)}`)),
  one("txt: 25 MB of line ends", "a.txt", () => repeated("\n", 25)),
  one("xml: entities that give 10^30 letters", "a.xml", () => latin(`${ENTITIES}<a>&e30;</a>`)),
  one("xml: 25 MB of tags", "a.xml", () => around("<?xml version=\"1.0\"?>", repeated("<a>", 25), "")),
  one("xml: 25 MB of attributes", "a.xml", () => around("<?xml version=\"1.0\"?><a ", repeated("b=\"c\" ", 24), "/>")),
  one("json: arrays 12,000,000 deep", "a.json", () => around("", repeated("[", 12), "]".repeat(12 * 2 ** 20))),
  one("json: 25 MB of numbers", "a.json", () => around("[1", repeated(",1", 24), "]")),
  one("json: 2,000,000 objects", "a.json", () => latin(`[${Array<string>(2_000_000).fill("{\"a\":1}").join()}]`)),
  one("html: 25 MB of tags", "a.html", () => repeated("<b>", 25)),
  one("html: 25 MB of open tags, one letter", "a.html", () => around("<p>a", repeated("<", 25), "")),
  one("rtf: 2,000,000 groups", "a.rtf", () => latin(`{\\rtf1 ${"{a}".repeat(2_000_000)}}`)),
  one("rtf: 20 MB of coded letters", "a.rtf", () => around("{\\rtf1 ", repeated("\\'e1", 20), "}")),
  one("rtf: 20 MB of words", "a.rtf", () => around("{\\rtf1 ", repeated("\\b1\\i0 ", 20), "}")),
  one("rtf: 20 MB of Unicode letters", "a.rtf", () => around("{\\rtf1 ", repeated("\\u233?", 20), "}")),
  one("rtf: 20 MB of objects of nothing", "a.rtf", () => around("{\\rtf1 ", repeated("{\\object{\\*\\objdata 01}}", 20), "}")),
];

const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const PAGE = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";
const onePage = (...rest: readonly (string | Buffer)[]): Buffer => pdfOf([CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, ...rest]);
const form = (next: number): Buffer => pdfStream("/X Do ".repeat(10), `/Type/XObject/Subtype/Form/Resources<</XObject<</X ${next} 0 R>>>>`);

const HEALTH_CASES: readonly HostileCase[] = [
  one("hl7: 8,000,000 segments", "a.hl7", () => around("MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\r", repeated("A|\r", 24), "")),
  one("hl7: a segment of 24,000,000 fields", "a.hl7", () => around("MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|", repeated("|", 24), "")),
  one("hl7: a field of 24,000,000 escapes", "a.hl7", () => around("MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|1|", repeated("\\", 24), "")),
  one("hl7: 24 MB of a text", "a.hl7", () => around("MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\r", repeated("OBX|1|TX|1||ab cd ef\r", 24), "")),
  one("x12: 8,000,000 segments", "a.edi", () => around("ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0101*^*00501*000000001*0*T*:~GS*HC*A*B~", repeated("A*~", 24), "")),
  one("x12: a segment of 24,000,000 elements", "a.edi", () => around("ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0101*^*00501*000000001*0*T*:~NM1*", repeated("*", 24), "~")),
  one("ncpdp: 24,000,000 segments", "a.ncpdp", () => around("\x1e\x1cAM01", repeated("\x1e", 24), "")),
  one("ncpdp: 12,000,000 fields", "a.ncpdp", () => around("\x1e\x1cAM01", repeated("\x1cC", 24), "")),
  one("fhir: 12,000,000 numbers", "a.json", () => around("{\"resourceType\":\"Patient\",\"a\":[1", repeated(",1", 24), "]}")),
  one("fhir: 24 MB of lines", "a.json", () => around("{\"resourceType\":\"Patient\"}\n", repeated("{}\n", 24), "")),
  one("ccda: 24 MB of tags", "a.xml", () => around("<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\">", repeated("<section><text>a</text></section>", 24), "</ClinicalDocument>")),
  one("ics: 8,000,000 lines", "a.ics", () => around("BEGIN:VCALENDAR\n", repeated("A:\n", 24), "END:VCALENDAR\n")),
  one("ics: a line of 8,000,000 folds", "a.ics", () => around("BEGIN:VCALENDAR\nSUMMARY:", repeated("\n a", 24), "\nEND:VCALENDAR\n")),
];

const PDF_CASES: readonly HostileCase[] = [
  one("pdf: objects that refer to each other", "a.pdf", () => pdfOf(["<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Names 4 0 R>>", "3 0 R", "4 0 R", "2 0 R"])),
  one("pdf: a tree of pages in a ring", "a.pdf", () => pdfOf([CATALOG, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>"])),
  one("pdf: forms that draw 10^12 forms", "a.pdf", () => onePage(pdfStream("/X Do"), ...range(12).map((level) => form(level + 6)), pdfStream("BT /F 9 Tf (a) Tj ET", "/Type/XObject/Subtype/Form"))),
  one("pdf: 1 MB of Flate that gives 1 GB", "a.pdf", () => onePage(swellingStream(1024, "(a) Tj "))),
  one("pdf: 25 MB of text on a page", "a.pdf", () => onePage(pdfStream(around("BT /F 9 Tf ", repeated("(ab cd) Tj T* ", 24), "ET")))),
  one("pdf: 28 MB of operators, 100 : 1", "a.pdf", () => onePage(swellingStream(28, words(1).toString("latin1", 0, 4000).replace(/(\w)/g, "$1 Tj ")))),
  one("pdf: 200,000 objects", "a.pdf", () => pdfOf([CATALOG, "<</Type/Pages/Kids[]/Count 0>>", ...range(200_000).map((index) => `<</Next ${(index * 7919) % 200_000} 0 R>>`)])),
  one("pdf: arrays 1,000,000 deep", "a.pdf", () => pdfOf([CATALOG, `<</Type/Pages/Kids ${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}/Count 1>>`])),
  one("pdf: 100,000 pages of one content", "a.pdf", () => pdfOf([CATALOG, `<</Type/Pages/Kids[${"3 0 R ".repeat(100_000)}]/Count 100000>>`, PAGE, packedStream(`BT /F 9 Tf ${"(ab) Tj ".repeat(2_000)}ET`)])),
];

const PART = "--b\r\nContent-Type: text/plain\r\n\r\na\r\n";

function deepMime(levels: number): Buffer {
  return latin(`From: a@example.com\r\n${range(levels).map((level) => `Content-Type: multipart/mixed; boundary=b${level}x\r\n\r\n--b${level}x\r\n`).join("")}\r\na\r\n`);
}

const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const unicode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const FIXED = "__properties_version1.0";

function deepMessage(depth: number): Folder {
  let folder: Folder = { [FIXED]: new Uint8Array(24), "__substg1.0_1000001F": unicode("a") };
  for (let level = 1; level <= depth; level++) {
    folder = { [FIXED]: new Uint8Array(level === depth ? 32 : 24), "__substg1.0_1000001F": unicode("a"), "__attach_version1.0_#00000000": { [FIXED]: new Uint8Array(8), "__substg1.0_3701000D": folder } };
  }
  return folder;
}

function wideMessage(count: number): Folder {
  const attachment: Folder = { [FIXED]: new Uint8Array(8), "__substg1.0_3707001F": unicode("a.txt"), "__substg1.0_37010102": new Uint8Array(latin("text")) };
  return { [FIXED]: new Uint8Array(32), "__substg1.0_1000001F": unicode("a"), ...Object.fromEntries(range(count).map((index) => [`__attach_version1.0_#${String(index).padStart(8, "0")}`, attachment])) };
}

/** Every sector leads to the one before it, the first to itself. */
function loopedCompound(): Uint8Array {
  const bytes = Buffer.from(compoundFile({ WordDocument: new Uint8Array(20 * 2 ** 20), "1Table": new Uint8Array(10_000) }));
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  for (let at = table; at + 4 <= bytes.length; at += 4) bytes.writeUInt32LE(Math.max(0, (at - table) / 4 - 1), at);
  return bytes;
}

function tnef(count: number): Buffer {
  const attribute = (id: number, value: Buffer): Buffer => Buffer.concat([Buffer.of(2), u32(id), u32(value.length), value, Buffer.alloc(2)]);
  const [render, title] = [attribute(0x00069002, Buffer.alloc(14)), attribute(0x00018010, latin("a.txt\0"))];
  return Buffer.concat([u32(0x223e9f78), Buffer.alloc(2), ...range(count >> 1).flatMap(() => [render, title])]);
}

const MAIL_CASES: readonly HostileCase[] = [
  one("eml: MIME 1,000 levels deep", "a.eml", () => deepMime(1_000)),
  one("eml: 200,000 encoded words", "a.eml", () => latin(`From: a@example.com\r\nSubject: ${"=?utf-8?B?w6E=?= =?iso-8859-1?Q?=E1?=\r\n ".repeat(100_000)}\r\n\r\na\r\n`)),
  one("eml: 50,000 parts", "a.eml", () => latin(`From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${PART.repeat(50_000)}--b--\r\n`)),
  one("eml: a header line of 20 MB", "a.eml", () => around("From: a@example.com\r\nSubject: ", repeated("ab ", 20), "\r\n\r\na\r\n")),
  one("eml: 2,000,000 header fields", "a.eml", () => latin(`From: a@example.com\r\n${"Subject: a\r\n".repeat(2_000_000)}\r\na\r\n`)),
  one("eml: 8,000,000 folded lines", "a.eml", () => latin(`From: a@example.com\r\nSubject: a\r\n${" a\n".repeat(8_000_000)}\r\na\r\n`)),
  one("eml: 25 MB of base64 text", "a.eml", () => around("From: a@example.com\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n", Buffer.from(words(18).toString("base64")), "\r\n")),
  one("eml: 24 MB of quoted-printable", "a.eml", () => around("From: a@example.com\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", repeated("=C3=A1", 24), "\r\n")),
  one("eml: 24 MB of line ends", "a.eml", () => around("From: a@example.com\r\n\r\na\r\n", repeated("\r\n", 24), "")),
  one("eml: 24 MB of flowed lines", "a.eml", () => around("From: a@example.com\r\nContent-Type: text/plain; format=flowed\r\n\r\na\r\n", repeated("a \n", 24), "")),
  one("eml: 24 MB of uuencoded lines", "a.eml", () => around("From: a@example.com\r\n\r\nbegin 644 a\n", repeated("!\n", 24), "")),
  one("eml: 24 MB of HTML beside a text", "a.eml", () => around("From: a@example.com\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n", words(23), "\r\n--b\r\n\r\na\r\n--b--\r\n")),
  one("mbox: 800,000 messages", "a.mbox", () => repeated("From a Mon Jan  1 00:00:00 2026\n\n", 24)),
  one("msg: messages 200 deep", "a.msg", () => compoundFile(deepMessage(200))),
  one("msg: 5,000 attachments", "a.msg", () => compoundFile(wideMessage(5_000))),
  one("doc: a ring of sectors", "a.doc", loopedCompound),
  one("tnef: 100,000 attributes", "winmail.dat", () => tnef(100_000)),
];

const ELEMENT = { sequence: latin("\x10\0\x02\x10SQ\0\0\xff\xff\xff\xff"), item: latin("\xfe\xff\0\xe0\xff\xff\xff\xff") } as const;

const MEDIA_CASES: readonly HostileCase[] = [
  one("dicom: sequences 10,000 deep", "a.dcm", () => Buffer.concat([Buffer.alloc(128), latin("DICM\x02\0\x10\0UI\x14\x001.2.840.10008.1.2.1\0"), ...range(10_000).flatMap(() => [ELEMENT.sequence, ELEMENT.item])])),
  one("dicom: 1,000,000 elements", "a.dcm", () => around("\0".repeat(128) + "DICM\x02\0\x10\0UI\x14\x001.2.840.10008.1.2.1\0", repeated("\x10\0\x20\0LO\x04\0abcd", 12), "")),
  one("tiff: a ring of directories", "a.tif", () => Buffer.concat([latin("II*\0"), u32(8), latin("\x01\0\x0e\x01\x02\0"), u32(20), u32(8), u32(8)])),
  one("tiff: 65,535 tags of 25 MB each", "a.tif", () => Buffer.concat([latin("II*\0"), u32(8), latin("\xff\xff"), ...range(65_535).flatMap(() => [latin("\x0e\x01\x02\0"), u32(20_000_000), u32(100)]), repeated("a", 22)])),
];

export const HOSTILE_CASES: readonly HostileCase[] = [...ZIP_CASES, ...OFFICE_CASES, ...MORE_OFFICE_CASES, ...TEXT_CASES, ...HEALTH_CASES, ...PDF_CASES, ...MAIL_CASES, ...MEDIA_CASES];
