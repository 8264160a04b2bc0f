/** What one place of a pattern takes: sets of symbols, read from the pattern's source. */
import { BACKSLASH, escapeEnd } from "./pattern-places.ts";

/** Symbols: the ASCII codes, one for every other character, one for either end of the text. */
export const OTHER = 128;
export const END = 129;
export const SYMBOLS = 130;

/** By symbol, 1 for what the place takes. */
export type Chars = Uint8Array;

/** Stands at a place of a pattern. */
export interface Reader {
  readonly source: string;
  readonly anyCase: boolean;
  at: number;
}

const WORD = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
const NAMED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, "0": 0 };

export const EVERYTHING: Chars = new Uint8Array(SYMBOLS).fill(1);
/** By what they are written as: rules have many places, but few that differ. None is changed once it is here. */
const KNOWN = new Map<string, Chars>();

function known(written: string, make: () => Chars): Chars {
  let chars = KNOWN.get(written);
  if (chars === undefined) KNOWN.set(written, chars = make());
  return chars;
}

export function charsOf(set: string): Chars {
  const chars = new Uint8Array(SYMBOLS);
  for (let k = 0; k < set.length; k++) chars[Math.min(set.charCodeAt(k), OTHER)] = 1;
  return chars;
}

/** Of one character, in either case where case makes no difference. */
export function oneChar(char: string, anyCase: boolean): Chars {
  return anyCase ? inAnyCase(charsOf(char)) : charsOf(char);
}

export function some(set: string | undefined): Chars {
  return set === undefined ? EVERYTHING : charsOf(set);
}

/** What stands before a match that none of the characters, written as `written`, may stand before. */
export function noneOf(written: string, chars: () => Chars): Chars {
  return known(`not ${written}`, () => {
    const rest = inverse(chars());
    rest[END] = 1;
    return rest;
  });
}

export function both(some: Chars, others: Chars): Chars {
  if (some === EVERYTHING || some === others) return others;
  const chars = new Uint8Array(SYMBOLS);
  for (let symbol = 0; symbol < SYMBOLS; symbol++) chars[symbol] = (some[symbol] as number) & (others[symbol] as number);
  return chars;
}

function inverse(chars: Chars): Chars {
  const rest = new Uint8Array(SYMBOLS);
  for (let symbol = 0; symbol < SYMBOLS; symbol++) rest[symbol] = 1 - (chars[symbol] as number);
  // Of what is not ASCII a class may name some.
  rest[OTHER] = 1;
  rest[END] = 0;
  return rest;
}

function inAnyCase(chars: Chars): Chars {
  for (let code = 65; code <= 90; code++) if (chars[code] === 1 || chars[code + 32] === 1) chars[code] = chars[code + 32] = 1;
  return chars;
}

/** What the place `source[at, end)` takes: a class, an escape, a dot or a character. */
export function charsAt({ source, anyCase }: Reader, at: number, end: number): Chars {
  return known((anyCase ? "i" : " ") + source.slice(at, end), () => {
    const again: Reader = { source, anyCase, at };
    const char = source.charAt(at);
    const chars = char === "[" ? readClass(again) : char === "." ? inverse(charsOf("\n\r")) : readOne(again);
    return anyCase ? inAnyCase(chars) : chars;
  });
}

function readClass(reader: Reader): Chars {
  const { source } = reader;
  reader.at++;
  const negated = source.charAt(reader.at) === "^";
  if (negated) reader.at++;
  const chars = new Uint8Array(SYMBOLS);
  while (reader.at < source.length && source.charAt(reader.at) !== "]") {
    const low = addOne(reader, chars);
    if (low < 0 || source.charAt(reader.at) !== "-" || source.charAt(reader.at + 1) === "]") continue;
    reader.at++;
    const high = addOne(reader, chars);
    for (let code = low + 1; code < high; code++) chars[code] = 1;
  }
  reader.at++;
  return negated ? inverse(reader.anyCase ? inAnyCase(chars) : chars) : chars;
}

/** Adds the next character of a class, or the next kind of characters, for which the symbol it gives back is -1. */
function addOne(reader: Reader, chars: Chars): number {
  const { source } = reader;
  const code = source.charCodeAt(reader.at);
  if (code !== BACKSLASH) {
    const symbol = Math.min(code, OTHER);
    chars[symbol] = 1;
    reader.at++;
    return symbol;
  }
  const more = readOne(reader);
  const first = more.indexOf(1);
  const last = more.lastIndexOf(1);
  for (let symbol = first; symbol <= last; symbol++) if (more[symbol] === 1) chars[symbol] = 1;
  return first === last ? first : -1;
}

function readOne(reader: Reader): Chars {
  const { source, at } = reader;
  if (source.charCodeAt(at) !== BACKSLASH) {
    reader.at++;
    return charsOf(source.charAt(at));
  }
  reader.at = escapeEnd(source, at);
  const escape = source.charAt(at + 1);
  const digits = source.slice(at + 2, reader.at).replace(/[{}]/g, "");
  if (escape === "p" || escape === "P") return inverse(new Uint8Array(SYMBOLS));
  if (digits !== "") return charsOf(String.fromCharCode(Math.min(parseInt(digits, 16), 0xffff)));
  const named = NAMED[escape];
  if (named !== undefined) return charsOf(String.fromCharCode(named));
  const kind = escape.toLowerCase();
  if (kind !== "d" && kind !== "w" && kind !== "s") return charsOf(escape);
  const chars = charsOf(kind === "d" ? WORD.slice(0, 10) : kind === "w" ? WORD : " \t\n\v\f\r\u00a0");
  return escape === kind ? chars : inverse(chars);
}
