/** Binary workbooks, written by SheetJS: no writer of ours has to share a misreading with our reader. */
import { utils, write as writeBook } from "@e965/xlsx";
import type { BookType } from "@e965/xlsx";
import type { Content, DocumentWriter } from "./document.ts";
import { rowsOf } from "./xlsx.ts";

function writer(bookType: BookType): DocumentWriter["write"] {
  return ({ title, paragraphs, table, hidden, metadata }: Content) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[title], ...paragraphs.map((text) => [text]), ...(table ?? []).map((row) => [...row])]), "Overview");
    utils.book_append_sheet(book, utils.aoa_to_sheet(hidden === undefined ? [["Nothing here"]] : rowsOf(hidden).map((row) => [...row])), "Data");
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: hidden === undefined ? 0 : 1 }] };
    book.Props = { Title: title, Comments: metadata ?? "" };
    return new Uint8Array(writeBook(book, { type: "array", bookType }) as ArrayBuffer);
  };
}

export const XLS: DocumentWriter = { format: "xls", ending: "xls", spots: ["table", "hidden", "metadata", "body"], write: writer("biff8") };
export const XLSB: DocumentWriter = { format: "xlsb", ending: "xlsb", spots: ["table", "hidden", "metadata", "body"], write: writer("xlsb") };
