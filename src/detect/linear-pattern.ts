/**
 * Id shapes that an organisation writes. A policy reaches every Send, and a pattern that backtracks would hang Outlook, so only
 * this subset of regular expressions is taken: literals, `\d`, `\w`, classes, `?`, `{n}`, `{m,n}` on one place, and `|` between
 * whole alternatives. No groups, no `*` or `+`: every alternative has a greatest length, and the ways to read it have a limit.
 */

/** Characters of one place, by ASCII code. */
type CharSet = ReadonlySet<number>;

interface Place {
  readonly chars: CharSet;
  readonly least: number;
  readonly most: number;
}

export interface LinearPattern {
  /** Sticky; matches at most `LONGEST_VALUE` characters, with no letter or digit of a longer number on either side. */
  readonly regex: RegExp;
  /** ASCII codes of which one begins every match. */
  readonly first: CharSet;
}

/** Why a pattern is refused. `at` counts its characters from 1. */
export interface PatternProblem {
  readonly at: number;
  readonly sentence: string;
}

export type PatternResult = { readonly ok: true; readonly pattern: LinearPattern } | { readonly ok: false; readonly problem: PatternProblem };

export const LONGEST_VALUE = 40;
const LONGEST_PATTERN = 100;
const MOST_ALTERNATIVES = 10;
/** Ways in which one alternative can be read, the product over its varying places: bounds the work at one offset. */
const MOST_WAYS = 200;
const LEAST_VALUE = 4;
const LEAST_DIGITS = 2;

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Stand for themselves. Any other sign takes a backslash. */
const PLAIN = new Set(`${DIGITS}${LETTERS} -/_#:;,@&=%`);
const ESCAPABLE = new Set(".-/\\#:;,@&=%()[]{}|?*+^$");
const DIGIT_CODES: CharSet = codes(DIGITS);
const WORD_CODES: CharSet = codes(DIGITS + LETTERS);

function codes(chars: string): CharSet {
  return new Set(Array.from(chars, (char) => char.charCodeAt(0)));
}

class Refused extends Error {
  override readonly name = "Refused";
  readonly at: number;
  constructor(at: number, sentence: string) {
    super(sentence);
    this.at = at;
  }
}

/** Why signs that other regular expressions take are not taken here. */
const REASONS: Readonly<Record<string, string>> = {
  "(": "groups, lookaround and backreferences are not taken; write each alternative in full, with | between them",
  ")": "groups are not taken; write each alternative in full, with | between them",
  "*": "* has no upper bound; write {0,n} with the greatest number there can be",
  "+": "+ has no upper bound; write {1,n} with the greatest number there can be",
  ".": "a dot that stands for any character is not taken; write \\. for a dot, or the characters there can be in [ ]",
  "^": "the borders of a value are found without ^; remove it",
  "$": "the borders of a value are found without $; remove it",
  "?": "? must follow the one place that may be missing, once",
  "{": "{ } must follow the one place that repeats, once",
  "]": "there is no [ before this ]; write \\] for the sign itself",
  "}": "there is no { before this }; write \\} for the sign itself",
};

function reason(char: string): string {
  return REASONS[char] ?? `${JSON.stringify(char)} is not taken; write letters, digits, \\d, \\w, [ ], spaces, hyphens and signs with a backslash`;
}

interface Reader {
  readonly source: string;
  at: number;
}

function escaped(reader: Reader): CharSet {
  const at = reader.at + 1;
  const char = reader.source.charAt(at);
  reader.at += 2;
  if (char === "d") return DIGIT_CODES;
  if (char === "w") return WORD_CODES;
  if (ESCAPABLE.has(char)) return codes(char);
  if (char >= "0" && char <= "9" && char !== "") throw new Refused(at, "backreferences are not taken; write the shape again");
  throw new Refused(at, char === "" ? "a backslash must be followed by a sign" : `\\${char} is not taken; only \\d, \\w and a backslash before a sign are`);
}

/** One end of a range in a class, or a shorthand. */
function classItem(reader: Reader): CharSet {
  const char = reader.source.charAt(reader.at);
  if (char === "\\") return escaped(reader);
  if (!PLAIN.has(char) && char !== ".") throw new Refused(reader.at + 1, char === "" ? "the [ is not closed; add ]" : reason(char));
  reader.at += 1;
  return codes(char);
}

function readClass(reader: Reader): CharSet {
  const opened = reader.at;
  reader.at += 1;
  if (reader.source.charAt(reader.at) === "^") throw new Refused(reader.at + 1, "a class of all other characters is not taken; write the characters there can be");
  const chars = new Set<number>();
  while (reader.source.charAt(reader.at) !== "]") {
    const start = reader.at;
    const item = classItem(reader);
    const isRange = reader.source.charAt(reader.at) === "-" && reader.source.charAt(reader.at + 1) !== "]";
    for (const code of isRange ? range(reader, item, start) : item) chars.add(code);
  }
  reader.at += 1;
  if (chars.size === 0) throw new Refused(opened + 1, "the class is empty; write the characters there can be");
  return chars;
}

function range(reader: Reader, low: CharSet, start: number): CharSet {
  reader.at += 1;
  const high = classItem(reader);
  const [from = 0, to = 0] = [[...low][0], [...high][0]];
  const within = [DIGITS, LETTERS.slice(0, 26), LETTERS.slice(26)].some((run) => run.includes(String.fromCharCode(from)) && run.includes(String.fromCharCode(to)));
  if (low.size !== 1 || high.size !== 1 || !within || from > to) throw new Refused(start + 1, "a range goes from a digit to a digit or from a letter to a letter of the same case, upwards; put a hyphen itself last");
  return codes(String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, k) => from + k)));
}

