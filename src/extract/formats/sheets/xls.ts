/** Excel 5 to 2003 (MS-XLS): globals first, then a run of records for each sheet. */
import type { Place } from "../../../contract/index.ts";
import { f64le, startsAt, u16le, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { openCompound } from "../legacy/compound.ts";
import { repacked } from "../legacy/repack.ts";
import { BiffReader, eachBiffRecord, formulaKind, longAt } from "./biff.ts";
import type { BiffRecord } from "./biff.ts";
import { rkNumber } from "./rk.ts";
import type { Cells } from "./sheet.ts";
import { Sheet, sheetPlace } from "./sheet.ts";
import { numberFormat, shownNumber } from "./values.ts";
import type { NumberFormat } from "./values.ts";

/** Record types (2.3). */
const R = {
  formula: 0x06, header: 0x14, footer: 0x15, note: 0x1c, date1904: 0x22, password: 0x2f, codePage: 0x42, column: 0x7d, sheet: 0x85, rkRow: 0xbd, richLabel: 0xd6, xf: 0xe0, drawings: 0xeb,
  strings: 0xfc, sharedLabel: 0xfd, textObject: 0x1b6, validation: 0x1be, number: 0x203, label: 0x204, bool: 0x205, formulaText: 0x207, row: 0x208, rk: 0x27e, format: 0x41e, begin: 0x809,
} as const;
const VERSION_97 = 0x600;
const ROW_HIDDEN = 0x20;
const WESTERN = 1252;
const PLAIN: NumberFormat = { date: false };
const FEWEST_LETTERS = 20;

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
}

const SUBSTREAM_END = 0x0a;

/** Takes the records one after another and writes sheets as they end. */
class WorkbookReader {
  /** Letters in the cells, as `lettersOf` counts. */
  letters = 0;
  encrypted = false;
  drawingBytes = 0;
  private readonly bytes: Uint8Array;
  private readonly out: Sink;
  private codePage = WESTERN;
  private unicode = true;
  /** Substreams that have begun and not ended: more than one in a chart, one where the stream is cut between records. */
  private depth = 0;
  private since1904 = false;
  private readonly entries = new Map<number, SheetEntry>();
  private readonly codes = new Map<number, string>();
  private readonly formatIds: number[] = [];
  private readonly strings: string[] = [];
  private readonly used = new Set<number>();
  private readonly boxes: string[] = [];
  private readonly authors = new Set<string>();
  private readonly prompts: string[] = [];
  private sheet: Sheet | undefined;
  private place: Place | undefined;
  private sheets = 0;
  private cells: Cells = [];
  private row = -1;
  private readonly hiddenRows = new Set<number>();
  /** Column of a formula whose text comes in the next record. */
  private waiting: number | undefined;

  constructor(bytes: Uint8Array, out: Sink) {
    this.bytes = bytes;
    this.out = out;
  }

  take(record: BiffRecord): void {
    const { type } = record;
    if (type === SUBSTREAM_END) this.depth = Math.max(0, this.depth - 1);
    else if (type === R.begin) this.begin(record);
    else if (type === R.password) this.encrypted = true;
    else if (this.sheet === undefined) this.global(record);
    // The cells of a chart are copies of the sheet's.
    else if (this.depth < 2 || type === R.textObject) this.inSheet(record);
  }

  private reader(record: BiffRecord, skipped = 0): BiffReader {
    return new BiffReader(this.bytes, record, this.codePage, skipped);
  }

  /** A chart in a sheet is a substream in its own; a sheet that the workbook names begins anew whatever stood open. */
  private begin({ at, start }: BiffRecord): void {
    this.depth = this.entries.has(at) ? 1 : this.depth + 1;
    if (this.depth > 1) return;
    this.endSheet();
    this.unicode = u16le(this.bytes, start) >= VERSION_97;
    // Globals begin with substream type 5 (2.4.21); all else is some kind of sheet.
    if (u16le(this.bytes, start + 2) === 5) return;
    const entry = this.entries.get(at);
    this.sheets += 1;
    this.place = sheetPlace(this.sheets, entry?.name ?? "", entry?.hidden ?? true);
    this.sheet = new Sheet(this.out, this.place);
  }

