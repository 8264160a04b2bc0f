/** Values parted by a sign (RFC 4180 and its kin): given as a table, whatever the sign. */
import { LOOKED_AT } from "../../format.ts";
import type { Format, Head } from "../../format.ts";
import { withLineFeeds } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { Table } from "../../table.ts";

/** In the order in which they are preferred where several would do: a tab or bar in a value is rarer than a comma. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
type Separator = (typeof SEPARATORS)[number];

const LINES_LOOKED_AT = 20;
/** What Excel takes in a cell. An opening quote whose close is farther away is a sign like any other. */
const LONGEST_CELL = 32_767;
/** No row is longer; one that is would fill the memory with cells. */
const LONGEST_RECORD = 1_000_000;
/** Without a telling name, longer values are taken for prose. */
const LONGEST_VALUE = 80;
const QUOTE = "\"";

interface Record {
  readonly cells: readonly string[];
  /** Offset of the next record. */
  readonly next: number;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
}

/** Where the quote opened at `open` closes, or -1: it must stand before a separator or the end of a line. */
function closingQuote(text: string, open: number, separator: string): number {
  const farthest = open + LONGEST_CELL;
  for (let at = text.indexOf(QUOTE, open + 1); at !== -1 && at <= farthest; at = text.indexOf(QUOTE, at + 1)) {
    const after = text[at + 1];
    if (after === QUOTE) at += 1;
    else return after === undefined || after === separator || after === "\n" || after === "\r" ? at : -1;
  }
  return -1;
}

/** The formula `="0012"` is how zeros are kept from Excel. */
function withoutFormula(value: string): string {
  return /^="[^"]*"$/.test(value) ? value.slice(2, -1) : value;
}

/** What stands between quotes. */
function unescaped(value: string): string {
  return value.includes(QUOTE) ? withoutFormula(value.replace(/""/g, QUOTE)) : value;
}

/** A record that holds quotes, from `from` on. A quote that is not one of RFC 4180 is kept as it stands. */
function quotedRecord(text: string, from: number, separator: string): Record {
  const cells: string[] = [];
  let stop = lineEnd(text, from);
  let at = from;
  for (;;) {
    const close = text[at] === QUOTE ? closingQuote(text, at, separator) : -1;
    if (close >= stop) stop = lineEnd(text, close);
    const rest = text.slice(close === -1 ? at : close + 1, stop);
    const parting = rest.indexOf(separator);
    const value = parting === -1 ? rest : rest.slice(0, parting);
    cells.push(close === -1 ? withoutFormula(value.trim()) : unescaped(text.slice(at + 1, close)));
    if (parting === -1) return { cells, next: stop + 1 };
    at = stop - rest.length + parting + 1;
  }
}

function recordAt(text: string, from: number, separator: string): Record {
  const end = lineEnd(text, from);
  const line = text.slice(from, text[end - 1] === "\r" ? end - 1 : end);
  if (line.length > LONGEST_RECORD) return { cells: [line], next: end + 1 };
  return line.includes(QUOTE) ? quotedRecord(text, from, separator) : { cells: line.split(separator), next: end + 1 };
}

/** Lone carriage returns end lines too, in files of old Macs. */
function withFeeds(text: string): string {
  return text.includes("\n") ? text : withLineFeeds(text);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The first records that say something, each with at least two values where `separator` is the right one. */
function firstRecords(text: string, separator: string): (readonly string[])[] {
  const records: (readonly string[])[] = [];
  for (let at = 0; at < text.length && records.length < LINES_LOOKED_AT;) {
    const { cells, next } = recordAt(text, at, separator);
    if (!isBlank(cells)) records.push(cells);
    at = next;
  }
  return records;
}

/** How many of the first records have as many values as most of them; 0 where most have one. */
function agreeing(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + (length > 1 ? 1 : 0));
  return Math.max(0, ...counts.values());
}

/** Excel's own first line `sep=;` decides; else the sign that parts most of the first lines alike. */
function separatorOf(text: string): Separator | undefined {
  const named = /^sep=([\t|;,])\s*$/m.exec(text.slice(0, 8))?.[1];
  if (named !== undefined) return named as Separator;
  const head = text.slice(0, 65_536);
  let best: Separator | undefined;
  let most = 0;
  for (const separator of SEPARATORS) {
    const count = agreeing(firstRecords(head, separator));
    if (count > Math.max(most, 1)) [best, most] = [separator, count];
  }
  return best;
}

/** Prose has commas too, but a blank follows them; sentences are long; greetings end with one. */
function looksLikeValues(records: readonly (readonly string[])[], separator: Separator): boolean {
  const columns = records[0]?.length ?? 0;
  if (columns < 2 || records.length < 2 || records.some((cells) => cells.length !== columns)) return false;
  const values = records.flat();
  if (values.some((value) => value.length > LONGEST_VALUE || value.includes(QUOTE))) return false;
  if (records[0]?.some((value) => !/[\p{L}\p{N}]/u.test(value)) === true) return false;
  return separator === "\t" || !records.some((cells) => cells.slice(1).some((value) => value.startsWith(" ")));
}

/** True where all lines at the beginning have the same number of values, and none reads like a sentence. */
function isTable({ text, bytes }: Head): boolean {
  const whole = withFeeds(text);
  const isCut = bytes.length > LOOKED_AT;
  const head = isCut ? whole.slice(0, whole.lastIndexOf("\n") + 1) : whole;
  const separator = separatorOf(head);
  return separator !== undefined && looksLikeValues(firstRecords(head, separator), separator);
}

function read(file: SourceFile, out: Sink): void {
  const found = readable(file, out);
  if (found === undefined) return;
  const text = withFeeds(found);
  const separator = separatorOf(text);
  if (separator === undefined) return out.text(text);
  const table = new Table(out.budget);
  for (let at = /^sep=.\r?\n/.exec(text)?.[0].length ?? 0; at < text.length && !table.overflowed;) {
    const { cells, next } = recordAt(text, at, separator);
    table.row(cells);
    out.budget.step((next - at) >> 6);
    at = next;
  }
  if (table.overflowed) out.missed("too-large");
  out.text(table.toString(), { kind: "table" });
}

export const CSV: Format = {
  key: "csv", endings: ["csv", "tsv", "tab"], told: (head) => head.hasEnding("csv", "tsv", "tab") || isTable(head), read,
};
