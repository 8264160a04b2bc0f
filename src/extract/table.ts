/** Tables as text: a line a row, tabs between cells, so that detection finds what stands under which head. */
import type { Budget } from "./budget.ts";

/** A cell's text on one line. */
function flat(cell: string): string {
  return /[\t\r\n\v\f\u2028]/.test(cell) ? cell.replace(/[\t\r\n\v\f\u2028]+/g, " ").trim() : cell;
}

/** Cells beyond this go to a further line: no table that a person made is wider. */
const MOST_CELLS = 1_000;

/** Gathers rows and gives them as one text. Blank rows are dropped: a million of them say nothing. */
export class Table {
  private readonly rows: string[] = [];
  private readonly budget: Budget;
  private kept = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  /** One row. Holes in `cells` are empty cells; those at the end are dropped. */
  row(cells: readonly (string | undefined)[]): void {
    for (let from = 0; from < cells.length; from += MOST_CELLS) this.line(cells, from, Math.min(cells.length, from + MOST_CELLS));
  }

  private line(cells: readonly (string | undefined)[], from: number, to: number): void {
    this.budget.step();
    let last = to;
    while (last > from && (cells[last - 1] ?? "").trim() === "") last--;
    if (last === from) return;
    let line = flat(cells[from] ?? "");
    for (let at = from + 1; at < last; at++) line += `\t${flat(cells[at] ?? "")}`;
    this.kept += line.length + 1;
    if (this.kept <= this.budget.room) this.rows.push(line);
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** True where rows were dropped since there is no room for them: the file is read in part. */
  get overflowed(): boolean {
    return this.kept > this.budget.room;
  }

  toString(): string {
    return this.rows.join("\n");
  }
}
