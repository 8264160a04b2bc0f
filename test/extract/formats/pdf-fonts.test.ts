import { attachmentText, extract } from "../../../src/extract/index.ts";
import type { PdfWriter } from "../../support/pdf.ts";
import { simplePdf } from "../../support/pdf.ts";

const read = (content: string, font: (pdf: PdfWriter) => string) => {
  const { status, reason, parts } = attachmentText(extract({ name: "a.pdf", bytes: simplePdf({ pages: [`BT /F1 12 Tf 72 700 Td ${content} Tj ET`], font }) }));
  return [status, reason, parts[0]?.content];
};
const simple = (more: string) => (pdf: PdfWriter) => pdf.add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${more} >>`);
const composite = (more: (pdf: PdfWriter) => string, descendant: (pdf: PdfWriter) => string = () => "") => (pdf: PdfWriter) =>
  pdf.add(`<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [${pdf.add(`<< /Subtype /CIDFontType2 /DW 600 ${descendant(pdf)} >>`)}] ${more(pdf)} >>`);
const u16 = (...values: readonly number[]) => values.flatMap((value) => [value >> 8, value & 255]);

describe("letters of simple fonts", () => {
  test.each([
    ["WinAnsi", "/Encoding /WinAnsiEncoding", "<4CF370657A2092>", "López ’"],
    ["Mac Roman", "/Encoding /MacRomanEncoding", "<4C9770657A>", "López"],
    ["Standard", "", "<AE6C6527>", "ﬁle’"],
    ["differences by name", "/Encoding << /Differences [1 /A /n /a /space /uni00F3 /eacute /f_i /g.alt] >>", "<0102030405060708>", "Ana óéﬁg".replace("ﬁ", "fi")],
  ])("%s", (_what, more, shown, text) => {
    expect(read(shown, simple(more))).toEqual(["scanned", undefined, text]);
  });

  test("a map to Unicode comes before the encoding", () => {
    const map = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <01> <03> <0041> endbfrange 2 beginbfchar <04> <006600690072> <05> <0020> endbfchar";
    expect(read("<010203050401>", (pdf) => simple(`/ToUnicode ${pdf.packed(map)}`)(pdf))).toEqual(["scanned", undefined, "ABC firA"]);
  });

  test("names of glyphs that say nothing are said unmapped", () => {
    expect(read("<010203>", simple("/Encoding << /Differences [1 /g12 /g13 /g14] >>"))).toEqual(["partial", "text-unmapped", "\uFFFD\uFFFD\uFFFD"]);
  });

  test("the encoding inside a Type 1 program", () => {
    const program = "%!PS-AdobeFont-1.0\n/Encoding 256 array\ndup 1 /A put\ndup 2 /ffi put\nreadonly def\ncurrentfile eexec";
    expect(read("<0102>", (pdf) => simple(`/FontDescriptor << /Flags 4 /FontFile ${pdf.packed(program)} >>`)(pdf))).toEqual(["scanned", undefined, "Affi"]);
  });

  test("the encoding and the names of glyphs inside a CFF program", () => {
    // Glyphs: .notdef, A (standard string 34), a glyph named "eacute.alt". Codes 1 and 2.
    const top = [29, 0, 0, 0, 60, 15, 29, 0, 0, 0, 70, 16, 29, 0, 0, 0, 80, 17];
    const bytes = new Uint8Array(100);
    bytes.set([1, 0, 4, 1, ...u16(1), 1, 1, 2, 65, ...u16(1), 1, 1, 1 + top.length, ...top, ...u16(1), 1, 1, 11, ...Buffer.from("eacute.alt")]);
    bytes.set([0, ...u16(34, 391)], 60);
    bytes.set([0, 2, 1, 2], 70);
    bytes.set(u16(3), 80);
    expect(read("<0102>", (pdf) => simple(`/FontDescriptor << /Flags 4 /FontFile3 ${pdf.packed(bytes, "/Subtype /Type1C")} >>`)(pdf))).toEqual(["scanned", undefined, "Aé"]);
  });
});

describe("letters of composite fonts", () => {
  test("a map to Unicode", () => {
    expect(read("<00030004>", composite((pdf) => `/ToUnicode ${pdf.packed("2 beginbfchar <0003> <0041> <0004> <D83DDE00> endbfchar")}`))).toEqual(["scanned", undefined, "A😀"]);
  });

  test("codes of one and of two bytes, by the encoding's own ranges", () => {
    const encoding = "2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange";
    const map = "2 beginbfchar <41> <0041> <8141> <00E9> endbfchar";
    expect(read("<41814141>", (pdf) => pdf.add(`<< /Type /Font /Subtype /Type0 /Encoding ${pdf.packed(encoding)} /ToUnicode ${pdf.packed(map)} /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>`))).toEqual(["scanned", undefined, "AéA"]);
  });

  test("the tables of the embedded TrueType font", () => {
    // One table: cmap with a Unicode subtable of format 6: A and B are glyphs 5 and 6.
    const cmap = [...u16(0, 1, 3, 1), 0, 0, 0, 12, ...u16(6, 14, 0, 65, 2, 5, 6)];
    const bytes = new Uint8Array([0, 1, 0, 0, ...u16(1, 0, 0, 0), ...Buffer.from("cmap"), 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, cmap.length, ...cmap]);
    const font = composite(() => "", (pdf) => `/CIDToGIDMap /Identity /FontDescriptor << /FontFile2 ${pdf.packed(bytes)} >>`);
    expect(read("<00050006>", font)).toEqual(["scanned", undefined, "AB"]);
  });

  test("without any map the letters are said unmapped", () => {
    expect(read("<00030004>", composite(() => ""))).toEqual(["partial", "text-unmapped", "\uFFFD\uFFFD"]);
  });
});

test("Hebrew is drawn from left to right and read from right to left", () => {
  const map = "1 beginbfrange <61> <7A> <05D0> endbfrange 1 beginbfrange <30> <39> <0030> endbfrange 1 beginbfchar <20> <0020> endbfchar";
  expect(read("(12 cba)", (pdf) => simple(`/ToUnicode ${pdf.packed(map)}`)(pdf))).toEqual(["scanned", undefined, "אבג 12"]);
});
