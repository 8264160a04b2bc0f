/** One cheap pass over a text: words with their hashes, digit runs, `@` and links. Rules look only where it found something. */
import { finishHash, FLAG, FOLD, foldRare, HASH_SEED, HASH_STEP, wordFlags } from "./lexicon/index.ts";

/** Bits of `Scan.info`; the lexicon's flags stand from bit 8 up. */
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
} as const;
export const FLAG_SHIFT = 8;

/** Tokens are runs of letters and digits, with apostrophes between letters. Parallel arrays, one entry a token. */
export interface Scan {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 0 for a token without letters. */
  readonly hash: Int32Array;
  readonly info: Int32Array;
  /** Positions of `@`. */
  readonly at: readonly number[];
  /** Starts and ends of web addresses, in turn. */
  readonly links: readonly number[];
  /** Tokens at which a health term or a listed phrase may begin. */
  readonly care: readonly number[];
  /** Tokens with a digit. */
  readonly numbers: readonly number[];
}

const CLASS_UPPER = 1;
const CLASS_LOWER = 2;
const CLASS_DIGIT = 3;
const CLASS_BREAK = 4;
const CLASS_STOP = 5;
const CLASS_AT = 6;
const LATIN = 0x180;
const CLASSES = classTable();
const CLASS_BITS = 3;
const CLASS_MASK = 7;
/** From here up an entry has a character to hash. */
const FOLDED = 1 << CLASS_BITS;
/** Class and hashed character of each code below `LATIN` in one look-up. */
const CODES = CLASSES.map((kind, code) => ((FOLD[code] as number) << CLASS_BITS) | kind);
const LETTERS = (1 << CLASS_UPPER) | (1 << CLASS_LOWER);
const LOWERS = 1 << CLASS_LOWER;
const DIGITS = 1 << CLASS_DIGIT;
const OPENS_TERM = FLAG.TERM | FLAG.PHRASE_START;
const { imul } = Math;

function classTable(): Uint16Array {
  const table = new Uint16Array(LATIN);
  for (let c = 65; c <= 90; c++) table[c] = CLASS_UPPER;
  for (let c = 97; c <= 122; c++) table[c] = CLASS_LOWER;
  for (let c = 48; c <= 57; c++) table[c] = CLASS_DIGIT;
  for (let c = 0xc0; c < 0xdf; c++) table[c] = CLASS_UPPER;
  for (let c = 0xdf; c < 0x180; c++) table[c] = CLASS_LOWER;
  table[0xd7] = 0;
  table[0xf7] = 0;
  for (const c of [9, 10, 11, 12, 13, 124]) table[c] = CLASS_BREAK;
  for (const c of [33, 46, 59, 63]) table[c] = CLASS_STOP;
  table[64] = CLASS_AT;
  return table;
}

/** Letters outside Latin count as lower case, so that a word in another script is one token and never looks like a name. */
export function classOf(code: number): number {
  if (code < LATIN) return CLASSES[code] as number;
  return code >= 0x370 && !(code >= 0x2000 && code <= 0x2bff) && code < 0xd800 ? CLASS_LOWER : 0;
}

function rareEntry(code: number): number {
  return (foldRare(code) << CLASS_BITS) | classOf(code);
}

interface Columns {
  readonly size: number;
  used: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly hash: Int32Array;
  readonly info: Int32Array;
}

function columnsOf(size: number): Columns {
  return { size, used: 0, start: new Int32Array(size), end: new Int32Array(size), hash: new Int32Array(size), info: new Int32Array(size) };
}

/** Short texts share columns, each with a stretch of its own: four new arrays a mail cost as much as reading it. */
const SHARED = 16_384;
let shared = columnsOf(SHARED);

/** Columns with room for the tokens of a text: two tokens never touch. */
function columnsFor(length: number): Columns {
  const most = (length >> 1) + 1;
  if (most > SHARED >> 2) return columnsOf(most);
  if (shared.used + most > SHARED) shared = columnsOf(SHARED);
  return shared;
}

