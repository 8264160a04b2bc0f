import { decodeAs, decodeCodePage, decodeText } from "../../src/extract/charset.ts";
import { utf8 } from "../../src/extract/unicode.ts";

const LABELS = [
  "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874", "ISO-8859-2", "ISO-8859-3",
  "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "KOI8-R", "ibm866", "macintosh",
];
/** All bytes from the space on. */
const ALL = Uint8Array.from({ length: 224 }, (_, at) => at + 32);
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("8-bit code pages", () => {
  test.each(LABELS)("%s has the letters that the platform has", (label) => {
    const wanted = [...new TextDecoder(label).decode(ALL)];
    const read = [...(decodeAs(ALL, label)?.text ?? "")];
    expect(read).toHaveLength(wanted.length);
    for (const [at, char] of wanted.entries()) if (/\p{L}/u.test(char) || /\p{L}/u.test(read[at]!)) expect([label, ALL[at], read[at]]).toEqual([label, ALL[at], char]);
  });

  test.each([
    [437, "Jos\x82 \xA4", "José ñ"], [850, "S\xE6o \xE0", "Sµo Ó"], [852, "\x9Dukasz Ko\x98mi\xE4ski", "Łukasz Kośmiński"], [866, "\x88\xA2\xA0\xAD", "Иван"], [1251, "\xC8\xE2\xE0\xED", "Иван"],
    [21866, "\xA4\xA6\xA7\xAD", "єіїґ"], [28591, "\xE9", "é"], [10000, "Jos\x8E", "José"], [65001, "\xC3\xA9", "é"], [1200, "\xE9\0", "é"], [20127, "a", "a"],
  ])("page %i by its number", (page, bytes, text) => {
    expect(decodeCodePage(latin(bytes), page)).toBe(text);
  });

  test.each([932, 936, 949, 950, 0, -1, 5])("page %i is not known, and is not guessed", (page) => {
    expect(decodeCodePage(latin("a"), page)).toBeUndefined();
  });

  test.each(["cp1250", "x-cp1250", "WINDOWS-1250", "Windows_1250"])("%s is a spelling of windows-1250", (label) => {
    expect(decodeAs(latin("\xA3"), label)).toEqual({ text: "Ł", sure: true });
  });

  test.each(["Shift_JIS", "gb2312", "GBK", "big5", "euc-kr", "iso-2022-jp", "utf-7", "no-such-page"])("%s is not read", (label) => {
    expect(decodeAs(latin("\x1B$\xB2\xA1\xC8\xCB"), label)).toBeUndefined();
  });
});

describe("what no label tells", () => {
  const russian = "Пациентка Иванова поступила в отделение терапии с жалобами на боль в груди";
  test.each(["windows-1251", "koi8-r"])("Russian in %s", (label) => {
    const bytes = Uint8Array.from(russian, (char) => (char === " " ? 32 : ALL[[...new TextDecoder(label).decode(ALL)].indexOf(char)]!));
    expect(decodeText(bytes)).toEqual({ text: russian, sure: true });
  });

  test("another script is not taken for surely Western", () => {
    expect(decodeText(latin("\xB2\xA1\xC8\xCB\xD0\xD5\xC3\xFB\xA3\xBA \xC0\xEE\xD0\xA1\xC3\xF7\xB5\xC4\xB2\xA1\xC0\xFA\xCA\xC7\xD5\xE2\xD1\xF9\xB5\xC4"))?.sure).toBe(false);
  });

  test("rare accents in a long Western text are letters, not damaged UTF-8", () => {
    expect(decodeText(latin("plain words ".repeat(400) + "Mar\xEDa"))?.text.endsWith("María")).toBe(true);
  });

  test("a label that lies about UTF-8 is not believed", () => {
    expect(decodeAs(new TextEncoder().encode("María"), "iso-8859-1")).toEqual({ text: "María", sure: true });
  });
});

test.each([1, 255, 256, 4093, 4095, 4096, 4097, 9000])("letters and broken bytes behind runs of %i ASCII letters are read as the platform reads them", (length) => {
  const run = "Ana Roe, ".repeat(1000).slice(0, length);
  const whole = new Uint8Array(Buffer.from(`${run}é${run}😀${run}`));
  expect(utf8(whole)).toEqual({ text: new TextDecoder().decode(whole), errors: 0, wide: 2 });
  const broken = whole.with(length + 1, 0x20);
  expect(utf8(broken)).toEqual({ text: new TextDecoder().decode(broken), errors: 1, wide: 1 });
});
