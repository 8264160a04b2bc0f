/** Words that a scanner or a fax machine misread: digits for letters ("0steomye1itis", "R0SAL1ND"), and in a text with such a word letters that look alike ("metforrnin"). */
import { FLAG, wordFlags, wordHash } from "./lexicon/index.ts";
import { endOf, flagsOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** `put` was meant where `[start, end)` is written. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** What a digit is mistaken for, the likelier first. */
const LETTERS: Readonly<Record<string, string>> = { 0: "o", 1: "li", 5: "s", 8: "b" };
const LIKE_LETTERS = Object.keys(LETTERS).join("");
/** What a letter or two are mistaken for. */
const ALIKE: readonly (readonly [string, string])[] = [["rn", "m"], ["l", "i"], ["i", "l"], ["cl", "d"], ["vv", "w"]];
const CUES = new Set(["dob", "mrn", "ssn", "mbi", "npi"]);
/** Shorter words are codes: "B12", "S1", "8 oz". */
const SHORTEST = 4;
const LONGEST = 24;
const MOST_DIGITS = 4;
/** Without a digit in it a word must be long to be taken for another. */
const SHORTEST_ALIKE = 5;
const NAMED = FLAG.GIVEN | FLAG.SURNAME;
/** Parts of codes and addresses: "X-1C0N", "c0de@". */
const JOINS = "-_@/#.&=+\\";

function isKnown(word: string, flags: number): boolean {
  return (wordFlags(wordHash(word, 0, word.length)) & flags) !== 0;
}

/** True where few characters are digits, and each of these is like a letter. Most codes end here, before anything is made for them. */
function isLikeAWord(text: string, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    digits++;
    if (!LIKE_LETTERS.includes(text.charAt(at))) return false;
  }
  return digits <= MOST_DIGITS && digits * 2 <= end - start;
}

/** The ways to read a word's digits as letters. */
function readings(word: string): readonly string[] {
  let read = [""];
  for (const char of word) read = read.flatMap((begun) => Array.from(LETTERS[char] ?? char, (letter) => begun + letter));
  return read;
}

/** The letters for the digits of a word that begins at `start`; none where no reading of it is known. */
function lettersFor(word: string, start: number): readonly Misread[] {
  const lower = word.toLowerCase();
  // "İ" has two code units in small letters: the letters would no longer stand where the digits do.
  if (lower.length !== word.length) return [];
  const meant = readings(lower).find((one) => (one.length < SHORTEST ? CUES.has(one) : isKnown(one, FLAG.TERM | NAMED))) ?? "";
  const upper = !/[a-z]/.test(word);
  return Array.from(meant, (letter, k) => ({ start: start + k, end: start + k + 1, put: upper ? letter.toUpperCase() : letter })).filter((_, k) => /\d/.test(word.charAt(k)));
}

function standsAlone({ text }: Scan, start: number, end: number): boolean {
  const joined = (at: number, beyond: number): boolean => JOINS.includes(text.charAt(at) || " ") && /\w/.test(text.charAt(beyond));
  return !joined(start - 1, start - 2) && !joined(end, end + 1);
}

/** Of words with digits in them. */
function withDigits(scan: Scan): readonly Misread[] {
  const found: Misread[] = [];
  // By index: an iterator makes an object a step, and a long list has a hundred thousand numbers.
  for (let k = 0; k < scan.numbers.length; k++) {
    const token = scan.numbers[k] as number;
    if ((infoOf(scan, token) & (INFO.LETTER | INFO.LINK)) !== INFO.LETTER) continue;
    const start = startOf(scan, token);
    const end = endOf(scan, token);
    if (end - start < 3 || end - start > LONGEST || !isLikeAWord(scan.text, start, end) || !standsAlone(scan, start, end)) continue;
    found.push(...lettersFor(scan.text.slice(start, end), start));
  }
  return found;
}

/** The one mistake by which a word without digits is no health term or name. */
function alike(word: string, start: number, isCapital: boolean): Misread | undefined {
  for (const [wrong, right] of ALIKE) {
    for (let at = word.indexOf(wrong, 1); at > 0; at = word.indexOf(wrong, at + 1)) {
      const meant = word.slice(0, at) + right + word.slice(at + wrong.length);
      if (isKnown(meant.toLowerCase(), isCapital ? FLAG.TERM | NAMED : FLAG.TERM)) return { start: start + at, end: start + at + wrong.length, put: right };
    }
  }
  return undefined;
}

/** What is misread in a text, not in order. Letters are doubted only where digits show that it was read by a machine. */
export function misreadLetters(scan: Scan): readonly Misread[] {
  const found = withDigits(scan);
  if (found.length === 0) return found;
  const more: Misread[] = [];
  for (let token = 0; token < scan.count; token++) {
    const info = infoOf(scan, token);
    const start = startOf(scan, token);
    const end = endOf(scan, token);
    if ((info & (INFO.DIGIT | INFO.LINK)) !== 0 || flagsOf(scan, token) !== 0 || end - start < SHORTEST_ALIKE || end - start > LONGEST || !standsAlone(scan, start, end)) continue;
    const one = alike(scan.text.slice(start, end), start, (info & INFO.UPPER) !== 0);
    if (one !== undefined) more.push(one);
  }
  return [...found, ...more];
}
