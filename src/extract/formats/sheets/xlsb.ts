/** Excel's binary workbooks (MS-XLSB): the same parts as in .xlsx, their content as records. */
import type { Budget } from "../../budget.ts";
import { f64le, u16le, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { utf16 } from "../../unicode.ts";
import { Package } from "../office/package.ts";
import { judge, readRest } from "../office/parts.ts";
import { readOfficeProperties } from "../office/properties.ts";
import { rkNumber } from "./rk.ts";
import type { Cells } from "./sheet.ts";
import { MOST_COLUMNS, Sheet, sheetPlace } from "./sheet.ts";
import { numberFormat, shownNumber } from "./values.ts";
import type { NumberFormat } from "./values.ts";

/** Record types (2.3.2). */
const R = {
  row: 0, rk: 2, bool: 4, real: 5, text: 6, shared: 7, formulaText: 8, formulaNumber: 9, formulaBool: 10, formulaError: 11, stringItem: 19, format: 44, xf: 47, columns: 60, richText: 62, bookProperties: 153,
  sheet: 156, headerFooter: 479, cellFormats: 617, endCellFormats: 618, author: 632, comment: 635, commentText: 637,
} as const;

/** Calls `take` with each record's type and the offsets of its content (2.1.4). False where the last one is cut. @throws LimitReached */
function eachRecord(bytes: Uint8Array, budget: Budget, take: (type: number, at: number, end: number) => void): boolean {
  let at = 0;
  while (at < bytes.length) {
    budget.step();
    let type = bytes[at++] ?? 0;
    if (type & 0x80) type = (type & 0x7f) | ((bytes[at++] ?? 0) << 7);
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const part = bytes[at++] ?? 0;
      size |= (part & 0x7f) << shift;
      if ((part & 0x80) === 0) break;
    }
    if (at + size > bytes.length) return false;
    take(type, at, at + size);
    at += size;
  }
  return true;
}

interface WideText {
  readonly text: string;
  readonly next: number;
}

/** XLWideString (2.5.168): a length in code units and UTF-16. */
function wide(bytes: Uint8Array, at: number, end: number): WideText {
  const length = u32le(bytes, at);
  if (length === 0xffffffff) return { text: "", next: at + 4 };
  const next = Math.min(end, at + 4 + length * 2);
  return { text: utf16(bytes.subarray(at + 4, next), true), next };
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly since1904: boolean;
  readonly strings: readonly string[];
  readonly used: Set<number>;
  readonly formats: readonly NumberFormat[];
}

function scan(pack: Package, name: string, out: Sink, take: (bytes: Uint8Array, type: number, at: number, end: number) => void): boolean {
  const bytes = pack.bytes(name);
  if (bytes === undefined) return false;
  if (!eachRecord(bytes, out.budget, (type, at, end) => take(bytes, type, at, end))) out.missed("damaged");
  return true;
}

function readBook(pack: Package, out: Sink): Workbook {
  const main = pack.mainPart() || "xl/workbook.bin";
  const targets = new Map(pack.relations(main).map(({ id, target }) => [id, target]));
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let since1904 = false;
  scan(pack, main, out, (bytes, type, at, end) => {
    if (type === R.bookProperties) since1904 = (u32le(bytes, at) & 1) !== 0;
    if (type !== R.sheet) return;
    // Excel 2007 before its release wrote one number more.
    const relation = [at + 8, at + 12].map((from) => wide(bytes, from, end)).find(({ text }) => targets.has(text)) ?? wide(bytes, at + 8, end);
    sheets.push({ name: wide(bytes, relation.next, end).text, hidden: u32le(bytes, at) !== 0, part: targets.get(relation.text) ?? "" });
  });
  const known = new Set(sheets.map(({ part }) => part.toLowerCase()));
  for (const part of pack.named(/^xl\/worksheets\/[^/]+\.bin$/i)) if (!known.has(part.toLowerCase()) && !/binaryIndex/i.test(part)) sheets.push({ name: "", hidden: true, part });
  const strings: string[] = [];
  scan(pack, "xl/sharedStrings.bin", out, (bytes, type, at, end) => {
    if (type === R.stringItem) strings.push(wide(bytes, at + 1, end).text);
  });
  return { sheets, since1904, strings, used: new Set(), formats: readFormats(pack, out) };
}

function readFormats(pack: Package, out: Sink): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  scan(pack, "xl/styles.bin", out, (bytes, type, at, end) => {
    if (type === R.format) codes.set(u16le(bytes, at), wide(bytes, at + 2, end).text);
    else if (type === R.cellFormats || type === R.endCellFormats) inCells = type === R.cellFormats;
    else if (type === R.xf && inCells) {
      const id = u16le(bytes, at + 2);
      formats.push(numberFormat(id, codes.get(id)));
    }
  });
  return formats;
}

const PLAIN: NumberFormat = { date: false };
/** Column and style; a short cell stands behind the one before it and has only the style (2.4.766 and after). */
const CELL_HEAD = 8;
const SHORT = { first: 12, last: 18, less: 11, head: 4 } as const;

