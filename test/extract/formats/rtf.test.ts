import { EXTRACT_LIMITS } from "../../../src/contract/index.ts";
import { Budget } from "../../../src/extract/budget.ts";
import { decompressRtf } from "../../../src/extract/formats/legacy/compressed-rtf.ts";
import { rtfText } from "../../../src/extract/formats/legacy/rtf-text.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { compoundFile } from "../../support/compound.ts";

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const budget = () => new Budget(EXTRACT_LIMITS, () => 0);
const read = (rtf: string) => attachmentText(extract({ name: "a.rtf", bytes: latin(rtf) }));
/** Content of the parts of a kind. */
const part = (rtf: string, kind?: string) => read(rtf).parts.filter(({ place }) => place?.kind === kind).map(({ content }) => content).join("|");
const body = (text: string) => part(`{\\rtf1\\ansi\\ansicpg1252 ${text}}`);

describe("letters", () => {
  test.each([
    ["escapes and symbols", "\\{a\\\\b\\}\\~c\\_d\\emdash e\\'e9", "{a\\b}\u00a0c-d—eé"],
    ["a word cut by a soft hyphen and by line ends", "Ma\\-ria\r\n Lop\r\nez", "Maria Lopez"],
    ["Unicode with its fallback", "Jos\\u233\\'e9 and \\uc2\\u1046ZhX{\\uc0\\u1046Y}", "José and ЖXЖY"],
    ["negative Unicode and a pair of surrogates", "\\uc0\\u-3913 \\u-10179 \\u-8704 x", "\uf0b7😀x"],
    ["a group ends the fallback", "{\\uc3\\u233 a}bc", "ébc"],
    ["binary data between", "a\\bin5 }}}}}b", "ab"],
  ])("%s", (_what, rtf, text) => {
    expect(body(rtf)).toBe(text);
  });

  test("the code page of the document and of the font", () => {
    expect(part("{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset161 C;}}\\f0 \\'c8\\'e2\\'e0\\'ed \\f1 Luk\\'e1\\'9a {\\f2 \\'c3}\\plain \\'c8}"))
      .toBe("Иван Lukáš ΓИ");
  });

  test("a code page of two bytes a letter is said, Unicode beside it is read", () => {
    const rtf = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}\\f0 Name: \\'93\\'fa\\par {\\uc2\\u26085\\'93\\'fa}}";
    expect(read(rtf)).toMatchObject({ status: "partial", reason: "text-unmapped" });
    expect(part(rtf)).toBe("Name: \ufffd\ufffd\n日");
  });
});

describe("places", () => {
  test("cells and rows of a table, paragraphs inside a cell", () => {
    const row = (first: string, second: string) => `\\trowd\\intbl ${first}\\cell ${second}\\cell\\row `;
    expect(body(`${row("Name", "MRN")}${row("Ann\\par Bell", "48213")}\\pard after`)).toBe("Name\tMRN\nAnn Bell\t48213\nafter");
  });

  test.each([
    ["header", "{\\header MRN 48213\\par}", "MRN 48213"], ["footer", "{\\footerf page}", "page"], ["note", "{\\footnote note}", "note"],
    ["comment", "{\\*\\atnid AB}{\\*\\atnauthor Ann Bell}\\chatn{\\*\\annotation{\\*\\atnref 12}call her}", "AB\nAuthor: Ann Bell\ncall her"],
    ["properties", "{\\info{\\title Ann Bell}{\\author Dr. Roe}{\\creatim\\yr2020}}", "Title: Ann Bell\nAuthor: Dr. Roe"],
    ["properties", "{\\*\\userprops{\\propname MRN}\\proptype30{\\staticval 48213}}{\\*\\docvar{dob}{1/2/1980}}", "MRN 48213\n dob 1/2/1980"],
    ["properties", "{\\*\\revtbl{Unknown;}{Ann Bell;}}", "Revision authors:  Ann Bell;"],
    ["form", "{\\*\\formfield{\\fftype0{\\*\\ffname Mrn}{\\*\\ffdeftext 48213}}}", "Mrn\n48213"],
    ["link", "{\\field{\\*\\fldinst HYPERLINK \"mailto:ann@example.com\"}{\\fldrslt Ann}}{\\field{\\*\\fldinst PAGE}}", "\"mailto:ann@example.com\""],
    [undefined, "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt Ann}}", "Ann"],
    [undefined, "{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv her scan}}{\\sp{\\sn left}{\\sv 20}}{\\shptxt in a box}}}", "in a box|her scan"],
    [undefined, "{\\upr{Jos?}{\\*\\ud{Jos\\u233?}}}", "José"],
    [undefined, "{\\*\\unknown secret}{\\stylesheet{\\s0 Normal;}}{\\colortbl;\\red0;}seen", "seen"],
  ] as const)("%s: %s", (kind, rtf, text) => {
    expect(part(`{\\rtf1\\ansi ${rtf}}`, kind)).toBe(text);
  });

  test("deleted and hidden text stands apart and is named hidden", () => {
    const { parts } = read("{\\rtf1 seen {\\v Ann} and {\\deleted MRN 48213}{\\b bold}\\v x\\v0 .}");
    expect(parts).toEqual([
      { format: "text", content: "seen  and bold." }, { format: "text", content: "Ann\nMRN 48213\nx", place: { kind: "deleted", hidden: true } },
    ]);
  });
});

