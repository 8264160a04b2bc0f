/** Whole words near a match. Cues are compared by hash, so that hundreds of them cost no more than a few. */
import { joinHash, markWord, wordHash } from "./lexicon/index.ts";
import { phraseHash, phraseIn, wordEnd, wordStart } from "./phrase.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

const FIRST_MASK = 2047;
/** Of a list that is not made yet: any word may begin an entry. */
const ANY = new Uint8Array(FIRST_MASK + 1).fill(1);

interface Made {
  readonly words: ReadonlyMap<number, string>;
  readonly longest: number;
}

/** Hashes of words and of short phrases, with how they are written. Made when first asked: a mail asks few of the lists, and all together take as long to make as it takes to read. */
export class WordSet {
  /** One bit for the low bits of each first word's hash: most words are turned away without a look-up. */
  first: Uint8Array = ANY;
  private made: Made | undefined = undefined;
  readonly source: string | readonly string[];

  constructor(source: string | readonly string[]) {
    this.source = source;
  }

  get words(): ReadonlyMap<number, string> {
    return (this.made ?? this.make()).words;
  }

  /** Of the longest entry, in words. */
  get longest(): number {
    return (this.made ?? this.make()).longest;
  }

  private make(): Made {
    let longest = 1;
    const words = new Map<number, string>();
    const starts = new Uint8Array(FIRST_MASK + 1);
    const add = (text: string, from: number, to: number): void => {
      const phrase = phraseIn(text, from, to);
      longest = Math.max(longest, phrase.words);
      words.set(phrase.hash, text.slice(from, to));
      starts[phrase.first & FIRST_MASK] = 1;
    };
    const { source } = this;
    if (typeof source === "string") eachEntry(source, (from, to) => add(source, from, to));
    else for (const phrase of source) add(phrase, 0, phrase.length);
    this.first = starts;
    return (this.made = { words, longest });
  }
}

/** False where no listed word or phrase begins with the word of this hash. */
export function mayBegin(set: WordSet, hash: number): boolean {
  return set.first[hash & FIRST_MASK] === 1;
}

/** True for a listed single word. */
export function hasWord(set: WordSet, hash: number): boolean {
  return set.first[hash & FIRST_MASK] === 1 && set.words.has(hash);
}

/** True for a listed word or phrase, as the list writes it. */
export function lists(set: WordSet, phrase: string): boolean {
  return set.words.has(phraseHash(phrase));
}

/** `marks`: bits of `MARK` for the first word of each entry, so that the scan sees it; only for lists of the program itself. */
export function wordSet(phrases: readonly string[], marks = 0): WordSet {
  if (marks !== 0) for (const phrase of phrases) markEntry(phrase, 0, phrase.length, marks);
  return new WordSet(phrases);
}

/** Bits of `MARK`: for single words, and the first two words of a phrase joined; for its first word; for its second. */
export interface PhraseMarks {
  readonly alone: number;
  readonly first: number;
  readonly second: number;
}

/** `wordSet` of words in one string, parted by commas and lines, for the long lists. */
export function wordsOf(list: string, marks: number | PhraseMarks = 0): WordSet {
  if (marks !== 0) eachEntry(list, (from, to) => markEntry(list, from, to, marks));
  return new WordSet(list);
}

function markEntry(list: string, from: number, to: number, marks: number | PhraseMarks): void {
  const end = wordEnd(list, from, to);
  const one = wordHash(list, from, end);
  if (typeof marks === "number") return markWord(one, marks);
  const second = wordStart(list, end, to);
  if (second === to) return markWord(one, marks.alone);
  const two = wordHash(list, second, wordEnd(list, second, to));
  markWord(one, marks.first);
  markWord(two, marks.second);
  markWord(joinHash(one, two), marks.alone);
}

/** The hash of the first word of each entry of a list. The list itself is not made for it. */
export function firstWords({ source }: WordSet): readonly number[] {
  const hashes: number[] = [];
  const add = (list: string, from: number, to: number): number => hashes.push(wordHash(list, from, wordEnd(list, from, to)));
  if (typeof source === "string") eachEntry(source, (from, to) => add(source, from, to));
  else for (const phrase of source) add(phrase, 0, phrase.length);
  return hashes;
}

/** Where each entry of a list begins and ends. By hand: lists with marks are gone through at every start, and to split them into strings takes three times as long. */
function eachEntry(list: string, visit: (from: number, to: number) => void): void {
  const { length } = list;
  let line = -1;
  for (let from = 0; from < length;) {
    if (line < from) line = indexOr(list.indexOf("\n", from), length);
    const end = Math.min(line, indexOr(list.indexOf(",", from), length));
    let to = end;
    while (from < to && list.charCodeAt(from) === BLANK) from++;
    while (to > from && list.charCodeAt(to - 1) === BLANK) to--;
    if (from < to) visit(from, to);
    from = end + 1;
  }
}

const BLANK = 32;

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}

/** The listed word or phrase that begins at a token, longest first. */
export function listedAt(scan: Scan, token: number, set: WordSet): string | undefined {
  return listedFrom(scan, token, set)?.word;
}

export function listedFrom(scan: Scan, token: number, set: WordSet): { readonly word: string; readonly tokens: number } | undefined {
  let hash = hashOf(scan, token);
  if (hash === 0 || !mayBegin(set, hash)) return undefined;
  let best: { word: string; tokens: number } | undefined;
  for (let n = 1; ; n++) {
    const word = set.words.get(hash);
    if (word !== undefined) best = { word, tokens: n };
    const next = token + n;
    if (n >= set.longest || next >= scan.count || startOf(scan, next) - endOf(scan, next - 1) > 2) return best;
    const nextHash = hashOf(scan, next);
    if (nextHash === 0) return best;
    hash = joinHash(hash, nextHash);
  }
}

export interface CueHit {
  readonly cue: string;
  /** In characters, between cue and match. */
  readonly distance: number;
  readonly token: number;
}

/** The nearest listed word that ends before `offset`. Goes back over at most one line or cell border. */
export function cueBefore(scan: Scan, token: number, offset: number, reach: number, set: WordSet): CueHit | undefined {
  let borders = 0;
  for (let t = token - 1; t >= 0; t--) {
    if ((infoOf(scan, t + 1) & INFO.LINE) !== 0 && ++borders > 1) return undefined;
    if (offset - endOf(scan, t) > reach) return undefined;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined && endOf(scan, t + hit.tokens - 1) <= offset) {
      return { cue: hit.word, distance: offset - endOf(scan, t + hit.tokens - 1), token: t };
    }
  }
  return undefined;
}

/** The nearest listed word that starts after `offset`, on the same line. */
export function cueAfter(scan: Scan, token: number, offset: number, reach: number, set: WordSet): CueHit | undefined {
  for (let t = token; t < scan.count; t++) {
    if (startOf(scan, t) < offset) continue;
    if ((infoOf(scan, t) & INFO.LINE) !== 0 || startOf(scan, t) - offset > reach) return undefined;
    const cue = listedAt(scan, t, set);
    if (cue !== undefined) return { cue, distance: startOf(scan, t) - offset, token: t };
  }
  return undefined;
}

/** True where nothing but one space, or a hyphen, stands between a token and the next. */
export function adjacent(scan: Scan, token: number): boolean {
  if (token + 1 >= scan.count) return false;
  const end = endOf(scan, token);
  const gap = startOf(scan, token + 1) - end;
  if (gap !== 1) return false;
  const code = scan.text.charCodeAt(end);
  return code === 32 || code === 45;
}
