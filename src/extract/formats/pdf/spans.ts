/** Stretches of text as they are drawn on a page, one after another. */
import { multiply } from "./matrix.ts";
import type { Matrix } from "./matrix.ts";

/** Text on one baseline without a wide gap in it. `u` runs in the direction of reading, `v` down from line to line. */
export interface Span {
  text: string;
  u0: number;
  u1: number;
  readonly v: number;
  /** Height of the type. */
  readonly size: number;
  /** Quarter turns anticlockwise against the page. */
  readonly turn: number;
  /** Begins with a right-to-left script. */
  readonly isRightToLeft: boolean;
}

/** In em: what parts words (as other readers measured it), and what parts cells or columns. */
const WORD_GAP = 0.18;
const CELL_GAP = 1;
const SAME_LINE = 0.35;
/** Of one page; a dense one has some thousands. */
const MOST_SPANS = 100_000;
/** Hebrew, Arabic and what lies between, with their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** A string is always drawn from left to right; in these scripts that is the reverse of reading, but for numbers and Latin words. */
function inReadingOrder(text: string): string {
  const runs = text.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[^\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\s]+|\s+/g) ?? [];
  return runs.reverse().join("").normalize("NFKC");
}

export class Spans {
  readonly list: Span[] = [];
  private lastText = "";
  private lastFrom = 0;

  get full(): boolean {
    return this.list.length >= MOST_SPANS;
  }

  /** `matrix` leads from text space to the page; `width` and `size` are in text space. `inOrder`: the text is no drawn one. */
  add(text: string, matrix: Matrix, { width, size, inOrder }: { readonly width: number; readonly size: number; readonly inOrder: boolean }): void {
    const end = multiply([1, 0, 0, 1, width, 0], matrix);
    const [across, along] = width < 0 ? [-matrix[0], -matrix[1]] : [matrix[0], matrix[1]];
    const turn = Math.round(Math.atan2(along, across) / (Math.PI / 2)) & 3;
    const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]) || 1;
    const [u, v] = turned(turn, matrix[4], matrix[5]);
    const [u1] = turned(turn, end[4], end[5]);
    const isRightToLeft = RIGHT_TO_LEFT.test(text);
    this.place(isRightToLeft && text.length > 1 && !inOrder ? inReadingOrder(text) : text, { u0: Math.min(u, u1), u1: Math.max(u, u1), v, size: height, turn, isRightToLeft });
  }

  /** Letters of a right-to-left script come in the order of reading: what is drawn to the left follows. */
  private placeBefore(last: Span, text: string, at: Omit<Span, "text">): boolean {
    if (!last.isRightToLeft) return false;
    const [left, right] = [last.u0 - at.u1, at.u0 - last.u1];
    const gap = Math.max(left, right);
    if (gap < -0.5 * at.size || gap > CELL_GAP * at.size) return false;
    const blank = gap > WORD_GAP * at.size ? " " : "";
    last.text = left > right ? last.text + blank + text : text + blank + last.text;
    last.u0 = Math.min(last.u0, at.u0);
    last.u1 = Math.max(last.u1, at.u1);
    this.remember(text, at.u0);
    return true;
  }

  private place(text: string, at: Omit<Span, "text">): void {
    const last = this.list[this.list.length - 1];
    const near = SAME_LINE * at.size;
    if (last !== undefined && last.turn === at.turn && Math.abs(last.v - at.v) < near) {
      // Bold type is often the same text drawn twice, a little apart.
      if (text === this.lastText && Math.abs(at.u0 - this.lastFrom) < at.size * 0.15) return;
      if (this.placeBefore(last, text, at)) return;
      const gap = at.u0 - last.u1;
      if (gap > -0.5 * at.size && gap < CELL_GAP * at.size) {
        last.text += gap > WORD_GAP * at.size && !/\s$/.test(this.lastText) && !/^\s/.test(text) ? ` ${text}` : text;
        last.u1 = Math.max(last.u1, at.u1);
        this.remember(text, at.u0);
        return;
      }
    }
    if (text.trim() === "" || this.full) return;
    this.list.push({ text, ...at });
    this.remember(text, at.u0);
  }

  private remember(text: string, from: number): void {
    this.lastText = text;
    this.lastFrom = from;
  }
}

function turned(turn: number, x: number, y: number): readonly [u: number, v: number] {
  switch (turn) {
    case 0:
      return [x, -y];
    case 1:
      return [y, x];
    case 2:
      return [-x, y];
    default:
      return [-y, -x];
  }
}
