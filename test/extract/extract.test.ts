import { EXTRACT_LIMITS } from "../../src/contract/index.ts";
import { attachmentText, extract as extractTree } from "../../src/extract/index.ts";
import type { SourceFile } from "../../src/extract/index.ts";
import { compoundFile } from "../support/compound.ts";

/** Without what the content was taken for. */
function extract(file: SourceFile) {
  const { name, status, reason, parts } = attachmentText(extractTree(file));
  return { name, status, ...(reason === undefined ? {} : { reason }), parts };
}

const NOTE = "Patient: María López, MRN 00482913, type 2 diabetes.";
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean, big = false) => {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const random = (length: number) => {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16);
};
const joined = (name: string, bytes: Uint8Array, contentType?: string) =>
  extract({ name, bytes, ...(contentType === undefined ? {} : { contentType }) }).parts.map((part) => part.content).join("\n");

describe("charsets", () => {
  test.each([
    ["UTF-8", utf8(NOTE)],
    ["UTF-8 with a mark", utf8("\uFEFF" + NOTE)],
    ["windows-1252", latin(NOTE)],
    ["UTF-16 LE with a mark", utf16(NOTE, true)],
    ["UTF-16 BE with a mark", utf16(NOTE, true, true)],
    ["UTF-16 LE without a mark", utf16(NOTE, false)],
    ["UTF-16 BE without a mark", utf16(NOTE, false, true)],
  ])("%s", (_what, bytes) => {
    expect(extract({ name: "note.txt", bytes })).toEqual({ name: "note.txt", status: "scanned", parts: [{ format: "text", content: NOTE }] });
  });

  test("the letters of windows-1252 that Latin-1 lacks", () => {
    expect(joined("a.txt", Uint8Array.from([0x93, 0x4d, 0x92, 0x73, 0x94, 0x20, 0x80, 0x35]))).toBe("“M’s” €5");
  });

  test("UTF-8 agrees with the platform, well formed or not", () => {
    const texts = ["é", "€", "😀 and more", "日本語テキスト"].map(utf8);
    const broken = [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe0, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80]].map((bytes) => Uint8Array.from(bytes));
    const filler = utf8("é plain words ".repeat(400));
    for (const bytes of [...texts, ...broken]) {
      const whole = new Uint8Array([...filler, ...bytes]);
      expect(joined("a.txt", whole)).toBe(new TextDecoder().decode(whole));
    }
  });

  test("a sequence cut at the end", () => {
    const whole = utf8("word ".repeat(400) + "😀");
    expect(joined("a.txt", whole.subarray(0, whole.length - 1)).startsWith("word ".repeat(400))).toBe(true);
  });

  test.each([
    ["Shift_JIS by content type", latin("\x83e\x83X\x83g patient"), "text/plain; charset=Shift_JIS"],
    ["GBK by its own word", latin("<html><meta charset='gbk'><p>\xB2\xA1\xC8\xCB</p>"), undefined],
    ["UTF-7", latin("+AGE-bc"), "text/plain; charset=utf-7"],
    ["ISO-2022-JP by its escapes", latin("\x1B$B%F%9%H\x1B(B"), undefined],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), undefined],
  ])("unknown: %s", (_what, bytes, contentType) => {
    expect(extract({ name: "a.txt", bytes, ...(contentType === undefined ? {} : { contentType }) })).toMatchObject({ status: "unread", reason: "text-unmapped", parts: [] });
  });

  test("an 8-bit charset is read by its label", () => {
    expect(extract({ name: "a.txt", bytes: latin("MRN 00482913 Wa\xB3\xEAsa"), contentType: "text/plain; charset=ISO-8859-2" })).toMatchObject({ status: "scanned", parts: [{ content: "MRN 00482913 Wałęsa" }] });
  });
});