/** A cell's value (2.4.306 and after), or `undefined` where it is none. */
function cellText(book: Workbook, bytes: Uint8Array, type: number, at: number, end: number): string | undefined {
  const value = at + CELL_HEAD;
  const number = (of: number): string => shownNumber(of, book.formats[u32le(bytes, at + 4) & 0xffffff] ?? PLAIN, book.since1904);
  switch (type) {
    case R.rk:
      return number(rkNumber(u32le(bytes, value)));
    case R.real: case R.formulaNumber:
      return number(f64le(bytes, value));
    case R.bool: case R.formulaBool:
      return bytes[value] === 0 ? "FALSE" : "TRUE";
    case R.text: case R.formulaText:
      return wide(bytes, value, end).text;
    case R.richText:
      return wide(bytes, value + 1, end).text;
    case R.shared:
      book.used.add(u32le(bytes, value));
      return book.strings[u32le(bytes, value)] ?? "";
    default:
      return undefined;
  }
}

const ROW_HIDDEN = 0x10;

function readSheet(pack: Package, book: Workbook, index: number, out: Sink): number {
  const { name, hidden, part } = book.sheets[index] ?? { name: "", hidden: false, part: "" };
  const place = sheetPlace(index + 1, name, hidden);
  const sheet = new Sheet(out, place);
  const headers: string[] = [];
  let cells: Cells = [];
  let rowHidden = false;
  let column = -1;
  const take = (bytes: Uint8Array, type: number, at: number, end: number): void => {
    if (type === R.row) {
      sheet.row(cells, rowHidden);
      cells = [];
      column = -1;
      rowHidden = ((bytes[at + 11] ?? 0) & ROW_HIDDEN) !== 0;
    } else if (type === R.columns) {
      if ((u16le(bytes, at + 16) & 1) !== 0) sheet.hideColumns(u32le(bytes, at), u32le(bytes, at + 4));
    } else if (type === R.headerFooter) {
      for (let next = at + 2; next < end;) {
        const text = wide(bytes, next, end);
        headers.push(text.text.replace(/&[A-Z]/g, " ").trim());
        next = text.next;
      }
    } else {
      const short = type >= SHORT.first && type <= SHORT.last;
      if (short) column += 1;
      else if (type <= R.formulaError || type === R.richText) column = u32le(bytes, at);
      const text = column < MOST_COLUMNS ? cellText(book, bytes, short ? type - SHORT.less : type, short ? at - SHORT.head : at, end) : undefined;
      if (text !== undefined) cells[column] = text;
    }
  };
  try {
    if (!scan(pack, part, out, take)) out.missed("damaged");
  } catch (thrown) {
    sheet.row(cells, rowHidden);
    sheet.finish();
    throw thrown;
  }
  sheet.row(cells, rowHidden);
  out.text(headers.filter((text) => text !== "").join("\n"), { ...place, kind: "header" });
  return sheet.finish();
}

function readComments(pack: Package, out: Sink): void {
  const lines: string[] = [];
  for (const part of pack.named(/^xl\/comments\d*\.bin$/i)) {
    const authors: string[] = [];
    let author = "";
    scan(pack, part, out, (bytes, type, at, end) => {
      if (type === R.author) authors.push(wide(bytes, at, end).text);
      else if (type === R.comment) author = authors[u32le(bytes, at)] ?? "";
      else if (type === R.commentText) lines.push(`${author === "" ? "" : `${author}: `}${wide(bytes, at + 1, end).text}`);
    });
  }
  out.text(lines.join("\n"), { kind: "comment" });
}

const LONGEST_KEPT = 32_767;

/** Texts of records that have no reader here: what a pivot table, a link or a table's head keeps. */
function readCaches(pack: Package, out: Sink): void {
  const texts = new Set<string>();
  for (const part of pack.named(/^xl\/(?:pivotCache|externalLinks|tables|queryTables|connections)[^.]*\.bin$/i)) {
    scan(pack, part, out, (bytes, _type, at, end) => {
      for (let from = at; from + 6 <= end; from++) {
        const length = u32le(bytes, from);
        if (length < 2 || length > LONGEST_KEPT || from + 4 + length * 2 > end) continue;
        const { text, next } = wide(bytes, from, end);
        if (/^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text)) {
          texts.add(text);
          from = next - 1;
        }
      }
      out.budget.step(end - at);
    });
  }
  out.text([...texts].join("\n"), { kind: "table", hidden: true });
}

function readXlsb({ bytes }: SourceFile, out: Sink): void {
  const pack = new Package(bytes, out);
  readOfficeProperties(pack, out);
  const book = readBook(pack, out);
  const letters = book.sheets.map((_, index) => readSheet(pack, book, index, out)).reduce((sum, count) => sum + count, 0);
  readComments(pack, out);
  readCaches(pack, out);
  out.text(book.strings.filter((text, index) => text !== "" && !book.used.has(index)).join("\n"), { kind: "deleted", hidden: true });
  for (const part of pack.unasked()) if (/^xl\/(?!embeddings\/|vbaProject).*\.bin$/i.test(part)) pack.skip(part);
  readRest(pack, out);
  judge(pack, out, letters, bytes.length, 0);
}

export const XLSB: Format = {
  key: "xlsb", endings: ["xlsb"], read: readXlsb,
};
