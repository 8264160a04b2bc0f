/** Stretches of text on a page to lines in reading order: cells of a row parted by tabs, columns one after another. */
import type { Span } from "./spans.ts";

interface Cell {
  text: string;
  readonly u0: number;
  u1: number;
}

interface Row {
  readonly cells: Cell[];
  readonly v: number;
  readonly size: number;
  u0: number;
  u1: number;
}

/** Rows drawn one below another. */
interface Block {
  readonly rows: Row[];
  readonly top: number;
  bottom: number;
  u0: number;
  u1: number;
}

/** Share of the type's height within which baselines are one. */
const SAME_LINE = 0.4;
/** In em: what parts the cells of a row. */
const CELL_GAP = 1;
/** Lines that one cell of a table may have. */
const MOST_CELL_LINES = 8;
/** Letters a line, on average, from which on two columns are prose and no table. */
const PROSE = 25;
const COLUMN_ROWS = 5;
/** Rows beyond this stand on no page. */
const MOST_TABLE_ROWS = 1_000;
/** Blocks on a page beyond which the order of drawing means nothing. */
const MOST_BLOCKS = 60;

function rowOf(span: Span): Row {
  return { cells: [{ text: span.text, u0: span.u0, u1: span.u1 }], v: span.v, size: span.size, u0: span.u0, u1: span.u1 };
}

function isSameLine(row: Row, v: number, size: number): boolean {
  return Math.abs(row.v - v) < SAME_LINE * Math.max(row.size, size);
}

/** Adds what stands to the right in the same row. */
function extend(row: Row, cell: Cell): void {
  const last = row.cells[row.cells.length - 1];
  const gap = cell.u0 - row.u1;
  if (last !== undefined && gap < CELL_GAP * row.size) {
    last.text += gap > 0.18 * row.size && !/\s$/.test(last.text) ? ` ${cell.text}` : cell.text;
    last.u1 = Math.max(last.u1, cell.u1);
  } else row.cells.push(cell);
  row.u1 = Math.max(row.u1, cell.u1);
  row.u0 = Math.min(row.u0, cell.u0);
}

/** Spans in the order of drawing, those that go on in a line joined. */
function drawnRows(spans: readonly Span[]): Row[] {
  const rows: Row[] = [];
  for (const span of spans) {
    const last = rows[rows.length - 1];
    if (last !== undefined && isSameLine(last, span.v, span.size) && span.u0 > last.u1 - 0.3 * span.size) extend(last, { text: span.text, u0: span.u0, u1: span.u1 });
    else rows.push(rowOf(span));
  }
  return rows;
}

/** All spans by where they stand, whatever their order. */
function sortedRows(spans: readonly Span[]): Row[] {
  const rows: Row[] = [];
  let line: Span[] = [];
  const close = (): void => {
    line.sort((a, b) => a.u0 - b.u0);
    line.forEach((span, at) => {
      const last = rows[rows.length - 1];
      if (at === 0 || last === undefined) rows.push(rowOf(span));
      else extend(last, { text: span.text, u0: span.u0, u1: span.u1 });
    });
    line = [];
  };
  for (const span of [...spans].sort((a, b) => a.v - b.v)) {
    const first = line[0];
    if (first !== undefined && Math.abs(first.v - span.v) >= SAME_LINE * Math.max(first.size, span.size)) close();
    line.push(span);
  }
  close();
  return rows;
}

function isAbove(row: Row, other: Row): boolean {
  return row.v < other.v - SAME_LINE * Math.max(row.size, other.size);
}

/** Appends the lines of a cell's own to its first one. */
function fold(into: Row, rows: readonly Row[]): void {
  for (const row of rows) {
    const cell = into.cells[into.cells.length - 1] as Cell;
    cell.text += ` ${row.cells.map(({ text }) => text).join(" ")}`;
    cell.u1 = Math.max(cell.u1, row.u1);
    into.u1 = Math.max(into.u1, row.u1);
  }
}

/**
 * Tables drawn cell by cell, as word processors do: a cell of several lines is followed by one that stands beside its first line.
 * Two such stretches alone may be two columns or two addresses; a third cell makes it a table.
 */
function tableRows(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const last = out[out.length - 1];
    if (last === undefined) {
      out.push(row);
      continue;
    }
    if (isAbove(row, last)) {
      const beside = besideOf(out, row);
      if (beside !== -1) {
        const into = out[beside] as Row;
        fold(into, out.splice(beside + 1));
        for (const cell of row.cells) extend(into, cell);
        continue;
      }
    }
    const ending = last.cells[last.cells.length - 1] as Cell;
    const goesOn = last.cells.length >= 3 && row.cells.length === 1 && row.u0 > ending.u0 - 0.5 * row.size && row.v - last.v < 1.7 * last.size && !isSameLine(last, row.v, row.size);
    if (goesOn) fold(last, [row]);
    else out.push(row);
  }
  return out;
}