describe("what cannot be read says why", () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
    ["empty.txt", new Uint8Array(0), "not-provided"],
    ["blank.txt", latin(" \r\n\t "), "no-text"],
    ["x.bin", Uint8Array.from([0, 1, 2, 3, 255, 254]), "unsupported"],
    ["random.txt", random(20_000), "unsupported"],
    ["random behind a mark.txt", new Uint8Array([0xff, 0xfe, ...random(20_000)]), "unsupported"],
    ["photo.png", latin("\x89PNG\r\n\x1A\n...."), "image"],
    ["photo.txt", latin("\xFF\xD8\xFF\xE0...."), "image"],
    ["fax.tif", latin("II*\0...."), "image"],
    ["scan.heic", latin("\0\0\0\x18ftypheic"), "image"],
    ["p.webp", latin("RIFF\0\0\0\0WEBP"), "image"],
    ["b.bmp", latin("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0"), "image"],
    ["a.pdf", latin("%PDF-1.7\n1 0 obj"), "damaged"],
    ["a.txt", latin("junk\n%PDF-1.4\ntrailer <</Encrypt 5 0 R>>"), "encrypted"],
    ["a.docx", latin("PK\x03\x04\x14\0\0\0"), "damaged"],
    ["a.zip", latin("PK\x03\x04\x14\0\x01\0"), "encrypted"],
    ["a.doc", latin("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."), "damaged"],
    ["a.xlsx", compoundFile({ EncryptedPackage: random(70_000) }), "encrypted"],
    ["smime.p7m", latin("0\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03"), "encrypted"],
    ["signed.p7m", latin("0\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02"), "unsupported"],
    ["a.7z", latin("7z\xBC\xAF\x27\x1C"), "unsupported"],
    ["m.asc", latin("-----BEGIN PGP MESSAGE-----\n\nhQEMA"), "encrypted"],
    ["a.ps", latin("%!PS-Adobe-3.0"), "unsupported"],
    ["uu.txt", latin("begin 644 a.doc\nM0V"), "unsupported"],
    ["script.html", latin("<html><SCRIPT>document.write(atob('TWFyaWE='))</script><style>p{color:red}</style></html>"), "no-text"],
  ];
  test.each(cases)("%s: %#", (name, bytes, reason) => {
    expect(extract({ name, bytes })).toEqual({ name, status: "unread", reason, parts: [] });
  });
});

describe("what is read only in part says so and keeps its text", () => {
  const base64 = Buffer.from(random(1200)).toString("base64");
  const cases: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
    ["binary tail.txt", new Uint8Array([...utf8(`${NOTE}\n`.repeat(2000)), ...random(20_000)]), "unsupported"],
    ["embedded.xml", utf8(`<?xml version="1.0"?><a>${NOTE}<b>${base64}</b></a>`), "unsupported"],
    ["wrapped.json", utf8(JSON.stringify({ note: NOTE, data: base64 })), "unsupported"],
    ["picture.html", utf8(`<p>${NOTE}</p><img src="data:image/png;base64,iVBO">`), "image"],
  ];
  test.each(cases)("%s", (name, bytes, reason) => {
    const result = extract({ name, bytes });
    expect(result).toMatchObject({ status: "partial", reason });
    expect(result.parts[0]?.content).toContain("00482913");
  });

  test("a note that only its name calls a mail is a note", () => {
    expect(extract({ name: "fwd.eml", bytes: latin(NOTE) })).toMatchObject({ status: "scanned", parts: [{ content: NOTE }] });
  });

  test("more than the limit", () => {
    const bytes = new Uint8Array(EXTRACT_LIMITS.bytes + 1).fill(0x20);
    bytes.set(utf8(NOTE));
    const result = extract({ name: "long.log", bytes });
    expect(result).toMatchObject({ status: "partial", reason: "too-large" });
    expect(result.parts[0]?.content.startsWith(NOTE)).toBe(true);
  });
});

