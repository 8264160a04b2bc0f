/** Excel workbooks (ECMA-376 part 1, 12 and 18): sheets, what stands beside them, and what was deleted from them. */
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { Package } from "../office/package.ts";
import { judge, lettersOf, readRest, textOfPart } from "../office/parts.ts";
import { readOfficeProperties } from "../office/properties.ts";
import { Sheet, sheetPlace } from "./sheet.ts";
import { numberFormat } from "./values.ts";
import type { NumberFormat } from "./values.ts";
import { SharedStrings, WorksheetReader } from "./xlsx-cells.ts";
import type { Workbook } from "./xlsx-cells.ts";

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

interface BookPart {
  readonly since1904: boolean;
  readonly sheets: readonly SheetEntry[];
  /** Names that stand for a text. */
  readonly names: string;
}

/** The workbook part: which sheets there are, in their order. Worksheets that it does not name are read all the same, as hidden. */
function readBook(pack: Package): BookPart {
  const main = pack.mainPart() || "xl/workbook.xml";
  const targets = new Map(pack.relations(main).map(({ id, target }) => [id, target]));
  const sheets: SheetEntry[] = [];
  const names: string[] = [];
  let since1904 = false;
  let name: string | undefined;
  pack.scan(main, {
    open(tag) {
      if (tag.name === "workbookPr") since1904 = /^(?:1|true)$/.test(tag.attribute("date1904") ?? "");
      else if (tag.name === "sheet") sheets.push({ name: tag.attribute("name") ?? "", hidden: /hidden/i.test(tag.attribute("state") ?? ""), part: targets.get(tag.attribute("id") ?? "") ?? "" });
      else if (tag.name === "definedName") name = tag.attribute("name");
    },
    text(text) {
      if (name !== undefined && text.includes("\"")) names.push(`${name}: ${text.replace(/"/g, "")}`);
    },
    close(closed) {
      if (closed === "definedName") name = undefined;
    },
  });
  const known = new Set(sheets.map(({ part }) => part.toLowerCase()));
  for (const part of pack.named(/^xl\/(?:worksheets|macrosheets|dialogsheets)\/[^/]+\.xml$/i)) if (!known.has(part.toLowerCase())) sheets.push({ name: "", hidden: true, part });
  return { since1904, sheets, names: names.join("\n") };
}

function readStrings(pack: Package): SharedStrings {
  const strings = new SharedStrings();
  let text = "";
  let taking = false;
  let phonetic = false;
  const [part = "xl/sharedStrings.xml"] = pack.named(/^xl\/sharedStrings\.xml$/i);
  pack.scan(part, {
    open({ name }) {
      if (name === "t") taking = !phonetic;
      else if (name === "rPh") phonetic = true;
    },
    text(more) {
      if (taking) text += more;
    },
    close(name) {
      if (name === "t") taking = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") {
        strings.add(text);
        text = "";
      }
    },
  });
  return strings;
}

function readFormats(pack: Package): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  const [part = "xl/styles.xml"] = pack.named(/^xl\/styles\.xml$/i);
  pack.scan(part, {
    open(tag) {
      if (tag.name === "numFmt") codes.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
      else if (tag.name === "cellXfs") inCells = true;
      else if (tag.name === "xf" && inCells) {
        const id = Number(tag.attribute("numFmtId") ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

/** Comments, old and threaded, with who wrote them (18.7; MS-XLSX 2.6.205). */
function readComments(pack: Package, out: Sink): void {
  const people = new Map<string, string>();
  for (const part of pack.named(/^xl\/persons\/[^/]+\.xml$/i)) {
    pack.scan(part, { open: (tag) => { if (tag.name === "person") people.set(tag.attribute("id") ?? "", tag.attribute("displayName") ?? ""); } });
  }
  const comments: string[] = [];
  for (const part of pack.named(/^xl\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/i)) {
    const authors: string[] = [];
    let [author, text, inAuthor] = ["", "", false];
    pack.scan(part, {
      open(tag) {
        if (tag.name === "author") [inAuthor, text] = [true, ""];
        else if (tag.name === "comment") [author, text] = [authors[Number(tag.attribute("authorId"))] ?? "", ""];
        else if (tag.name === "threadedComment") [author, text] = [people.get(tag.attribute("personId") ?? "") ?? "", ""];
      },
      text: (more) => { text += more; },
      close(name) {
        if (name === "author" && inAuthor) {
          authors.push(text.trim());
          inAuthor = false;
        } else if ((name === "comment" || name === "threadedComment") && text.trim() !== "") comments.push(author === "" ? text.trim() : `${author}: ${text.trim()}`);
      },
    });
  }
  out.text([...new Set(comments)].join("\n"), { kind: "comment" });
}

/** At a limit the rows read so far are written all the same. */
function gathered(pack: Package, { part }: SheetEntry, reader: WorksheetReader, sheet: Sheet, out: Sink): number {
  try {
    if (!pack.scan(part, reader)) out.missed("damaged");
  } catch (thrown) {
    sheet.finish();
    throw thrown;
  }
  return sheet.finish();
}

function readSheet(pack: Package, book: Workbook, entry: SheetEntry, number: number, out: Sink): number {
  const place = sheetPlace(number, entry.name, entry.hidden);
  const sheet = new Sheet(out, place);
  const reader = new WorksheetReader(book, sheet);
  const letters = gathered(pack, entry, reader, sheet, out);
  out.text(reader.headers.filter((text) => text !== "").join("\n"), { ...place, kind: "header" });
  out.text([...reader.prompts.filter((text) => text !== ""), ...reader.literals].join("\n"), { ...place, kind: "note" });
  return letters;
}

/** What caches, links and drawings hold beside the sheets. A pivot table keeps its rows when the sheet they came from is gone. */
function readCaches(pack: Package, out: Sink): void {
  const kept = pack.named(/^xl\/(?:pivotCache|externalLinks|queryTables|connections)[^.]*\.xml$/i).map((part) => textOfPart(pack, part, true));
  out.text(kept.join("\n").replace(/^(?:[vrfust]|refId|id|count|val|type|uid|index|sheetId|iRow|cNum): ?(?=\S)/gm, ""), { kind: "table", hidden: true });
}

function readXlsx({ bytes }: SourceFile, out: Sink): void {
  const pack = new Package(bytes, out);
  readOfficeProperties(pack, out);
  const { since1904, sheets, names } = readBook(pack);
  const book: Workbook = { strings: readStrings(pack), formats: readFormats(pack), since1904 };
  const letters = sheets.map((entry, index) => readSheet(pack, book, entry, index + 1, out)).reduce((sum, count) => sum + count, 0);
  readComments(pack, out);
  out.text(names, { kind: "names" });
  readCaches(pack, out);
  const unused = book.strings.unused();
  out.text(unused.join("\n"), { kind: "deleted", hidden: true });
  readRest(pack, out);
  judge(pack, out, letters + lettersOf(unused.join("")), bytes.length, 0);
}

export const XLSX: Format = {
  key: "xlsx", endings: ["xlsx", "xlsm", "xltx", "xltm", "xlam"], read: readXlsx,
};
