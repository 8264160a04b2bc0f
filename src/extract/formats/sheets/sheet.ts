/** One sheet of any workbook: rows gathered as a table, what is hidden kept apart and named so. */
import type { Place } from "../../../contract/index.ts";
import type { Sink } from "../../sink.ts";
import { Table } from "../../table.ts";
import { lettersOf } from "../office/parts.ts";

export type Cells = (string | undefined)[];

/** Columns of a sheet (18.3.1.13 and Excel's limit). */
export const MOST_COLUMNS = 16_384;

/** `number` counts from 1; a sheet without a name has an empty one. */
export function sheetPlace(number: number, name: string, hidden: boolean): Place {
  return { kind: "sheet", number, ...(name === "" ? {} : { name }), ...(hidden ? { hidden } : {}) };
}

export class Sheet {
  private readonly out: Sink;
  private readonly place: Place;
  private readonly shown: Table;
  private readonly unseen: Table;
  private readonly hiddenColumns = new Set<number>();
  private head: Cells | undefined;
  private unseenHead = false;

  /** `place` says whether the whole sheet is hidden. */
  constructor(out: Sink, place: Place) {
    this.out = out;
    this.place = place;
    this.shown = new Table(out.budget);
    this.unseen = new Table(out.budget);
  }

  /** Columns from the first to the last, counted from 0. */
  hideColumns(first: number, last: number): void {
    for (let column = Math.max(0, first); column <= Math.min(last, MOST_COLUMNS); column++) this.hiddenColumns.add(column);
  }

  /** A row with something hidden goes to the hidden part as a whole, under the head that the shown rows have. */
  row(cells: Cells, hidden: boolean): void {
    if (cells.length === 0) return;
    const unseenCells = this.hiddenColumns.size > 0 && cells.some((cell, column) => cell !== undefined && cell !== "" && this.hiddenColumns.has(column));
    if (hidden || unseenCells) {
      if (!this.unseenHead && this.head !== undefined) this.unseen.row(this.head);
      this.unseenHead = true;
      this.unseen.row(cells);
    }
    this.head ??= cells.filter((cell) => cell !== undefined && cell !== "").length > 1 ? cells : undefined;
    if (!hidden) this.shown.row(unseenCells ? cells.map((cell, column) => (this.hiddenColumns.has(column) ? undefined : cell)) : cells);
  }

  /** Writes what was gathered; gives how many letters there were, as `lettersOf` counts. @throws LimitReached */
  finish(): number {
    if (this.shown.overflowed || this.unseen.overflowed) this.out.missed("too-large");
    const [shown, unseen] = [this.shown.toString(), this.unseen.toString()];
    this.out.text(shown, this.place);
    this.out.text(unseen, { ...this.place, hidden: true });
    return lettersOf(shown) + lettersOf(unseen);
  }
}

/** "BC23" -> 54, counted from 0; -1 where there is no column. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 3; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
