/** The text a person reads, with the way back to the offsets of the string that the host gave. */
import { asSeen, BEYOND_ASCII, foldCharacters, foldLookalikes, isReshaped, reshapedIn } from "./fold.ts";

/** A stretch that the layout itself marks: the start of a quoted thread, a signature block. */
export interface Mark {
  readonly kind: "quote" | "signature";
  readonly start: number;
  readonly end: number;
}

export interface ReadText {
  /** Normalised: plain spaces, ASCII digits, hyphens and quotes; no invisible characters. */
  readonly text: string;
  /** Undefined where every offset is the source's own. */
  readonly map: OffsetMap | undefined;
  readonly marks: readonly Mark[];
}

/** Segment k starts at `at[k]` in the text and covers `[from[k], to[k])` of the source. */
export interface OffsetMap {
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Segments from here on stand for what is never shown, and are not in the source's order; absent: there are none. */
  readonly shown?: number | undefined;
}

export interface Builder {
  readonly parts: string[];
  length: number;
  last: string;
  readonly at: number[];
  readonly from: number[];
  readonly to: number[];
}

export function newBuilder(): Builder {
  return { parts: [], length: 0, last: "", at: [], from: [], to: [] };
}

function append(b: Builder, piece: string, from: number, to: number): void {
  b.parts.push(piece);
  b.last = piece[piece.length - 1] ?? b.last;
  const last = b.at.length - 1;
  // Character for character, and right behind the like: one segment is enough.
  const goesOn = piece.length === to - from && b.to[last] === from && b.length - (b.at[last] as number) === from - (b.from[last] as number);
  if (goesOn) b.to[last] = to;
  else {
    b.at.push(b.length);
    b.from.push(from);
    b.to.push(to);
  }
  b.length += piece.length;
}

/** Adds `source[from, to)` character for character, without what cannot be seen. */
export function pushLiteral(b: Builder, source: string, from: number, to: number, flatten: boolean): void {
  if (to <= from) return;
  let piece = source.slice(from, to);
  if (flatten) piece = piece.replace(/[\t\n\r\f]/g, " ");
  if (!BEYOND_ASCII.test(piece)) {
    append(b, piece, from, to);
    return;
  }
  if (!isReshaped(piece)) {
    append(b, foldCharacters(piece), from, to);
    return;
  }
  let begin = 0;
  for (const match of reshapedIn(piece)) {
    const { index = 0 } = match;
    const end = index + match[0].length;
    if (index > begin) append(b, foldCharacters(piece.slice(begin, index)), from + begin, from + index);
    pushWhole(b, asSeen(match[0]), from + index, from + end);
    begin = end;
  }
  if (begin < piece.length) append(b, foldCharacters(piece.slice(begin)), from + begin, to);
}

/** Each character of `piece` stands for all of `source[from, to)`. */
function pushWhole(b: Builder, piece: string, from: number, to: number): void {
  for (let k = 0; k < piece.length; k++) append(b, piece.charAt(k), from, to);
}

/** Adds text that stands for `source[from, to)` as a whole, such as a character reference or a line break. */
export function pushMapped(b: Builder, piece: string, from: number, to: number): void {
  pushWhole(b, BEYOND_ASCII.test(piece) ? foldCharacters(isReshaped(piece) ? asSeen(piece) : piece) : piece, from, to);
}

export function finish(b: Builder, marks: readonly Mark[], shown?: number): ReadText {
  return { text: foldLookalikes(b.parts.join("")), map: { at: b.at, from: b.from, to: b.to, shown }, marks };
}

/** Adds all of `other` behind `between`, which stands for no more than the source's end. */
export function join(b: Builder, between: string, other: Builder, end: number): void {
  pushWhole(b, between, end, end);
  const base = b.length;
  for (const part of other.parts) b.parts.push(part);
  for (let k = 0; k < other.at.length; k++) {
    b.at.push((other.at[k] as number) + base);
    b.from.push(other.from[k] as number);
    b.to.push(other.to[k] as number);
  }
  b.length += other.length;
}

/** Adds `read.text[start, end)` with its way back to the source. `cursor` goes on from one call to the next, in the order of the text. */
export function copyRange(b: Builder, read: ReadText, start: number, end: number, cursor: { segment: number }): void {
  const { text, map } = read;
  if (map === undefined) {
    if (end > start) append(b, text.slice(start, end), start, end);
    return;
  }
  let at = start;
  while (at < end) {
    while ((map.at[cursor.segment + 1] ?? Infinity) <= at) cursor.segment++;
    const until = Math.min(end, map.at[cursor.segment + 1] ?? end);
    const first = sourceOf(map, cursor.segment, at);
    const last = sourceOf(map, cursor.segment, until - 1);
    append(b, text.slice(at, until), first.from, last.to);
    at = until;
  }
}

/** Reads plain text: nothing is laid out, only folded. */
export function readPlain(source: string): ReadText {
  if (!BEYOND_ASCII.test(source)) return { text: source, map: undefined, marks: [] };
  if (!isReshaped(source)) return { text: foldLookalikes(foldCharacters(source)), map: undefined, marks: [] };
  const b = newBuilder();
  pushLiteral(b, source, 0, source.length, false);
  return finish(b, []);
}

/** True where `'s` ends at `end`. */
export function endsInS(text: string, end: number): boolean {
  return text.charCodeAt(end - 2) === 39 && (text.charCodeAt(end - 1) | 32) === 115;
}

function segmentOf(map: OffsetMap, offset: number): number {
  let low = 0;
  let high = map.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.at[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The span of the source that `text[start, end)` stands for. `end` is greater than `start`. */
export function sourceSpan(read: ReadText, start: number, end: number): { readonly start: number; readonly end: number } {
  const { map } = read;
  if (map === undefined) return { start, end };
  const first = segmentOf(map, start);
  const last = segmentOf(map, end - 1);
  return { start: sourceOf(map, first, start).from, end: sourceOf(map, last, end - 1).to };
}

function sourceOf(map: OffsetMap, segment: number, offset: number): { from: number; to: number } {
  const at = map.at[segment] ?? 0;
  const from = map.from[segment] ?? 0;
  const to = map.to[segment] ?? 0;
  const next = map.at[segment + 1];
  const literal = next === undefined || to - from === next - at;
  if (!literal || offset - at >= to - from) return { from, to };
  return { from: from + offset - at, to: from + offset - at + 1 };
}