  private global(record: BiffRecord): void {
    const { bytes } = this;
    const { start } = record;
    switch (record.type) {
      case R.codePage:
        this.codePage = u16le(bytes, start) === 1200 ? WESTERN : u16le(bytes, start);
        return;
      case R.date1904:
        this.since1904 = u16le(bytes, start) === 1;
        return;
      case R.sheet:
        this.entries.set(u32le(bytes, start), { hidden: ((bytes[start + 4] ?? 0) & 3) !== 0, name: this.text(record, 6, 1) });
        return;
      case R.format:
        this.codes.set(u16le(bytes, start), this.text(record, 2, this.unicode ? 2 : 1));
        return;
      case R.xf:
        this.formatIds.push(u16le(bytes, start + 2));
        return;
      case R.strings:
        return this.readStrings(record);
      case R.drawings:
        this.drawingBytes += record.more.reduce((sum, [from, to]) => sum + to - from, record.end - start);
    }
  }

  /** A text whose length stands before it in one or two bytes. */
  private text(record: BiffRecord, skipped: number, lengthBytes: 1 | 2): string {
    const reader = this.reader(record, skipped);
    const length = lengthBytes === 1 ? reader.u8() : reader.u16();
    return this.unicode ? reader.plainUnicode(length) : reader.eightBit(length);
  }

  private readStrings(record: BiffRecord): void {
    const reader = this.reader(record, 4);
    for (let left = reader.u32(); left > 0; left--) {
      if (reader.done) return this.out.missed("damaged");
      this.out.budget.step();
      const text = reader.unicode(reader.u16());
      this.strings.push(text);
    }
  }

  private inSheet(record: BiffRecord): void {
    const { bytes } = this;
    const { start } = record;
    switch (record.type) {
      case R.row:
        if ((u16le(bytes, start + 12) & ROW_HIDDEN) !== 0) this.hiddenRows.add(u16le(bytes, start));
        return;
      case R.column:
        if ((u16le(bytes, start + 8) & 1) !== 0) this.sheet?.hideColumns(u16le(bytes, start), u16le(bytes, start + 2));
        return;
      case R.header: case R.footer:
        return this.pageText(record);
      case R.textObject:
        return this.textObject(record);
      case R.note:
        this.authors.add(this.text(record, 8, this.unicode ? 2 : 1));
        return;
      case R.validation:
        return this.validation(record);
      case R.formulaText:
        if (this.waiting !== undefined) this.cells[this.waiting] = this.text(record, 0, 2);
        this.waiting = undefined;
        return;
      default:
        return this.cell(record);
    }
  }

  private pageText(record: BiffRecord): void {
    if (record.end === record.start) return;
    const text = this.text(record, 0, this.unicode ? 2 : 1).replace(/&"[^"]*"|&\d{1,3}(?!\d)|&[A-Z]/g, " ").trim();
    this.out.text(text, { ...this.place, kind: "header" });
  }

  /** Notes and text boxes: the text stands in the records that go on (2.4.329). */
  private textObject(record: BiffRecord): void {
    const [first] = record.more;
    const length = u16le(this.bytes, record.start + 10);
    if (first === undefined || length === 0) return;
    const reader = this.reader({ ...record, start: first[0], end: first[1], more: record.more.slice(1) });
    this.boxes.push(this.unicode ? reader.plainUnicode(length) : reader.eightBit(length));
  }

  /** Prompts and error texts (2.4.94). */
  private validation(record: BiffRecord): void {
    const reader = this.reader(record, 4);
    for (let text = 0; text < 4; text++) this.prompts.push(reader.unicode(reader.u16()).replace(/\0/g, ""));
  }

  private turnTo(row: number): void {
    if (row === this.row) return;
    this.sheet?.row(this.cells, this.hiddenRows.has(this.row));
    this.cells = [];
    this.row = row;
  }

  private number(value: number, style: number): string {
    const id = this.formatIds[style] ?? 0;
    return shownNumber(value, this.formats[style] ??= id === 0 ? PLAIN : numberFormat(id, this.codes.get(id)), this.since1904);
  }

  private readonly formats: NumberFormat[] = [];

