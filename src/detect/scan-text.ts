/** One cheap pass over a text: words with their hashes, digit runs, `@` and links. Rules look only where it found something. */
import { BEYOND_ASCII } from "./fold.ts";
import { FLAG, FLAG_SHIFT, FOLD, foldRare, HASH_SEED, HASH_STEP, isDecoded, MARK, markedWord, MASK, WORDS } from "./lexicon/index.ts";
import { INFO } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** Of a character: below 2^16 what is hashed of it, above that which kind of letter or digit it is. 0 or less: no part of a word. */
const UPPER = 1 << 16;
const LOWER = 1 << 17;
const DIGIT = 1 << 18;
const LETTERS = UPPER | LOWER;
const RARE = 1 << 19;
/** Of a word: any but small letters of ASCII and Latin. */
const UNLIKE_PROSE = UPPER | DIGIT | RARE;
const CHARACTER = UPPER - 1;
const BREAK = -1;
const STOP = -2;
const OPEN = -3;
const AT = -4;
const COLON = -5;
/** What `fold.ts` may change, but for letters. */
const ODD = -6;
const LATIN = 0x180;
const APOSTROPHE = 39;
const CODES: readonly number[] = codeTable();
const BEFORE_A = 96;
const BEHIND_Z = 123;
const IS_TERM = FLAG.TERM << FLAG_SHIFT;
const PHRASE_START = FLAG.PHRASE_START << FLAG_SHIFT;
const PHRASE_SECOND = FLAG.PHRASE_SECOND << FLAG_SHIFT;
const { imul } = Math;
// By name: an engine without a compiler looks a property up every time.
const { UPPER: CAPITAL, CAPS, DIGIT: NUMBER, LETTER, LINK: IN_LINK, LINE, SENTENCE, ODD: BEYOND } = INFO;
const OPENS_GATE = INFO.DIGIT | INFO.UPPER | MARK.GATE;
/** What `landmarks.ts` sorts out. */
const LISTED = IS_TERM | INFO.DIGIT | MARK.TOLD | MARK.TOPIC;
/** Second words of phrases, listed where a first word stands before them. */
const SECOND = PHRASE_SECOND | MARK.TOLD_SECOND;
/** What most words of prose have none of. */
const NOTABLE = OPENS_GATE | LISTED | SECOND;

/** True where a word and the next may begin a listed phrase. */
function goesOn(before: number, info: number): boolean {
  return ((info & PHRASE_SECOND) !== 0 && (before & PHRASE_START) !== 0) || ((info & MARK.TOLD_SECOND) !== 0 && (before & MARK.TOLD_FIRST) !== 0);
}

/** An opening bracket this far behind a word belongs to it: "Rosa (34F)", "Tran, (DOB …". */
const BRACKET_REACH = 3;

/** "(34F)", "(DOB …", "(b. 1961)", "(Jan 3": what charts set behind a name begins with a digit or one of these. */
function opensChartNote(code: number): boolean {
  return (code >= 48 && code <= 57) || "dmasbjfon".includes(String.fromCharCode(code | 32));
}

function codeTable(): number[] {
  const codes = new Array<number>(LATIN).fill(0);
  const fill = (from: number, to: number, kind: number): void => {
    for (let c = from; c <= to; c++) codes[c] = (FOLD[c] as number) | kind;
  };
  fill(65, 90, UPPER);
  fill(97, 122, LOWER);
  fill(48, 57, DIGIT);
  fill(0xc0, 0xde, UPPER);
  fill(0xdf, 0x17f, LOWER);
  codes[0xd7] = 0;
  codes[0xf7] = 0;
  for (const c of [9, 10, 11, 12, 13, 124]) codes[c] = BREAK;
  for (const c of [33, 46, 59, 63]) codes[c] = STOP;
  codes[40] = OPEN;
  codes[64] = AT;
  codes[58] = COLON;
  for (let c = 0; c < 0xc0; c++) if (BEYOND_ASCII.test(String.fromCharCode(c))) codes[c] = ODD;
  return codes;
}

/** Letters outside Latin count as lower case, so that a word in another script is one token and never looks like a name. */
function rareCode(code: number): number {
  return code >= 0x370 && !(code >= 0x2000 && code <= 0x2bff) && code < 0xd800 ? foldRare(code) | LOWER | RARE : code >= LATIN ? ODD : 0;
}

function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < LATIN ? (CODES[code] as number) : rareCode(code);
}

interface Columns {
  readonly size: number;
  used: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly hash: Int32Array;
  readonly info: Int32Array;
  readonly queue: Int32Array;
  readonly listed: Int32Array;
}

