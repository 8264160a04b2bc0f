/** OpenDocument spreadsheets (ODF 1.3 part 3, 9): a table for each sheet, what is hidden in it apart. */
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { Table } from "../../table.ts";
import type { XmlTag } from "../../xml.ts";
import { hiddenStyles, isFlat, openOdf, readOdfRest } from "./odf.ts";
import type { Handlers, OdfText as Text } from "./odf-text.ts";
import { OdfText } from "./odf-text.ts";
import { readAside, readBeside } from "./odt.ts";
import { lettersOf } from "./parts.ts";

/** Columns beyond are no table that a person made. */
const MOST_COLUMNS = 1_000;
/** A value that is repeated: so often it may tell something. */
const MOST_REPEATS = 64;

/** What a cell shows, with its date in full where it is shown in short; its value where it shows nothing. */
function valueOf(tag: XmlTag | undefined, shown: string): string {
  const date = tag?.attribute("date-value")?.replace(/T00:00:00(?:\.0+)?$/, "");
  if (date !== undefined) return shown === "" || shown === date ? date : `${shown} ${date}`;
  const value = tag?.attribute("value");
  if (shown === "" || /\dE[+-]?\d/i.test(shown)) return tag?.attribute("string-value") ?? value ?? shown;
  return shown;
}

/** The sheets of one file while it is read. */
class Sheets {
  letters = 0;
  private readonly out: Sink;
  private number = 0;
  private name = "";
  private hidden = false;
  private depth = 0;
  private columns: boolean[] = [];
  private shown: Table;
  private rows: Table;
  private apart: Table;
  private cells: string[] = [];
  private head: readonly string[] | undefined;
  private rowHidden = false;
  private cell: XmlTag | undefined;

  constructor(out: Sink) {
    this.out = out;
    this.shown = this.rows = this.apart = new Table(out.budget);
  }

  readonly handlers: Handlers = {
    starts: {
      table: (text, tag) => this.start(text, tag), "table-column": (text, tag) => this.column(text, tag), "table-row": (text, tag) => this.row(text, tag),
      "table-cell": (text, tag) => this.startCell(text, tag), "covered-table-cell": (text, tag) => this.startCell(text, tag),
    },
    ends: { table: (text) => this.end(text), "table-row": () => this.endRow(), "table-cell": (text) => this.endCell(text), "covered-table-cell": (text) => this.endCell(text) },
  };

  private get inSheet(): boolean {
    return this.depth === 1;
  }

  private start(text: Text, tag: XmlTag): void {
    this.depth += 1;
    if (!this.inSheet) return;
    this.number += 1;
    this.name = tag.attribute("name") ?? "";
    this.hidden = text.isUnseen(tag);
    this.columns = [];
    this.shown = new Table(this.out.budget);
    this.rows = new Table(this.out.budget);
    this.apart = new Table(this.out.budget);
    this.head = undefined;
  }

  private column(text: Text, tag: XmlTag): void {
    if (!this.inSheet) return;
    const last = Math.min(MOST_COLUMNS, this.columns.length + (Number(tag.attribute("number-columns-repeated")) || 1));
    const hidden = text.isUnseen(tag);
    while (this.columns.length < last) this.columns.push(hidden);
  }

  private row(text: Text, tag: XmlTag): void {
    if (!this.inSheet) return;
    this.cells = [];
    this.rowHidden = text.isUnseen(tag);
  }

  private startCell(text: Text, tag: XmlTag): void {
    if (!this.inSheet) return;
    this.cell = tag;
    text.startAside();
  }

  private endCell(text: Text): void {
    if (!this.inSheet) return;
    let shown = "";
    text.endAside((content) => {
      shown = content;
    });
    const value = valueOf(this.cell, shown);
    const repeated = Math.max(1, Number(this.cell?.attribute("number-columns-repeated")) || 1);
    const last = Math.min(MOST_COLUMNS, this.cells.length + (value === "" ? repeated : Math.min(repeated, MOST_REPEATS)));
    while (this.cells.length < last) this.cells.push(value);
  }

  private endRow(): void {
    if (!this.inSheet) return;
    const { cells, columns } = this;
    if (this.rowHidden) {
      if (this.rows.isEmpty && this.head !== undefined) this.rows.row(this.head);
      this.rows.row(cells);
      return;
    }
    if (this.head === undefined && cells.some((cell) => cell !== "")) this.head = cells;
    if (!columns.includes(true)) this.shown.row(cells);
    else {
      this.shown.row(cells.filter((_, at) => columns[at] !== true));
      this.apart.row(cells.filter((_, at) => columns[at] === true));
    }
  }

  private end(text: Text): void {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth === 0) this.say(text);
  }

  /** A sheet that was cut says what it has. */
  finish(text: Text): void {
    if (this.depth > 0) this.say(text);
  }

  private say(text: Text): void {
    const place = { kind: "sheet" as const, number: this.number, ...(this.name === "" ? {} : { name: this.name }) };
    const shown = this.shown.toString();
    this.letters += lettersOf(shown);
    if ([this.shown, this.rows, this.apart].some(({ overflowed }) => overflowed)) this.out.missed("too-large");
    this.out.text(shown, { ...place, ...(this.hidden ? { hidden: true } : {}) });
    this.out.text([this.rows, this.apart].map((table) => table.toString()).filter((rows) => rows !== "").join("\n"), { ...place, hidden: true });
    const comments = text.comments.splice(0).join("\n");
    this.out.text(comments, { ...place, kind: "comment" });
  }
}

function readOds(file: SourceFile, out: Sink): void {
  const source = openOdf(file, out);
  if (source === undefined) return;
  const hidden = hiddenStyles(source);
  const sheets = new Sheets(out);
  const text = new OdfText(hidden, sheets.handlers);
  source.content(text);
  sheets.finish(text);
  const loose = text.main.take().trim();
  out.text(loose, { kind: "text" });
  readAside(text, out);
  readBeside(source, hidden, out);
  readOdfRest(source, out, text.shown, sheets.letters + lettersOf(loose), file.bytes.length);
}

export const ODS: Format = {
  key: "ods", endings: ["ods", "ots", "fods", "sxc"], told: (head) => isFlat(head, /spreadsheet/), read: readOds,
};