function readChars(reader: Reader): CharSet {
  const char = reader.source.charAt(reader.at);
  if (char === "\\") return escaped(reader);
  if (char === "[") return readClass(reader);
  if (!PLAIN.has(char)) throw new Refused(reader.at + 1, reason(char));
  reader.at += 1;
  return codes(char);
}

const BRACES = /\{(\d{1,2})(?:,(\d{1,2}))?\}/y;

/** How often the place before may stand. At most one quantifier: `\d{2}?` and `(a+)+` mean trouble. */
function readCount(reader: Reader): { readonly least: number; readonly most: number } {
  const at = reader.at;
  const char = reader.source.charAt(at);
  if (char === "?") {
    reader.at += 1;
    return { least: 0, most: 1 };
  }
  if (char !== "{") return { least: 1, most: 1 };
  BRACES.lastIndex = at;
  const found = BRACES.exec(reader.source);
  if (found === null) throw new Refused(at + 1, `a repetition is {n} or {m,n}, with both numbers, ${LONGEST_VALUE} at most`);
  const least = Number(found[1]);
  const most = Number(found[2] ?? found[1]);
  if (most < least || most === 0 || most > LONGEST_VALUE) throw new Refused(at + 1, `a repetition goes from the smaller number to the greater, 1 to ${LONGEST_VALUE}`);
  reader.at += found[0].length;
  return { least, most };
}

function readAlternative(reader: Reader): readonly Place[] {
  const start = reader.at;
  const places: Place[] = [];
  while (reader.at < reader.source.length && reader.source.charAt(reader.at) !== "|") {
    const chars = readChars(reader);
    places.push({ chars, ...readCount(reader) });
  }
  checkAlternative(places, start);
  return places;
}

function checkAlternative(places: readonly Place[], start: number): void {
  const sum = (count: (place: Place) => number): number => places.reduce((total, place) => total + count(place), 0);
  if (places.length === 0) throw new Refused(start + 1, "an alternative is empty; write a shape, or remove the |");
  if (sum((place) => place.most) > LONGEST_VALUE) throw new Refused(start + 1, `a value could be longer than ${LONGEST_VALUE} characters; lower the repetitions`);
  if (sum((place) => place.least) < LEAST_VALUE) throw new Refused(start + 1, `a value could be shorter than ${LEAST_VALUE} characters, and so short a text stands everywhere; raise the repetitions`);
  const digits = sum((place) => ([...place.chars].every((code) => DIGIT_CODES.has(code)) ? place.least : 0));
  if (digits < LEAST_DIGITS) throw new Refused(start + 1, `a plain word could have this shape; write at least ${LEAST_DIGITS} places that take only digits`);
  const ways = places.reduce((product, place) => product * (place.most - place.least + 1), 1);
  if (ways > MOST_WAYS) throw new Refused(start + 1, `it can be read in ${ways} ways, at most ${MOST_WAYS} are taken; write more exact repetitions`);
  const first = places.find(({ least }) => least > 0);
  const starts = places.slice(0, first === undefined ? undefined : places.indexOf(first) + 1);
  if (starts.some(({ chars }) => [...chars].some((code) => !WORD_CODES.has(code)))) throw new Refused(start + 1, "a value begins with a letter or a digit; leave the sign before it out");
}

function sourceOf({ chars, least, most }: Place): string {
  const all = [...chars].map((code) => `\\x${code.toString(16).padStart(2, "0")}`).join("");
  return `[${all}]${least === 1 && most === 1 ? "" : `{${least},${most}}`}`;
}

function firstOf(places: readonly Place[]): readonly number[] {
  const first: number[] = [];
  for (const { chars, least } of places) {
    first.push(...chars);
    if (least > 0) break;
  }
  return first;
}

/** Letters count in both cases. */
function bothCases(all: readonly number[]): CharSet {
  return codes(all.map((code) => `${String.fromCharCode(code).toLowerCase()}${String.fromCharCode(code).toUpperCase()}`).join(""));
}

function compile(alternatives: readonly (readonly Place[])[]): LinearPattern {
  const body = alternatives.map((places) => places.map(sourceOf).join("")).join("|");
  // Part of a longer number, "212-555-0142", is another number.
  const regex = new RegExp(`(?<![A-Z\\d]|\\d[-./])(?:${body})(?![A-Z\\d]|[-./]\\d)`, "iy");
  return { regex, first: bothCases(alternatives.flatMap(firstOf)) };
}

/** Reads and compiles a pattern, or says at which character it leaves the subset, and why. Case makes no difference to a match. */
export function linearPattern(source: string): PatternResult {
  const reader: Reader = { source, at: 0 };
  try {
    if (source.length > LONGEST_PATTERN) throw new Refused(LONGEST_PATTERN + 1, `the pattern is longer than ${LONGEST_PATTERN} characters; shorten it`);
    const alternatives: (readonly Place[])[] = [];
    do {
      if (alternatives.length > 0) reader.at += 1;
      if (alternatives.length === MOST_ALTERNATIVES) throw new Refused(reader.at + 1, `there are more than ${MOST_ALTERNATIVES} alternatives; make two patterns`);
      alternatives.push(readAlternative(reader));
    } while (reader.at < source.length);
    return { ok: true, pattern: compile(alternatives) };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, problem: { at: thrown.at, sentence: thrown.message } };
    throw thrown;
  }
}