/** Index of the row whose next cell `row` begins, or -1. */
function besideOf(rows: readonly Row[], row: Row): number {
  for (let at = rows.length - 1; at >= 0 && at >= rows.length - 1 - MOST_CELL_LINES; at--) {
    const other = rows[at] as Row;
    if (other.u1 > row.u0 + 0.3 * row.size) return -1;
    if (isSameLine(other, row.v, row.size)) return other.cells.length + row.cells.length >= 3 ? at : -1;
    if (other.cells.length > 1) return -1;
  }
  return -1;
}

function blocksOf(rows: readonly Row[]): Block[] {
  const blocks: Block[] = [];
  let previous: Row | undefined;
  for (const row of rows) {
    const block = blocks[blocks.length - 1];
    if (block === undefined || (previous !== undefined && isAbove(row, previous))) {
      blocks.push({ rows: [row], top: row.v - row.size, bottom: row.v, u0: row.u0, u1: row.u1 });
    } else {
      block.rows.push(row);
      block.bottom = row.v;
      block.u0 = Math.min(block.u0, row.u0);
      block.u1 = Math.max(block.u1, row.u1);
    }
    previous = row;
  }
  return blocks;
}

function meanLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

/** A table drawn column by column: short lines on the same baselines, side by side. */
function mergeColumns(left: Block, right: Block): boolean {
  if (right.u0 < left.u1 || right.rows.length < 3 || left.rows.length < 3 || left.rows.length + right.rows.length > MOST_TABLE_ROWS) return false;
  if (meanLength(right.rows.concat(left.rows).flatMap(({ cells }) => cells.map(({ text }) => text))) >= PROSE) return false;
  const partners = right.rows.map((row) => left.rows.find((other) => isSameLine(other, row.v, row.size)));
  if (partners.filter((partner) => partner !== undefined).length < right.rows.length * 0.8) return false;
  const alone: Row[] = [];
  partners.forEach((partner, at) => {
    const row = right.rows[at] as Row;
    if (partner === undefined) alone.push(row);
    else for (const cell of row.cells) extend(partner, cell);
  });
  left.rows.push(...alone);
  left.u1 = Math.max(left.u1, right.u1);
  left.bottom = Math.max(left.bottom, right.bottom);
  return true;
}

/** What was drawn late, such as a head, goes where it stands: before the first block that lies wholly below it. */
function ordered(blocks: readonly Block[]): Row[] {
  const placed: Block[] = [];
  for (const block of blocks) {
    const last = placed[placed.length - 1];
    if (last !== undefined && mergeColumns(last, block)) continue;
    const below = placed.findIndex((other) => block.bottom <= other.top + 1 && block.u0 < other.u1 && other.u0 < block.u1);
    if (below === -1) placed.push(block);
    else placed.splice(below, 0, block);
  }
  return placed.flatMap(({ rows }) => rows);
}

/** Length of the run of rows from `at` on that are two columns of prose drawn line by line. */
function proseRun(rows: readonly Row[], at: number): number {
  let [left, right, count] = [-Infinity, Infinity, 0];
  let letters = 0;
  for (; at + count < rows.length; count++) {
    const [first, second, third] = (rows[at + count] as Row).cells;
    if (first === undefined || second === undefined || third !== undefined) break;
    left = Math.max(left, first.u1);
    right = Math.min(right, second.u0);
    if (left >= right) break;
    letters += Math.min(first.text.length, second.text.length);
  }
  return count >= COLUMN_ROWS && letters / count >= PROSE ? count : 0;
}

/** With one space for every run of blanks, and none at the ends; most texts are so already. */
function evened(text: string): string {
  return (/\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

function linesOf(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const run = proseRun(rows, at);
    for (const column of run > 0 ? [0, 1] : []) for (const { cells } of rows.slice(at, at + run)) lines.push((cells[column] as Cell).text.trim());
    if (run === 0) lines.push((rows[at] as Row).cells.map(({ text }) => evened(text)).join("\t"));
    at += run || 1;
  }
  return lines;
}

function readingOrder(spans: readonly Span[]): string[] {
  const blocks = blocksOf(tableRows(drawnRows(spans)));
  return linesOf(blocks.length > MOST_BLOCKS ? sortedRows(spans) : ordered(blocks));
}

/** The page's text. Text that is turned against the rest follows it. */
export function layOut(spans: readonly Span[]): string {
  const turns = [0, 1, 2, 3].map((turn) => spans.filter((span) => span.turn === turn)).filter((own) => own.length > 0);
  turns.sort((a, b) => b.length - a.length);
  return turns.flatMap((own) => readingOrder(own)).filter((line) => line !== "").join("\n");
}
