/** Tables as text: a line a row, tabs between cells, so that detection finds what stands under which head. */
import type { Budget } from "./budget.ts";
import { Lines } from "./lines.ts";

/** A cell's text on one line. */
function flat(cell: string): string {
  return /[\t\r\n\v\f\u2028]/.test(cell) ? cell.replace(/[\t\r\n\v\f\u2028]+/g, " ").trim() : cell;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || !/\S/.test(cell);
}

/** Cells beyond this go to a further line: no table that a person made is wider. */
const MOST_CELLS = 1_000;

/** Gathers rows and gives them as one text. Blank rows are dropped: a million of them say nothing. */
export class Table {
  private readonly rows: Lines;
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
    this.rows = new Lines(budget);
  }

  /** One row. Holes in `cells` are empty cells; those at the end are dropped. */
  row(cells: readonly (string | undefined)[]): void {
    for (let from = 0; from < cells.length; from += MOST_CELLS) this.line(cells, from, Math.min(cells.length, from + MOST_CELLS));
  }

  private line(cells: readonly (string | undefined)[], from: number, to: number): void {
    this.budget.step();
    const { room } = this.rows;
    if (room < 0) return;
    let last = to;
    while (last > from && isBlank(cells[last - 1])) last--;
    if (last === from) return;
    let line = flat(cells[from] ?? "");
    // A hundred thousand cells may share one long text.
    for (let at = from + 1; at < last && line.length <= room; at++) line += `\t${flat(cells[at] ?? "")}`;
    this.rows.add(line);
  }

  get isEmpty(): boolean {
    return this.rows.isEmpty;
  }

  /** True where something was dropped since there is no room for it: the file is read in part. */
  get overflowed(): boolean {
    return this.rows.overflowed;
  }

  toString(): string {
    return this.rows.toString();
  }
}