const LINK = /(?:https?|ftp):\/\/[^\s<>"'|]{1,2000}|www\.[^\s<>"'|./]{1,63}\.[^\s<>"'|.][^\s<>"'|]{0,2000}/iy;

/** End of the web address that starts at `start`, or -1. Closing punctuation belongs to the sentence. */
function linkEnd(text: string, start: number): number {
  LINK.lastIndex = start;
  const match = LINK.exec(text);
  if (match === null) return -1;
  let end = start + match[0].length;
  while (end > start && ".,;:!?)]}'*_".includes(text.charAt(end - 1))) end--;
  return end;
}

/** Finds the tokens of a text. Linear; reads each character once, and hashes a word on the way. */
export function scanText(text: string): Scan {
  const { length } = text;
  const columns = columnsFor(length);
  const { start: starts, end: ends, hash: hashes, info: infos } = columns;
  const from = columns.used;
  const [at, links, care, numbers]: [number[], number[], number[], number[]] = [[], [], [], []];
  let row = from;
  let lead: number = INFO.LINE | INFO.SENTENCE;
  let linkUntil = -1;
  let i = 0;
  while (i < length) {
    let code = text.charCodeAt(i);
    let entry = code < LATIN ? (CODES[code] as number) : rareEntry(code);
    const kind = entry & CLASS_MASK;
    if (kind === 0 || kind > CLASS_DIGIT) {
      if (kind === CLASS_BREAK) lead |= breakAt(code, lead);
      else if (kind === CLASS_STOP) lead |= stopAt(text, i);
      else if (kind === CLASS_AT) at.push(i);
      i++;
      continue;
    }
    const start = i;
    let seen = 0;
    let hash = HASH_SEED;
    // A possessive ending is no part of the hash.
    let stem = 0;
    let apostrophe = -2;
    for (;;) {
      seen |= 1 << (entry & CLASS_MASK);
      if (entry >= FOLDED) hash = imul(hash ^ (entry >> CLASS_BITS), HASH_STEP);
      if (++i === length) break;
      code = text.charCodeAt(i);
      entry = code < LATIN ? (CODES[code] as number) : rareEntry(code);
      if ((entry & CLASS_MASK) === 0 || (entry & CLASS_MASK) > CLASS_DIGIT) {
        if (code !== 39 || (seen & LETTERS) === 0 || !letterAt(text, i + 1)) break;
        apostrophe = i;
        stem = hash;
        hash = imul(hash ^ 39, HASH_STEP);
        code = text.charCodeAt(++i);
        entry = code < LATIN ? (CODES[code] as number) : rareEntry(code);
      }
    }
    starts[row] = start;
    ends[row] = i;
    let info = lead;
    if ((seen & LETTERS) !== 0) {
      if (apostrophe === i - 2 && isS(text.charCodeAt(i - 1))) hash = stem;
      hash = finishHash(hash);
      hashes[row] = hash;
      const flags = wordFlags(hash);
      if ((flags & OPENS_TERM) !== 0) care.push(row - from);
      info |= INFO.LETTER | (flags << FLAG_SHIFT);
      if ((code === 58 || code === 46) && linkUntil < start && startsLink(text, start, i)) {
        linkUntil = linkEnd(text, start);
        if (linkUntil > 0) links.push(start, linkUntil);
      }
    } else hashes[row] = 0;
    if ((seen & DIGITS) !== 0) {
      info |= INFO.DIGIT;
      numbers.push(row - from);
    }
    if (kind === CLASS_UPPER) info |= (seen & LOWERS) === 0 && i - start > 1 ? INFO.UPPER | INFO.CAPS : INFO.UPPER;
    if (start < linkUntil) info |= INFO.LINK;
    infos[row] = info;
    row++;
    lead = 0;
  }
  columns.used = row;
  const view = (column: Int32Array): Int32Array => column.subarray(from, row);
  return { text, count: row - from, start: view(starts), end: view(ends), hash: view(hashes), info: view(infos), at, links, care, numbers };
}

function letterAt(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  return kind === CLASS_UPPER || kind === CLASS_LOWER;
}

function isS(code: number): boolean {
  return code === 0x73 || code === 0x53;
}

/** A line may be wrapped in the middle of a sentence; a blank line, a cell border or a field border ends it. */
function breakAt(code: number, lead: number): number {
  if (code === 13) return 0;
  if (code === 10 && (lead & INFO.LINE) === 0) return INFO.LINE;
  return INFO.LINE | INFO.SENTENCE;
}

/** A stop ends a sentence when white space follows; the dot of "J.S." or "4.5" does not. */
function stopAt(text: string, at: number): number {
  const after = text.charCodeAt(at + 1);
  if (!(after === 32 || after === 10 || after === 13 || after === 9 || Number.isNaN(after))) return 0;
  if (text.charCodeAt(at) !== 46) return INFO.SENTENCE;
  // "Mr. Lopez", "Richard K. based": a short word before the dot is an abbreviation or an initial.
  const before = classOf(text.charCodeAt(at - 2));
  if (before === 0 || before > CLASS_DIGIT) return 0;
  const two = classOf(text.charCodeAt(at - 3));
  const capital = classOf(text.charCodeAt(at - 2)) === CLASS_UPPER;
  return (two === 0 || two > CLASS_DIGIT) && capital ? 0 : INFO.SENTENCE;
}

function startsLink(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (first === 104) return end - start <= 5 && text.charCodeAt(end) === 58;
  if (first === 102) return end - start === 3 && text.charCodeAt(end) === 58;
  return first === 119 && end - start === 3 && text.charCodeAt(end) === 46;
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

/** True where an ascending list of tokens has one in `[from, to]`. */
export function anyIn(tokens: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length && (tokens[low] as number) <= to;
}

/** The lexicon's flags of a token; 0 past either end. */
export function flagsOf(scan: Scan, token: number): number {
  return token < 0 || token >= scan.count ? 0 : (scan.info[token] as number) >> FLAG_SHIFT;
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
