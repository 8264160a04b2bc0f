import { utils, write } from "@e965/xlsx";
import type { BookType, WorkBook } from "@e965/xlsx";
import { attachmentText, extract } from "../../../src/extract/index.ts";

/** Written by SheetJS: no writer of ours has to share a misreading with our reader. */
function book(bookType: BookType, change: (made: WorkBook) => void = () => undefined): Uint8Array {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([["Name", "Seen", "Count", "Share"], ["María López", new Date(Date.UTC(2024, 2, 5)), 12, 0.25], [undefined, undefined, 1e15, -3.5], [true, "x".repeat(300)]], { UTC: true }), "Rota");
  utils.book_append_sheet(made, utils.aoa_to_sheet([["Patient", "MRN"], ["Kim", "00482914"]]), "Data");
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  change(made);
  return new Uint8Array(write(made, { type: "array", bookType, bookSST: bookType === "biff8" }) as ArrayBuffer);
}

const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.xls", bytes }));
const ROTA = `Name\tSeen\tCount\tShare\nMaría López\t2024-03-05\t12\t0.25\n\t\t1000000000000000\t-3.5\nTRUE\t${"x".repeat(300)}`;

// SheetJS writes no letters beyond ASCII into the older form, and no texts beyond 255.
test.each(["biff8", "biff5"] as const)("%s: cells, dates, numbers, sheets in their order, hidden ones named so", (type) => {
  const { status, format, parts } = read(book(type));
  expect({ status, format }).toEqual({ status: "scanned", format: "xls" });
  const sheets = parts.filter(({ place }) => place?.kind === "sheet");
  expect(sheets.map(({ place }) => place)).toEqual([{ kind: "sheet", number: 1, name: "Rota" }, { kind: "sheet", number: 2, name: "Data", hidden: true }]);
  expect(sheets.map(({ content }) => content)).toEqual([type === "biff8" ? ROTA : ROTA.replace("María López", "Mar_a L_pez").replace("x".repeat(300), "x".repeat(255)), "Patient\tMRN\nKim\t00482914"]);
});

test("texts of the shared table run on over the borders of records", () => {
  const long = Array.from({ length: 400 }, (_, n) => `Patient ${n} ${"é".repeat(n % 60)} ${n % 7 === 0 ? "Ж" : ""}`);
  const bytes = book("biff8", (made) => utils.book_append_sheet(made, utils.aoa_to_sheet(long.map((text) => [text])), "Long"));
  const sheet = read(bytes).parts.find(({ place }) => place?.name === "Long");
  expect(sheet?.content.split("\n")).toEqual(long);
});

test("hidden columns go to a part of their own", () => {
  const bytes = book("biff8", (made) => {
    const sheet = made.Sheets["Rota"];
    if (sheet !== undefined) sheet["!cols"] = [{}, { hidden: true }];
  });
  const rota = read(bytes).parts.filter(({ place }) => place?.name === "Rota");
  expect(rota.map(({ place, content }) => [place?.hidden ?? false, content.includes("2024-03-05")])).toEqual([[false, false], [true, true]]);
});

test("a password over the workbook is said, and nothing of it is taken for text", () => {
  const bytes = book("biff8");
  // The first record after the begin of the globals is made a FILEPASS.
  const begin = bytes.findIndex((byte, at) => byte === 9 && bytes[at + 1] === 8 && bytes[at + 2] === 16 && bytes[at + 5] === 6);
  bytes[begin + 20] = 0x2f;
  bytes[begin + 21] = 0;
  expect(read(bytes)).toMatchObject({ status: "unread", reason: "encrypted" });
  expect(read(bytes).parts.every(({ place }) => place?.kind === "properties")).toBe(true);
});

test("a workbook of Excel 4 is said to be unsupported", () => {
  expect(read(Uint8Array.from([9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0]))).toMatchObject({ format: "xls", status: "unread", reason: "unsupported" });
});

test("cut anywhere, it is never called read", () => {
  const bytes = book("biff8");
  for (let length = 8; length < bytes.length - 600; length += 211) expect(read(bytes.slice(0, length)).status).not.toBe("scanned");
});
