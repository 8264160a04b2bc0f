/** The text a person reads, with the way back to the offsets of the string that the host gave. */

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

const NON_ASCII = /[^\0-\x7f]/;
/** Soft hyphen, zero-width characters, joiners, direction marks, variation selectors. */
const INVISIBLE = /[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/; // eslint-disable-line no-misleading-character-class
const FOLDED =
  /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2010-\u2015\u2212\u2018-\u201b\u2032\u02bc\u201c-\u201f\u2022\u2028\u2029\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;

/** One character for one: offsets do not move. */
function fold(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 48);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 48);
  if (code >= 0x966 && code <= 0x96f) return String.fromCharCode(code - 0x966 + 48);
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return "-";
  if ((code >= 0x2018 && code <= 0x201b) || code === 0x2032 || code === 0x2bc) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  if (code === 0x2022) return "*";
  return code === 0x2028 || code === 0x2029 ? "\n" : " ";
}

function normalise(piece: string): string {
  return piece.replace(FOLDED, fold);
}

function append(b: Builder, piece: string, from: number, to: number): void {
  b.parts.push(piece);
  b.at.push(b.length);
  b.from.push(from);
  b.to.push(to);
  b.length += piece.length;
  b.last = piece[piece.length - 1] ?? b.last;
}

/** Adds `source[from, to)` character for character, without what cannot be seen. */
export function pushLiteral(b: Builder, source: string, from: number, to: number, flatten: boolean): void {
  if (to <= from) return;
  let piece = source.slice(from, to);
  if (flatten) piece = piece.replace(/[\t\n\r\f]/g, " ");
  if (!NON_ASCII.test(piece)) {
    append(b, piece, from, to);
    return;
  }
  if (!INVISIBLE.test(piece)) {
    append(b, normalise(piece), from, to);
    return;
  }
  let begin = 0;
  for (let i = 0; i <= piece.length; i++) {
    if (i < piece.length && !INVISIBLE.test(piece.charAt(i))) continue;
    if (i > begin) append(b, normalise(piece.slice(begin, i)), from + begin, from + i);
    begin = i + 1;
  }
}

/** Adds text that stands for `source[from, to)` as a whole, such as a character reference or a line break. */
export function pushMapped(b: Builder, piece: string, from: number, to: number): void {
  for (const char of piece) {
    if (INVISIBLE.test(char)) continue;
    for (let k = 0; k < char.length; k++) append(b, char.length === 1 ? normalise(char) : char.charAt(k), from, to);
  }
}

export function finish(b: Builder, marks: readonly Mark[]): ReadText {
  return { text: b.parts.join(""), map: { at: b.at, from: b.from, to: b.to }, marks };
}

/** Reads plain text: nothing is laid out, only folded. */
export function readPlain(source: string): ReadText {
  if (!NON_ASCII.test(source)) return { text: source, map: undefined, marks: [] };
  if (!INVISIBLE.test(source)) return { text: normalise(source), map: undefined, marks: [] };
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
