import { deflateSync } from "node:zlib";
import { PdfWriter, simplePdf, textLines } from "../../support/pdf.ts";
import { readFile } from "../../support/read.ts";

const NOTE = "Patient: Ana Roe, MRN 00482913";
const read = (bytes: Uint8Array) => {
  const { status, reason, parts } = readFile("a.pdf", bytes);
  return { status, reason, pages: parts.filter(({ place }) => place?.kind === "page").map(({ content }) => content) };
};
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
/** A catalog of one page with this content. */
function onePage(content: (pdf: PdfWriter) => string, entries = ""): Uint8Array {
  const pdf = new PdfWriter();
  const own = content(pdf);
  const page = pdf.add(`<< /Type /Page /Contents ${own} ${entries} >>`);
  return pdf.bytes(pdf.add(`<< /Type /Catalog /Pages ${pdf.add(`<< /Kids [${page}] >>`)} >>`));
}

describe("files made to harm end with a reason", () => {
  const endless = (): Uint8Array => {
    const pdf = new PdfWriter();
    for (let number = 1; number <= 30; number++) pdf.stream("/X Do ".repeat(10), `/Subtype /Form /Resources << /XObject << /X ${number + 1} 0 R >> >>`);
    const page = pdf.add(`<< /Type /Page /Contents ${pdf.packed("/X Do")} /Resources << /XObject << /X 1 0 R >> >> >>`);
    return pdf.bytes(pdf.add(`<< /Type /Catalog /Pages << /Kids [${page}] >> >>`));
  };
  const cases: readonly (readonly [what: string, bytes: () => Uint8Array, reasons: readonly string[]])[] = [
    ["a stream that swells", () => onePage((pdf) => pdf.stream(deflateSync(new Uint8Array(60_000_000)), "/Filter /FlateDecode")), ["bomb", "too-large"]],
    ["forms in forms without end", endless, ["too-large"]],
    ["arrays nested a million deep", () => onePage((pdf) => pdf.stream("[".repeat(1_000_000))), ["too-large"]],
    ["a page tree that leads back to itself", () => latin("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Kids [2 0 R] >> endobj trailer << /Root 1 0 R >>\n%%EOF"), ["damaged"]],
    ["references that lead round", () => latin("%PDF-1.4\n1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer << /Root 1 0 R >>\n%%EOF"), ["damaged"]],
    ["trailers that are never closed", () => latin(`%PDF-1.4\n${"trailer << /Root (".repeat(20_000)}`), ["damaged", "timed-out"]],
    ["operators without end", () => onePage((pdf) => pdf.stream(Array.from({ length: 700_000 }, (_, at) => `${at} w q Q `).join(""))), ["too-large", "timed-out"]],
  ];
  test.each(cases)("%s", (_what, bytes, reasons) => {
    const { status, reason } = read(bytes());
    expect(status).not.toBe("scanned");
    expect(reasons).toContain(reason);
  });
});

describe("damage", () => {
  test("without its cross-reference table and trailer a file is read by its objects, and said damaged", () => {
    const whole = simplePdf({ pages: [textLines(NOTE)] });
    const end = Buffer.from(whole).indexOf("xref\n0");
    expect(read(whole.subarray(0, end))).toEqual({ status: "partial", reason: "damaged", pages: [NOTE] });
  });

  test("objects in object streams, and one that is cut", () => {
    const make = (cut: boolean): Uint8Array => {
      const pdf = new PdfWriter();
      const content = pdf.packed(`BT 72 700 Td (${NOTE}) Tj ET`);
      pdf.objectStream(10, [`<< /Type /Catalog /Pages 11 0 R >>`, "<< /Type /Pages /Kids [12 0 R] >>", `<< /Type /Page /Contents ${content} >>`, ...(cut ? [] : ["null"])]);
      const bytes = pdf.bytes("10 0 R");
      return cut ? bytes.map((byte, at) => (at > Buffer.from(bytes).indexOf("/ObjStm") + 60 && at < Buffer.from(bytes).indexOf("/ObjStm") + 80 ? 0 : byte)) : bytes;
    };
    expect(read(make(false))).toEqual({ status: "scanned", reason: undefined, pages: [NOTE] });
    expect(read(make(true)).status).not.toBe("scanned");
  });

  test("an update at the end holds, not what it replaces", () => {
    const first = simplePdf({ pages: [textLines("old text")] });
    const update = latin(`2 0 obj\n<< /Length 44 >>\nstream\nBT /F1 12 Tf 72 700 Td (MRN 00482913) Tj ET \nendstream\nendobj\ntrailer << /Root 5 0 R >>\n%%EOF\n`);
    expect(read(new Uint8Array([...first, ...update])).pages).toEqual(["MRN 00482913"]);
  });
});