  private cell(record: BiffRecord): void {
    const { bytes } = this;
    const { type, start } = record;
    if (type !== R.formula && type !== R.rkRow && type !== R.richLabel && type !== R.sharedLabel && type !== R.number && type !== R.label && type !== R.bool && type !== R.rk) return;
    this.turnTo(u16le(bytes, start));
    const column = u16le(bytes, start + 2);
    const style = u16le(bytes, start + 4);
    switch (type) {
      case R.sharedLabel: {
        const index = longAt(bytes, record, 6);
        this.used.add(index);
        this.cells[column] = this.strings[index] ?? "";
        return;
      }
      case R.label: case R.richLabel:
        this.cells[column] = this.text(record, 6, 2);
        return;
      case R.number:
        this.cells[column] = this.number(f64le(bytes, start + 6), style);
        return;
      case R.rk:
        this.cells[column] = this.number(rkNumber(longAt(bytes, record, 6)), style);
        return;
      case R.rkRow:
        for (let at = start + 4, next = column; at + 6 <= record.end - 2; at += 6, next++) this.cells[next] = this.number(rkNumber(u32le(bytes, at + 2)), u16le(bytes, at));
        return;
      case R.bool:
        if (bytes[start + 7] === 0) this.cells[column] = bytes[start + 6] === 0 ? "FALSE" : "TRUE";
        return;
      default:
        return this.formula(start + 6, column, style);
    }
  }

  private formula(at: number, column: number, style: number): void {
    const kind = formulaKind(this.bytes, at);
    this.waiting = kind === "text" ? column : undefined;
    if (kind === "number") this.cells[column] = this.number(f64le(this.bytes, at), style);
    else if (kind === "bool") this.cells[column] = this.bytes[at + 2] === 0 ? "FALSE" : "TRUE";
  }

  private endSheet(): void {
    if (this.sheet === undefined) return;
    this.turnTo(-1);
    this.letters += this.sheet.finish();
    this.sheet = undefined;
    this.hiddenRows.clear();
    this.waiting = undefined;
  }

  /** @throws LimitReached */
  finish(): void {
    if (this.depth > 0) this.out.missed("damaged");
    this.endSheet();
    const authors = [...this.authors].filter((name) => name !== "").map((name) => `Note by: ${name}`);
    this.out.text([...this.boxes, ...authors].join("\n"), { kind: "comment" });
    this.out.text(this.prompts.filter((text) => text.trim() !== "").join("\n"), { kind: "note" });
    this.out.text(this.strings.filter((text, index) => text !== "" && !this.used.has(index)).join("\n"), { kind: "deleted", hidden: true });
  }
}

function readXls({ bytes }: SourceFile, out: Sink): void {
  const compound = openCompound(bytes, out.budget);
  const stream = compound?.root.stream("Workbook") ?? compound?.root.stream("Book");
  if (compound === undefined || stream === undefined) return out.unread(startsAt(bytes, 0, "\x09") ? "unsupported" : "damaged");
  if (!stream.whole) out.missed("damaged");
  const reader = new WorkbookReader(stream.bytes, out);
  try {
    const whole = eachBiffRecord(stream.bytes, out.budget, (record) => {
      if (!reader.encrypted) reader.take(record);
    });
    if (!whole) out.missed("damaged");
  } finally {
    // At a limit the rows read so far are written all the same.
    if (!reader.encrypted) reader.finish();
  }
  if (reader.encrypted) return out.unread("encrypted");
  for (const storage of compound.root.storages) {
    if (/^MBD/i.test(storage.name)) {
      const inner = repacked(storage, out.budget);
      if (!inner.whole) out.missed("damaged");
      out.file({ name: "", bytes: inner.bytes });
    }
    else if (/^_VBA_PROJECT/i.test(storage.name)) out.missed("unsupported");
  }
  if (reader.letters < FEWEST_LETTERS && reader.drawingBytes >= out.budget.limits.pictureBytes) out.unread("image-only");
}

/** Excel 2 to 4 wrote its records into no compound file: a first record of four or six bytes that begins a sheet. */
function isBareStream(bytes: Uint8Array): boolean {
  return bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? 1) && [4, 6].includes(u16le(bytes, 2)) && u16le(bytes, 6) === 0x10;
}

export const XLS: Format = {
  key: "xls", endings: ["xls", "xlt", "xla"], told: ({ bytes }) => isBareStream(bytes), read: readXls,
};
