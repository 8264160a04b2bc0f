/** A text as its tokens, and how to ask for them. Made by `scan-text.ts`. */
import { FLAG_MASK, FLAG_SHIFT } from "./lexicon/index.ts";
import type { TermTag } from "./lexicon/index.ts";

/** Bits of `Scan.info`; the lexicon's flags and marks stand above them. */
export const INFO = {
  /** First character is a capital letter. */
  UPPER: 1,
  /** Every letter is a capital, and there are at least two. */
  CAPS: 2,
  DIGIT: 4,
  LETTER: 8,
  /** First token of a line or table cell. */
  LINE: 16,
  /** First token of a sentence. */
  SENTENCE: 32,
  /** Inside a web address. */
  LINK: 64,
  /** A health term begins here. */
  TERM: 128,
  /** In the word or before it stands what is no Latin letter and not of ASCII, or a control character: `fold.ts` may change it. */
  ODD: 1 << 27,
  /** Something near may tie a name that begins here to someone's care: see `markNear`. Above the marks of words. */
  NEAR: 1 << 30,
} as const;

/** A health term of the lexicon. */
export interface Term {
  readonly tag: TermTag;
  readonly hash: number;
  /** Number of tokens. */
  readonly tokens: number;
}

/** Tokens are runs of letters and digits, with apostrophes between letters. Parallel arrays, one entry a token; lists of tokens ascend. */
export interface Scan {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 0 for a token without letters. */
  readonly hash: Int32Array;
  readonly info: Int32Array;
  /** The bits of all tokens together, and what stands behind the last. */
  readonly seen: number;
  /** Tokens at which some gate of the pack may open: numbers, capitals, and words marked as gates. */
  readonly queue: Int32Array;
  /** Tokens that `landmarks.ts` sorts into the lists from `terms` on. */
  readonly listed: Int32Array;
  /** Positions of `@`. */
  readonly at: readonly number[];
  /** Starts and ends of web addresses, in turn. */
  readonly links: readonly number[];
  /** Tokens with an opening bracket close behind. */
  readonly brackets: readonly number[];
  readonly terms: Term[];
  /** The first tokens of the terms. */
  readonly termTokens: number[];
  /** Of those, the ones that can tie a name to someone's care: not "visit" and other weak words. */
  readonly tying: number[];
  /** First tokens of the words and phrases that tell of a patient beside a name. */
  readonly told: number[];
  /** Tokens with a digit. */
  readonly numbers: number[];
  /** Of those, the ones that may number a room or a bed. */
  readonly rooms: number[];
  /** Tokens with the mark TOPIC. */
  readonly topics: number[];
}

/** Index of the first token that ends after `offset`; `count` when there is none. */
export function tokenAt(scan: Scan, offset: number): number {
  let low = 0;
  let high = scan.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scan.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same, looked for from a token that is near. */
export function tokenNear({ start, end, count }: Scan, near: number, offset: number): number {
  let token = near;
  if (token < count && (start[token] as number) > offset) while (token > 0 && (end[token - 1] as number) > offset) token--;
  while (token < count && (end[token] as number) <= offset) token++;
  return token;
}

/** Index of the first entry of an ascending list that is not below `from`; its length when there is none. */
export function indexFrom(tokens: readonly number[], from: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where an ascending list of tokens has one in `[from, to]`. */
export function anyIn(tokens: readonly number[], from: number, to: number): boolean {
  const { length } = tokens;
  if (length === 0 || (tokens[length - 1] as number) < from || (tokens[0] as number) > to) return false;
  return (tokens[indexFrom(tokens, from)] as number) <= to;
}

/** The lexicon's flags of a token; 0 past either end. */
export function flagsOf(scan: Scan, token: number): number {
  return token < 0 || token >= scan.count ? 0 : ((scan.info[token] as number) >> FLAG_SHIFT) & FLAG_MASK;
}

export function infoOf(scan: Scan, token: number): number {
  return token < 0 || token >= scan.count ? 0 : (scan.info[token] as number);
}

export function startOf(scan: Scan, token: number): number {
  return token >= scan.count ? scan.text.length : (scan.start[token] as number);
}

export function endOf(scan: Scan, token: number): number {
  return token < 0 ? 0 : (scan.end[token] as number);
}

export function hashOf(scan: Scan, token: number): number {
  return token < 0 || token >= scan.count ? 0 : (scan.hash[token] as number);
}

/** Where the web address that starts at `start` ends; undefined where none starts. */
export function linkEndAt(scan: Scan, start: number): number | undefined {
  let low = 0;
  let high = scan.links.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scan.links[middle * 2] as number) <= start) low = middle;
    else high = middle - 1;
  }
  return scan.links[low * 2] === start ? scan.links[low * 2 + 1] : undefined;
}