describe("text formats", () => {
  test.each([
    ["note.md", "# Note\n" + NOTE], ["a.tsv", "name\tmrn"], ["a.log", "12:00 start"],
    ["BM.txt", "BM and BP were normal today for her"], ["no extension", NOTE], ["renamed.pdf", NOTE],
    ["words.txt", "antibiotics\ncardiology\n".repeat(200)],
  ])("%s is read as it stands", (name, text) => {
    expect(extract({ name, bytes: utf8(text) })).toEqual({ name, status: "scanned", parts: [{ format: "text", content: text }] });
  });

  test.each([
    ["a.html", "<p>Maria</p>"], ["a.htm", "Maria <b>Lopez</b>"], ["a.txt", "<!DOCTYPE html><html><body>Maria"], ["a.xhtml", "<?xml version='1.0'?><html>Maria</html>"],
  ])("%s is HTML", (name, text) => {
    const result = extract({ name, bytes: utf8(text) });
    expect(result.status).toBe("scanned");
    if (name !== "a.xhtml") expect(result.parts).toEqual([{ format: "html", content: text }]);
  });

  test("XML gives text, attributes, comments and sections, with entities undone", () => {
    const xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY n \"Lopez\">]><ClinicalNote xmlns=\"urn:hl7-org:v3\"><id extension='00482913' root=\"2.16\"/>"
      + "<given>Mar&#237;a</given><!-- seen today --><![CDATA[asthma & cough]]><x a=\"1 > 0\"/></ClinicalNote>";
    const text = joined("ccd.xml", utf8(xml));
    for (const word of ["extension: 00482913", "María", "seen today", "asthma & cough", "a: 1 > 0", "Lopez"]) expect(text).toContain(word);
    expect(text).not.toContain("urn:hl7-org");
  });

  test("broken XML loses nothing", () => {
    expect(joined("a.xml", utf8("<a><b>one</b><c x=\"MRN 00482913"))).toContain("00482913");
    expect(joined("a.xml", utf8("<a><!-- MRN 00482913"))).toContain("00482913");
  });

  test("JSON gives key and value lines", () => {
    const json = { kind: "Patient", name: [{ family: "López", given: ["María", "J"] }], birthDate: "1961-03-14", active: true, none: null };
    expect(joined("p.json", utf8(JSON.stringify(json)))).toBe("kind: Patient\nfamily: López\ngiven: María, J\nbirthDate: 1961-03-14\nactive: true");
  });

  test("lines of JSON, and broken JSON, are read as they stand", () => {
    expect(joined("a.jsonl", utf8("{\"a\":1}\n{\"a\":2}"))).toBe("{\"a\":1}\n{\"a\":2}");
    expect(joined("a.json", utf8("{\"mrn\": \"00482913\""))).toContain("00482913");
  });

  test("calendars and cards are unfolded and unescaped", () => {
    expect(joined("a.ics", utf8("BEGIN:VCALENDAR\r\nSUMMARY:Visit\\, Ma\r\n ria Lopez\\nMRN 1\r\nEND:VCALENDAR"))).toContain("Visit, Maria Lopez\nMRN 1");
  });
});

describe("hostile files end soon and never look clean", () => {
  test("JSON nested beyond any document", () => {
    const deep = `${"[".repeat(300)}1${"]".repeat(300)}`;
    expect(extract({ name: "a.json", bytes: utf8(deep) })).toMatchObject({ status: "unread", reason: "too-large" });
  });
  test.each([
    ["open tags", "<".repeat(1_000_000)], ["quotes", `<a ${"x=\"".repeat(300_000)}`], ["entities", "&#".repeat(500_000)],
    ["names", `<a ${"n".repeat(1_000_000)}>`], ["blanks", `<a ${"x ".repeat(500_000)}>`], ["scripts", "<script".repeat(150_000)], ["comments", "<!--".repeat(250_000)],
  ])("%s", (_what, body) => {
    for (const [name, head] of [["a.xml", "<?xml?>"], ["a.html", "<html>"], ["a.ics", "BEGIN:VCALENDAR\n"], ["a.json", "{"]] as const) {
      expect(["scanned", "unread", "partial"]).toContain(extract({ name, bytes: utf8(head + body) }).status);
    }
  });
});
