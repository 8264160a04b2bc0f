import { utils, write } from "@e965/xlsx";
import type { BookType, WorkBook } from "@e965/xlsx";
import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { compoundFile } from "../../support/compound.ts";

const FIRST = ["Maribel", "Terrence", "Aisha", "Rosa"];
const LAST = ["Tuttle", "Okonkwo", "Haddad"];
const HEAD = ["Patient Name", "DOB", "MRN", "SSN"];
const people = Array.from({ length: 12 }, (_, n) => [
  `${FIRST[n % 4] ?? ""} ${LAST[n % 3] ?? ""}`, { t: "n", v: 20_000 + n * 97, z: "m/d/yyyy" }, `0048${2900 + n * 7}`, { t: "n", v: 900_120_000 + n, z: "000-00-0000" },
]);
const roster = () => utils.aoa_to_sheet([["List of the week"], HEAD, ...people]);
const book = (sheets: WorkBook["Sheets"], hidden: readonly number[] = []): WorkBook => ({ SheetNames: Object.keys(sheets), Sheets: sheets, Workbook: { Sheets: Object.keys(sheets).map((name, at) => ({ name, Hidden: (hidden[at] ?? 0) as 0 })) } });
const file = (workbook: WorkBook, bookType: BookType) => new Uint8Array(write(workbook, { type: "buffer", bookType, cellStyles: true }) as Buffer);
const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.xls", bytes }));
const stream = (...records: readonly (readonly number[])[]) => Uint8Array.from(records.flatMap(([type = 0, ...bytes]) => [type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes]));
const units = (text: string) => Array.from(text, (char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]).flat();
const codes = (text: string) => Array.from(text, (char) => char.charCodeAt(0));
const GLOBALS = [0x809, 0, 6, 5, 0] as const;
const SHEET = [0x809, 0, 6, 0x10, 0] as const;
const END = [0x0a] as const;
const workbook = (...records: readonly (readonly number[])[]) => compoundFile({ Workbook: stream(...records) });
const LABELS = (count: number) => Array.from({ length: count }, (_, n) => [0xfd, n, 0, 0, 0, 0, 0, n, 0, 0, 0] as const);

describe.each(["biff8", "biff5"] as const)("%s", (type) => {
  const bytes = file(book({ Main: roster() }), type);
  test("dates are days, numbers have their zeros and dashes", () => {
    expect(read(bytes)).toMatchObject({ format: "xls", status: "scanned" });
    expect(read(bytes).parts[0]?.content).toContain("Maribel Tuttle\t1954-10-03\t00482900\t900-12-0000");
  });
  test("a list of twelve patients is counted", () => {
    const assessed = assess({ subject: "List", body: { format: "text", content: "See attached." }, recipients: [], attachments: [assessAttachment(read(bytes), { recipients: [] })] });
    expect(assessed).toMatchObject({ phi: true, patients: 12 });
  });
  test("a file that is cut is called scanned only where no text was lost", () => {
    const whole = read(bytes).parts;
    for (let length = 8; length < bytes.length; length += 211) {
      const { status, parts } = read(bytes.subarray(0, length));
      if (status === "scanned") expect(parts).toEqual(whole);
    }
  });
});

test("hidden sheets, rows and columns are named so, under the head", () => {
  const sheet = utils.aoa_to_sheet([["Name", "MRN"], ["Maria Lopez", "00482913"], ["Ana Gomez", "00482914"]]);
  sheet["!rows"] = [{}, {}, { hidden: true }];
  const secret = utils.aoa_to_sheet([["very hidden"]]);
  const { parts } = read(file(book({ List: sheet, Kept: secret }, [0, 2]), "biff8"));
  expect(parts.find(({ place }) => place?.name === "Kept")).toMatchObject({ content: "very hidden", place: { kind: "sheet", number: 2, hidden: true } });
  const column = utils.aoa_to_sheet([["Name", "MRN"], ["Maria Lopez", "00482913"]]);
  column["!cols"] = [{}, { hidden: true }];
  expect(read(file(book({ List: column }), "biff8")).parts.map(({ content, place }) => [content, place?.hidden ?? false])).toEqual([["Name\nMaria Lopez", false], ["Name\tMRN\nMaria Lopez\t00482913", true]]);
});

test("shared strings go on in the next record, with a new width; those that no cell has are deleted text", () => {
  const strings = [0xfc, 2, 0, 0, 0, 3, 0, 0, 0, 5, 0, 0, ...codes("Lop")] as const;
  const more = [0x3c, 1, ...units("éz"), 4, 0, 8, 1, 0, ...codes("rich"), 0, 0, 0, 0, 4, 0, 1, ...units("gone")] as const;
  const { status, parts } = read(workbook(GLOBALS, strings, more, END, SHEET, ...LABELS(2), END));
  expect(status).toBe("scanned");
  expect(parts.map(({ content, place }) => [place?.kind, content])).toEqual([["sheet", "Lopéz\nrich"], ["deleted", "gone"]]);
});

test("comments and page headers stand beside the cells", () => {
  const note = [0x1c, 0, 0, 0, 0, 0, 0, 1, 0, 3, 0, 0, ...codes("Ann")] as const;
  const box = [0x1b6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 16, 0, 0, 0, 0, 0] as const;
  const header = [0x14, 8, 0, 0, ...codes("&LWard 4")] as const;
  const { parts } = read(workbook(GLOBALS, END, SHEET, header, box, [0x3c, 0, ...codes("call López")], [0x3c, 0, 0], note, END));
  expect(parts.map(({ content, place }) => [place?.kind, content.trim()])).toEqual([["header", "Ward 4"], ["comment", "call López\nNote by: Ann"]]);
});

test("a text in a code page is read by it", () => {
  const label = [0x204, 0, 0, 0, 0, 0, 0, 4, 0, 0xc8, 0xe2, 0xe0, 0xed] as const;
  const five = [0x809, 0, 5, 0x10, 0] as const;
  const { status, parts } = read(compoundFile({ Book: stream([0x809, 0, 5, 5, 0], [0x42, 0xe3, 4], END, five, label, END) }));
  expect([status, parts[0]?.content]).toEqual(["scanned", "Иван"]);
});

test.each([
  ["a password", workbook(GLOBALS, [0x2f, 1, 0], END), { status: "unread", reason: "encrypted" }],
  ["no end", workbook(GLOBALS, END, SHEET, [0x204, 0, 0, 0, 0, 0, 0, 1, 0, 0, 65]), { status: "partial", reason: "damaged" }],
  ["a lying count of strings", workbook(GLOBALS, [0xfc, 0, 0, 0, 0, 255, 255, 255, 255, 1, 0, 0, 65], END, SHEET, ...LABELS(1), END), { status: "partial", reason: "damaged" }],
])("%s", (_what, bytes, expected) => {
  expect(read(bytes)).toMatchObject(expected);
});