function columnsOf(size: number): Columns {
  const column = (): Int32Array => new Int32Array(size);
  return { size, used: 0, start: column(), end: column(), hash: column(), info: column(), queue: column(), listed: column() };
}

/** Short texts share columns, each with a stretch of its own: six new arrays a mail cost as much as reading it. Few at first: room that is never used takes time to make too. */
const LEAST_SHARED = 4096;
const MOST_SHARED = 65_536;
let shared = columnsOf(LEAST_SHARED);

/** For whoever begins a draft and keeps no scan of another: what the columns held is written over, while it is still near the processor. */
export function reuseColumns(): void {
  shared.used = 0;
}

/** Columns with room for the tokens of a text: two tokens never touch. */
function columnsFor(length: number): Columns {
  const most = (length >> 1) + 1;
  if (most > MOST_SHARED >> 2) return columnsOf(most);
  if (shared.used + most > shared.size) shared = columnsOf(Math.min(MOST_SHARED, Math.max(shared.size, most * 2) * 2));
  return shared;
}

const LINK = /(?:https?|ftp):\/\/[^\s<>"'|]{1,2000}|www\.[^\s<>"'|./]{1,63}\.[^\s<>"'|.][^\s<>"'|]{0,2000}/iy;

/** Notes the web address that starts at `start`; returns its end, or -1 where none starts. Closing punctuation belongs to the sentence. */
function linkAt({ links }: Found, text: string, start: number): number {
  LINK.lastIndex = start;
  const match = LINK.exec(text);
  if (match === null) return -1;
  let end = start + match[0].length;
  while (end > start && ".,;:!?)]}'*_".includes(text.charAt(end - 1))) end--;
  links.push(start, end);
  return end;
}

/** Where the last word of a text begins that goes on to its end; no word that begins before it does. The length where none does. */
function lastOpen(text: string): number {
  let at = text.length;
  while (at > 0 && (codeAt(text, at - 1) > 0 || text.charCodeAt(at - 1) === APOSTROPHE)) at--;
  return at;
}

/**
 * Finds the tokens of a text. Linear; reads each character once, and hashes a word (as `wordHash` does) and looks it up on the way.
 * `plain`: whoever asks will fold the text where it holds a sign that folding may change, so that the scan ends there.
 */
export function scanText(text: string, plain = false): Scan {
  const { length } = text;
  // Names of this function alone: an engine without a compiler looks outer ones up every time.
  const codes = CODES, words = WORDS, mask = MASK, capital = CAPITAL, notable = NOTABLE, stopsAt = plain ? BEYOND : 0;
  const found: Found = { columns: columnsFor(length), at: [], links: [], brackets: [] };
  const { start: starts, end: ends, hash: hashes, info: infos, queue, listed, used: from } = found.columns;
  const open = lastOpen(text);
  let row = from, queued = from, noted = from, i = 0, linkUntil = -1, seen = 0;
  let lead: number = LINE | SENTENCE, code = text.charCodeAt(0), entry = codeAt(text, 0);
  // Of the last word with an apostrophe: a possessive ending is no part of the hash.
  let stem = 0, apostrophe = -2;
  while (i < length) {
    if (entry <= 0) {
      if (entry < 0 && ((lead |= between(found, text, i, entry, row, lead)) & stopsAt) !== 0) break;
      if (++i === length) break;
      code = text.charCodeAt(i);
      entry = code < LATIN ? (codes[code] as number) : rareCode(code);
      continue;
    }
    const start = i++;
    let info = (entry & UPPER) === 0 ? lead : lead | capital;
    let kinds = entry, hash = ((HASH_SEED ^ (entry & CHARACTER)) * HASH_STEP) | 0;
    for (;;) {
      if (start < open) {
        const run = i;
        for (; (code = text.charCodeAt(i)) > BEFORE_A && code < BEHIND_Z; i++) hash = ((hash ^ code) * HASH_STEP) | 0;
        if (i !== run) kinds |= LOWER;
      } else if (i === length) break;
      else code = text.charCodeAt(i);
      entry = code < LATIN ? (codes[code] as number) : rareCode(code);
      if (entry <= 0) {
        if (code !== APOSTROPHE || (kinds & LETTERS) === 0) break;
        const after = codeAt(text, i + 1);
        if (after <= 0 || (after & LETTERS) === 0) break;
        entry = after;
        apostrophe = i++;
        stem = hash;
        hash = ((hash ^ APOSTROPHE) * HASH_STEP) | 0;
      }
      kinds |= entry;
      hash = ((hash ^ (entry & CHARACTER)) * HASH_STEP) | 0;
      i++;
    }
    if ((kinds & LETTERS) === 0) {
      hash = 0;
      info |= NUMBER;
    } else {
      // `finishHash` and `placeOf`, written out: two calls a word are a tenth of the scan.
      if (apostrophe === i - 2 && isS(text.charCodeAt(i - 1))) hash = stem;
      hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = ((hash ^ (hash >>> 13)) & ~1) || 2;
      let place = (hash ^ (hash >>> 16)) & mask;
      let key = words[place * 2] as number;
      for (; key !== hash && key !== 0; key = words[place * 2] as number) place = (place + 1) & mask;
      const known = words[place * 2 + 1] as number;
      info |= LETTER | (known > 0 || (known === 0 && isDecoded(hash)) ? known : markedWord(hash));
      if ((kinds & UNLIKE_PROSE) !== 0) info |= kindInfo(kinds, info, i - start);
      if (entry < 0 && (code === 58 || code === 46) && linkUntil < start && startsLink(text, start, i)) linkUntil = linkAt(found, text, start);
    }
    if (start < linkUntil) info |= IN_LINK;
    if ((info & notable) !== 0) {
      if ((info & OPENS_GATE) !== 0 && (info & IN_LINK) === 0) queue[queued++] = row - from;
      if ((info & LISTED) !== 0 || ((info & SECOND) !== 0 && row > from && goesOn(infos[row - 1] as number, info))) listed[noted++] = row - from;
    }
    starts[row] = start;
    ends[row] = i;
    hashes[row] = hash;
    infos[row++] = info;
    seen |= info;
    lead = 0;
  }
  return scanOf(text, found, from, row, queued, noted, seen | lead);
}

/** What `INFO` says of a word with capitals, digits or rare letters. */
function kindInfo(kinds: number, info: number, length: number): number {
  const caps = (kinds & LOWER) === 0 && (info & CAPITAL) !== 0 && length > 1 ? CAPS : 0;
  return caps | ((kinds & DIGIT) === 0 ? 0 : NUMBER) | ((kinds & RARE) === 0 ? 0 : BEYOND);
}

interface Found {
  readonly columns: Columns;
  readonly at: number[];
  readonly links: number[];
  readonly brackets: number[];
}

/** What a character between words says of the next word: bits of `INFO`. */
function between({ columns, at, brackets }: Found, text: string, i: number, entry: number, row: number, lead: number): number {
  if (entry === STOP) return stopAt(text, i);
  if (entry === BREAK) return breakAt(text.charCodeAt(i), lead);
  if (entry === COLON) return 0;
  if (entry === ODD) return BEYOND;
  const before = row - columns.used - 1;
  if (entry === AT) at.push(i);
  else if (before >= 0 && i - (columns.end[row - 1] as number) < BRACKET_REACH && opensChartNote(text.charCodeAt(i + 1))) brackets.push(before);
  return 0;
}

function scanOf(text: string, { columns, at, links, brackets }: Found, from: number, row: number, queued: number, noted: number, seen: number): Scan {
  columns.used = row;
  const part = ({ buffer }: Int32Array, until: number): Int32Array => new Int32Array(buffer, from * Int32Array.BYTES_PER_ELEMENT, until - from);
  return {
    text, count: row - from, start: part(columns.start, row), end: part(columns.end, row), hash: part(columns.hash, row), info: part(columns.info, row), seen,
    queue: part(columns.queue, queued), listed: part(columns.listed, noted), at, links, brackets,
    termTokens: [], terms: [], tying: [], told: [], numbers: [], rooms: [], topics: [],
  };
}

function isS(code: number): boolean {
  return code === 0x73 || code === 0x53;
}

/** A line may be wrapped in the middle of a sentence; a blank line, a cell border or a field border ends it. */
function breakAt(code: number, lead: number): number {
  if (code === 13) return 0;
  if (code === 10 && (lead & LINE) === 0) return LINE;
  return LINE | SENTENCE;
}

/** A stop ends a sentence when white space follows; the dot of "J.S." or "4.5" does not. */
function stopAt(text: string, at: number): number {
  const after = text.charCodeAt(at + 1);
  if (!(after === 32 || after === 10 || after === 13 || after === 9 || Number.isNaN(after))) return 0;
  if (text.charCodeAt(at) !== 46) return SENTENCE;
  // "Mr. Lopez", "Richard K. based": a short word before the dot is an abbreviation or an initial.
  const before = codeAt(text, at - 2);
  if (before <= 0) return 0;
  return (before & UPPER) !== 0 && codeAt(text, at - 3) <= 0 ? 0 : SENTENCE;
}

function startsLink(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (first === 104) return end - start <= 5 && text.charCodeAt(end) === 58;
  if (first === 102) return end - start === 3 && text.charCodeAt(end) === 58;
  return first === 119 && end - start === 3 && text.charCodeAt(end) === 46;
}
