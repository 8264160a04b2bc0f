/** Puts together what was written apart: digits and letters with gaps between them, and values that a line break cuts in two. Puts right what a machine misread. */
import { misreadLetters } from "./misread.ts";
import { endOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { copyRange, finish, newBuilder, pushMapped, sourceSpan } from "./text.ts";
import type { Mark, ReadText } from "./text.ts";

/** `put` stands in place of `[start, end)` of the read text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** Fewer digits apart are a scale, a score or a list. */
const LEAST_DIGITS = 6;
/** No identifier is longer. */
const MOST_DIGITS = 24;
/** Fewer letters apart are initials, but for the cues below. */
const LEAST_LETTERS = 5;
const CUES = new Set(["ssn", "mrn", "dob", "npi", "dea", "mbi", "ein"]);
const LONGEST_GAP = 3;

/** The text as it was meant; the same object where there is nothing to put together. `scan` is of `read.text`. */
export function mend(read: ReadText, scan: Scan): ReadText {
  const edits: Edit[] = [];
  digitsApart(scan, edits);
  lettersApart(scan, edits);
  brokenLines(read.text, edits);
  for (const misread of misreadLetters(scan)) edits.push(misread);
  if (edits.length === 0) return read;
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  return apply(read, edits);
}

function apply(read: ReadText, edits: readonly Edit[]): ReadText {
  const b = newBuilder();
  const cursor = { segment: 0 };
  const moved: number[] = [];
  let at = 0;
  for (const { start, end, put } of edits) {
    if (start < at) {
      moved.push(b.length);
      continue;
    }
    copyRange(b, read, at, start, cursor);
    moved.push(b.length);
    if (put !== "") {
      const span = sourceSpan(read, start, end);
      pushMapped(b, put, span.start, span.end);
    }
    at = end;
  }
  copyRange(b, read, at, read.text.length, cursor);
  const shift = (offset: number): number => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle] as Edit).start <= offset) low = middle + 1;
      else high = middle;
    }
    const last = edits[low - 1];
    if (last === undefined) return offset;
    return Math.min(b.length, (moved[low - 1] as number) + last.put.length + Math.max(0, offset - last.end));
  };
  const marks = read.marks.map(({ kind, start, end }): Mark => ({ kind, start: shift(start), end: shift(end) }));
  return finish(b, marks);
}

/** The characters between two tokens where they may stand between parts of one value: no letter, no line or cell border. */
function gapAfter({ text }: Scan, end: number, next: number): string | undefined {
  if (next - end > LONGEST_GAP) return undefined;
  const gap = text.slice(end, next);
  return /^[ ._*/()-]+$/.test(gap) ? gap : undefined;
}

function isSingle(scan: Scan, token: number, kind: number): boolean {
  return endOf(scan, token) - startOf(scan, token) === 1 && (infoOf(scan, token) & kind) !== 0;
}

/** "5 3 6 - 2 2 - 8 1 4 5", "5.3.6.2.2.8.1.4.5": single digits. A run that goes on in longer numbers is a scale or a version. */
function digitsApart(scan: Scan, edits: Edit[]): void {
  const { numbers } = scan;
  // The last digit of the shortest run is so many numbers on.
  for (let k = 0; k + LEAST_DIGITS <= numbers.length; k++) {
    const first = numbers[k] as number;
    if (numbers[k + LEAST_DIGITS - 1] !== first + LEAST_DIGITS - 1 || !isSingle(scan, first, INFO.DIGIT)) continue;
    const gaps: string[] = [];
    let token = first;
    for (; token + 1 < scan.count; token++) {
      const gap = (infoOf(scan, token + 1) & INFO.DIGIT) === 0 ? undefined : gapAfter(scan, endOf(scan, token), startOf(scan, token + 1));
      if (gap === undefined || !isSingle(scan, token + 1, INFO.DIGIT)) break;
      gaps.push(gap);
    }
    k += token - first;
    if (gaps.length + 1 < LEAST_DIGITS || gaps.length >= MOST_DIGITS || goesOn(scan, first, token)) continue;
    closeGaps(scan, first, gaps, edits);
  }
}

/** True where a number of more than one digit stands right before or after the run. */
function goesOn(scan: Scan, first: number, last: number): boolean {
  const touches = (token: number, end: number, next: number): boolean => token >= 0 && token < scan.count && (infoOf(scan, token) & INFO.DIGIT) !== 0 && gapAfter(scan, end, next) !== undefined;
  return touches(first - 1, endOf(scan, first - 1), startOf(scan, first)) || touches(last + 1, endOf(scan, last), startOf(scan, last + 1));
}