describe("filters", () => {
  const content = `BT 72 700 Td (${NOTE}) Tj ET`;
  const hex = Buffer.from(content).toString("hex");
  test.each([
    ["ASCIIHex", `${hex}>`, "/Filter /ASCIIHexDecode"],
    ["RunLength", `${String.fromCharCode(content.length - 1)}${content}\x80`, "/Filter /RunLengthDecode"],
    ["two of them", Buffer.from(deflateSync(Buffer.from(content))).toString("hex"), "/Filter [/AHx /Fl]"],
  ])("%s", (_what, data, dict) => {
    expect(read(onePage((pdf) => pdf.stream(data, dict)))).toMatchObject({ status: "scanned", pages: [NOTE] });
  });

  test("ASCII85 and LZW, by the examples of ISO 32000-1, 7.4.4.2", () => {
    // 9-bit codes 256 45 258 258 65 259 66 257.
    const lzw = "80 0B 60 50 22 0C 0C 85 01";
    expect(read(onePage((pdf) => `[${pdf.stream("BT 72 700 Td (")} ${pdf.stream(`${lzw}>`, "/Filter [/AHx /LZW]")} ${pdf.stream("87cURDZ~>", "/Filter /A85")} ${pdf.stream(") Tj ET")}]`)).pages).toEqual(["-----A---B Hello"]);
  });

  test.each([
    ["PNG up", [2, 65, 66, 2, 1, 1], 12, "AB BC"],
    ["PNG left", [1, 65, 1, 1, 67, 1], 15, "AB CD"],
    ["TIFF", [65, 1, 67, 1], 2, "AB CD"],
  ])("predictor: %s", (_what, rows, predictor, text) => {
    // Rows of two letters; the page draws each in a string of its own.
    const packed = deflateSync(Uint8Array.from(rows));
    const pdf = new PdfWriter();
    const data = pdf.stream(packed, `/Filter /FlateDecode /DecodeParms << /Predictor ${predictor} /Columns 2 >>`);
    const page = pdf.add(`<< /Type /Page /Contents [${pdf.stream("BT 72 700 Td (")} ${data} ${pdf.stream(") Tj ET")}] >>`);
    const bytes = pdf.bytes(pdf.add(`<< /Type /Catalog /Pages << /Kids [${page}] >> >>`));
    expect(read(bytes).pages[0]?.replace(/ /g, "")).toBe(text.replace(/ /g, ""));
  });
});

describe("pages that are pictures", () => {
  const scan = "q 612 0 0 792 0 0 cm /Im Do Q";
  const picture = { resources: (pdf: PdfWriter) => `/XObject << /Im ${pdf.stream("\xFF\xD8", "/Subtype /Image /Filter /DCTDecode")} >>` };
  test("all of them, some of them, one with a layer of recognised text", () => {
    expect(read(simplePdf({ pages: [scan, scan], ...picture }))).toMatchObject({ status: "unread", reason: "image-only" });
    expect(read(simplePdf({ pages: [textLines(NOTE), scan], ...picture }))).toMatchObject({ status: "partial", reason: "image-only", pages: [NOTE] });
    expect(read(simplePdf({ pages: [`${scan} 3 Tr ${textLines(NOTE)}`], ...picture }))).toMatchObject({ status: "scanned", pages: [NOTE] });
  });

  test("a title does not make a drawing without letters a page that was read", () => {
    const drawing = "10 10 m 20 20 l S ".repeat(200);
    const titled = { trailer: (pdf: PdfWriter) => `/Info ${pdf.add("<< /Title (Scan) >>")}` };
    expect(read(simplePdf({ pages: [drawing], ...titled }))).toMatchObject({ status: "partial", reason: "no-text" });
  });

  test("a logo beside text is none", () => {
    expect(read(simplePdf({ pages: [`q 100 0 0 50 0 700 cm /Im Do Q ${textLines("Ana Roe")}`], ...picture }))).toMatchObject({ status: "scanned" });
  });
});