describe("files inside", () => {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex").replace(/.{64}/g, "$&\r\n");
  const u32 = (value: number) => String.fromCharCode(value & 255, (value >> 8) & 255, value >> 16, 0);
  const ole1 = (className: string, data: string) => latin(`${u32(0x501)}${u32(2)}${u32(className.length + 1)}${className}\0${u32(0)}${u32(0)}${u32(data.length)}${data}`);
  const PATH = "C:\\\\note.txt\0";

  test("a package", () => {
    const data = `\x02\0note.txt\0${PATH}\0\0\x03\0${u32(PATH.length)}${PATH}${u32(11)}MRN 00482913`.slice(0, -1);
    const result = read(`{\\rtf1 a{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata ${hex(ole1("Package", data))}}{\\result b}}}`);
    expect(result.parts.filter(({ place }) => place?.kind !== "names").map(({ content, place }) => [content, place?.within])).toEqual([["ab", undefined], ["MRN 0048291", ["note.txt"]]]);
    expect(result.status).toBe("scanned");
  });

  test("a compound file", () => {
    const data = Buffer.from(compoundFile({ CONTENTS: latin("MRN 00482913") })).toString("latin1");
    expect(read(`{\\rtf1{\\object{\\*\\objdata ${hex(ole1("Acro", data))}}}}`).parts[0]!.content).toBe("MRN 00482913");
  });

  test("large pictures are said, small ones are decoration", () => {
    const pict = (bytes: number) => `{\\*\\shppict{\\pict\\pngblip ${"00".repeat(bytes)}}}`;
    const words = "a letter of more than twenty letters";
    expect(read(`{\\rtf1 ${words} ${pict(30_000)}}`)).toMatchObject({ status: "partial", reason: "image" });
    expect(read(`{\\rtf1 ${words} {\\pict\\bin30000 ${"}".repeat(30_000)}}}`)).toMatchObject({ status: "partial", reason: "image" });
    expect(read(`{\\rtf1 ${words} ${pict(3_000)}}`).status).toBe("scanned");
    expect(read(`{\\rtf1 scan ${pict(30_000)}}`)).toMatchObject({ status: "unread", reason: "image-only" });
  });
});

describe("Outlook's HTML inside", () => {
  test("tags and text without the RTF that stands for them", () => {
    const rtf = "{\\rtf1\\ansi\\fromhtml1 \\deff0{\\fonttbl{\\f0 A;}}{\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 Caf\\'e9{\\*\\mhtmltag84 x}{\\*\\htmltag84 &nbsp;}{\\*\\htmltag72 </p>}\\htmlrtf {x}\\htmlrtf0}";
    expect(read(rtf).parts).toEqual([{ format: "html", content: "\n<p>Café\n&nbsp;\n</p>" }]);
  });
});

describe("damage and hostile input", () => {
  const WHOLE = "{\\rtf1\\ansi Patient {\\b Ann}\\par MRN {\\header 48213}{\\*\\objdata 0102}\\'e9\\u233 ? end}";

  test("cut anywhere: never scanned, and the text before is kept", () => {
    for (let length = 1; length < WHOLE.length; length++) expect(read(WHOLE.slice(0, length)).status).not.toBe(length > 5 ? "scanned" : "never");
    expect(part(WHOLE.slice(0, 40))).toBe("Patient Ann\nMRN");
  });

  test("content behind the last brace is said", () => {
    expect(read(`{\\rtf1 a}${"MRN 48213 ".repeat(100)}`)).toMatchObject({ status: "partial", reason: "unsupported" });
    expect(read(`{\\rtf1 a}${"\0".repeat(1000)}`).status).toBe("scanned");
  });

  test("groups nested two million deep end early and say so", () => {
    expect(read(`{\\rtf1 a${"{".repeat(2_000_000)}`)).toMatchObject({ status: "partial", reason: "damaged" });
  });

  test("numbers and lengths that lie", () => {
    expect(() => read("{\\rtf1 \\bin999999999999 x\\uc99999999 \\u9999999999 \\u \\'zz\\fcharset-1\\bin-5 }")).not.toThrow();
  });
});

describe("compressed RTF", () => {
  // The example of MS-OXRTFCP 4.1.1.
  const packed = Buffer.from("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af8627066 3432 0a 8408626563 0bf3 20 68656c090020627705b06c647d0a800fa0".replace(/ /g, ""), "hex");

  test("a message of which the specification tells", () => {
    const { bytes } = decompressRtf(new Uint8Array(packed), budget());
    expect(Buffer.from(bytes).toString("latin1").startsWith("{\\rtf1\\ansi\\ansicpg125")).toBe(true);
  });

  test("what is not compressed, and what is cut", () => {
    const plain = latin("\x10\0\0\0\x05\0\0\0MELA\0\0\0\0{\\rtf");
    expect(decompressRtf(plain, budget())).toEqual({ bytes: latin("{\\rtf"), whole: true });
    expect(decompressRtf(plain.subarray(0, 18), budget()).whole).toBe(false);
    for (let length = 0; length < packed.length - 1; length++) expect(decompressRtf(new Uint8Array(packed.subarray(0, length)), budget()).whole).toBe(false);
    expect(rtfText(new Uint8Array(0), budget()).whole).toBe(false);
  });
});