/** Takes out the gap that most digits have between them; what else stands there parts groups. */
function closeGaps(scan: Scan, first: number, gaps: readonly string[], edits: Edit[]): void {
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let usual = gaps[0] ?? "";
  for (const [gap, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = gap;
  gaps.forEach((gap, k) => {
    const inner = gap.trim();
    edits.push({ start: endOf(scan, first + k), end: startOf(scan, first + k + 1), put: gap === usual ? "" : inner === "" ? " " : inner });
  });
}

/** "M a r i a  L o p e z", "M R N", "S.S.N.": looked for at every third token, since no run is shorter. */
function lettersApart(scan: Scan, edits: Edit[]): void {
  const { count, start, end } = scan;
  for (let probe = 2; probe < count; probe += 3) {
    if ((end[probe] as number) - (start[probe] as number) > 1 || !(joins(scan, probe) || (probe + 1 < count && joins(scan, probe + 1)))) continue;
    let first = probe;
    while (first > 0 && joins(scan, first)) first--;
    let last = probe;
    while (last + 1 < count && joins(scan, last + 1)) last++;
    probe = Math.max(probe, last);
    closeLetters(scan, first, last, edits);
  }
}

/** True where a token and the one before it are letters with no more than blanks, a dot or a hyphen between them. */
function joins(scan: Scan, token: number): boolean {
  if (!isSingle(scan, token, INFO.LETTER) || !isSingle(scan, token - 1, INFO.LETTER)) return false;
  return /^(?: {1,3}|[.-])$/.test(scan.text.slice(endOf(scan, token - 1), startOf(scan, token)));
}

function closeLetters(scan: Scan, first: number, last: number, edits: Edit[]): void {
  const letters = last - first + 1;
  const text = (from: number, to: number): string => scan.text.slice(from, to);
  const isCue = letters === 3 && CUES.has(text(startOf(scan, first), endOf(scan, last)).replace(/[ .-]/g, "").toLowerCase());
  if (!isCue && letters < LEAST_LETTERS) return;
  const gaps = Array.from({ length: letters - 1 }, (_, k) => text(endOf(scan, first + k), startOf(scan, first + k + 1)));
  closeGaps(scan, first, gaps, edits);
  const end = endOf(scan, last);
  if (gaps[0] === "." && text(end, end + 1) === ".") edits.push({ start: end, end: end + 1, put: "" });
}

const QUOTE_MARKS = /(?:[ \t]{0,3}>){0,6}[ \t]{0,3}/y;
/** A line of quoted-printable (RFC 2045) that a mail program did not decode, and characters that it codes. */
const CODED = /=(?:20|09|3D|2E|2D|40|3A|2C)|=[CE][0-9A-F]=[89AB][0-9A-F](?:=[89AB][0-9A-F])?/g;

/** Where a line ends inside a value: a soft break, a hyphen between digits, a bracketed area code, the sign of an address. */
function brokenLines(text: string, edits: Edit[]): void {
  let coded = false;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    let end = at;
    let last = text.charCodeAt(end - 1);
    if (last === 13) last = text.charCodeAt(--end - 1);
    if (last === 61) {
      if (!/[^\s=]/.test(text.charAt(end - 2)) && !/\S /.test(text.slice(end - 3, end - 1))) continue;
      edits.push({ start: end - 1, end: at + 1, put: "" });
      coded = true;
    } else if (last === 45 || last === 41 || last === 64) joinLines(text, end, at, edits);
    else if (last === 48 && text.startsWith("=2", end - 3)) coded = true;
  }
  if (!coded) return;
  for (const match of text.matchAll(CODED)) {
    const { index = 0 } = match;
    edits.push({ start: index, end: index + match[0].length, put: decoded(match[0]) });
  }
}

function joinLines(text: string, end: number, at: number, edits: Edit[]): void {
  QUOTE_MARKS.lastIndex = at + 1;
  const next = at + 1 + (QUOTE_MARKS.exec(text)?.[0].length ?? 0);
  const before = text.slice(Math.max(0, end - 6), end);
  const after = text.slice(next, next + 12);
  if (/\d-$/.test(before) && /^\d/.test(after)) edits.push({ start: end, end: next, put: "" });
  else if (/[\w.]@$/.test(before) && /^[\w-]+\.\w/.test(after)) edits.push({ start: end, end: next, put: "" });
  else if (/\(\d{3}\)$/.test(before) && /^\d{3}[-. ]\d{4}/.test(after)) edits.push({ start: end, end: next, put: " " });
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code.replace(/=/g, "%"));
  } catch {
    return " ";
  }
}
