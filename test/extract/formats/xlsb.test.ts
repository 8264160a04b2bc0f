import { utils, write } from "@e965/xlsx";
import type { WorkBook } from "@e965/xlsx";
import { attachmentText, extract } from "../../../src/extract/index.ts";

/** Written by SheetJS: no writer of ours has to share a misreading with our reader. */
function book(change: (made: WorkBook) => void = () => undefined): Uint8Array {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([["Name", "Seen", "Count", "Share"], ["María López", new Date(Date.UTC(2024, 2, 5)), 12, 0.25], ["", "", 1e15, -3.5]], { UTC: true }), "Rota");
  utils.book_append_sheet(made, utils.aoa_to_sheet([["Patient", "MRN"], ["Kim", "00482914"]]), "Data");
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  change(made);
  return new Uint8Array(write(made, { type: "array", bookType: "xlsb" }) as ArrayBuffer);
}

const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.xlsb", bytes }));

test("cells, dates, numbers, sheets in their order, hidden ones named so", () => {
  const { status, format, parts } = read(book());
  expect({ status, format }).toEqual({ status: "scanned", format: "xlsb" });
  const sheets = parts.filter(({ place }) => place?.kind === "sheet");
  expect(sheets.map(({ place }) => place)).toEqual([{ kind: "sheet", number: 1, name: "Rota" }, { kind: "sheet", number: 2, name: "Data", hidden: true }]);
  expect(sheets.map(({ content }) => content)).toEqual(["Name\tSeen\tCount\tShare\nMaría López\t2024-03-05\t12\t0.25\n\t\t1000000000000000\t-3.5", "Patient\tMRN\nKim\t00482914"]);
});

test("hidden columns go to a part of their own", () => {
  const bytes = book((made) => {
    const sheet = made.Sheets["Rota"];
    if (sheet !== undefined) sheet["!cols"] = [{}, { hidden: true }];
  });
  const rota = read(bytes).parts.filter(({ place }) => place?.name === "Rota");
  expect(rota.map(({ place, content }) => [place?.hidden ?? false, content.includes("2024-03-05")])).toEqual([[false, false], [true, true]]);
});

test("cut anywhere, it is never called read", () => {
  const bytes = book();
  for (let length = 4; length < bytes.length - 1; length += 97) expect(read(bytes.slice(0, length)).status).not.toBe("scanned");
});
