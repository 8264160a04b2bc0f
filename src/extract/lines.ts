/** Lines one by one: a file of 25 MB may have as many, and a list of them all would take ten times its size. */
import type { Budget } from "./budget.ts";
import { textOfUnits } from "./bytes.ts";

const BLOCK = 1_000;

/** Joins many small pieces, block by block. */
export class Pieces {
  private readonly separator: string;
  private readonly blocks: string[] = [];
  private pending: string[] = [];

  constructor(separator = "") {
    this.separator = separator;
  }

  add(piece: string): void {
    this.pending.push(piece);
    if (this.pending.length < BLOCK) return;
    this.blocks.push(this.pending.join(this.separator));
    this.pending = [];
  }

  toString(): string {
    return [...this.blocks, ...this.pending].join(this.separator);
  }
}

/** Gathers lines and gives them as one text. What is beyond the budget's room is dropped. */
export class Lines {
  private readonly pieces = new Pieces("\n");
  private readonly budget: Budget;
  private kept = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  add(line: string): void {
    const { room } = this;
    if (room < 0) return;
    this.kept += line.length + 1;
    this.pieces.add(line.length > room ? line.slice(0, room) : line);
  }

  /** Characters that may still be added; below 0 once something was dropped. */
  get room(): number {
    return this.budget.room - this.kept;
  }

  get isEmpty(): boolean {
    return this.kept === 0;
  }

  /** True where something was dropped since there is no room for it: the file is read in part. */
  get overflowed(): boolean {
    return this.room < 0;
  }

  toString(): string {
    return this.pieces.toString();
  }
}

/** The text between line feeds. */
export function* linesOf(text: string): Generator<string> {
  for (let at = 0; at <= text.length;) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 ? text.length : feed;
    yield text.slice(at, end);
    at = end + 1;
  }
}

const [FEED, RETURN] = [10, 13];

/** With a line feed for every carriage return, and for the two of them together. By hand: `replace` holds a record of each. */
export function withLineFeeds(text: string): string {
  if (!text.includes("\r")) return text;
  const units = new Uint16Array(BLOCK);
  const blocks = new Pieces();
  let filled = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === FEED && text.charCodeAt(at - 1) === RETURN) continue;
    units[filled++] = unit === RETURN ? FEED : unit;
    if (filled < BLOCK) continue;
    blocks.add(textOfUnits(units));
    filled = 0;
  }
  blocks.add(textOfUnits(units, filled));
  return blocks.toString();
}
