/** Whole words near a match. Cues are compared by hash, so that hundreds of them cost no more than a few. */
import { joinHash, markWord, wordHash } from "./lexicon/index.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

const FIRST_MASK = 2047;
/** Of a list that is not made yet: any word may begin an entry. */
const ANY = new Uint8Array(FIRST_MASK + 1).fill(1);

interface Made {
  readonly words: ReadonlyMap<number, string>;
  readonly longest: number;
  readonly begins: ReadonlySet<number>;
}

/** Hashes of words and of short phrases, with how they are written. Made when first asked: a mail asks few of the lists, and all together take as long to make as it takes to read. */
export class WordSet {
  /** One bit for the low bits of each first word's hash: most words are turned away without a look-up. */
  first: Uint8Array = ANY;
  private made: Made | undefined = undefined;
  private readonly phrases: () => readonly string[];

  constructor(phrases: () => readonly string[]) {
    this.phrases = phrases;
  }

  get words(): ReadonlyMap<number, string> {
    return (this.made ?? this.make()).words;
  }

  /** Of the longest entry, in words. */
  get longest(): number {
    return (this.made ?? this.make()).longest;
  }

  /** Hashes of the first words. */
  get begins(): ReadonlySet<number> {
    return (this.made ?? this.make()).begins;
  }

  private make(): Made {
    let longest = 1;
    const words = new Map<number, string>();
    const first = new Uint8Array(FIRST_MASK + 1);
    const begins = new Set<number>();
    for (const phrase of this.phrases()) {
      const parts = wordsIn(phrase);
      longest = Math.max(longest, parts.length);
      words.set(joined(parts), phrase);
      const begin = parts.length === 1 ? joined(parts) : joined(parts.slice(0, 1));
      begins.add(begin);
      first[begin & FIRST_MASK] = 1;
    }
    this.first = first;
    return (this.made = { words, longest, begins });
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

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
/** All that most phrases consist of: of those a blank parts the words. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

function wordsIn(phrase: string): readonly string[] {
  return PLAIN.test(phrase) ? phrase.split(" ") : (phrase.match(WORD) ?? []);
}

function joined(words: readonly string[]): number {
  let hash = 0;
  for (const word of words) hash = hash === 0 ? wordHash(word, 0, word.length) : joinHash(hash, wordHash(word, 0, word.length));
  return hash;
}

/** Hash of a word or phrase as the scan would see it. */
export function phraseHash(phrase: string): number {
  return joined(wordsIn(phrase));
}

/** `marks`: bits of `MARK` for the first word of each entry, so that the scan sees it; only for lists of the program itself. */
export function wordSet(phrases: readonly string[], marks = 0): WordSet {
  return marked(new WordSet(() => phrases), marks);
}

function marked(set: WordSet, marks: number): WordSet {
  if (marks !== 0) for (const begin of set.begins) markWord(begin, marks);
  return set;
}

/** Marks single words with `alone`, and of longer entries the first two words, and both joined with `alone` as well. */
export function markPhrases({ words }: WordSet, alone: number, first: number, second: number): void {
  for (const phrase of words.values()) {
    const [one = "", two] = wordsIn(phrase);
    if (two === undefined) markWord(joined([one]), alone);
    else {
      markWord(joined([one]), first);
      markWord(joined([two]), second);
      markWord(joined([one, two]), alone);
    }
  }
}

/** `wordSet` of words in one string, for the long lists. */
export function wordsOf(list: string, marks = 0): WordSet {
  return marked(new WordSet(() => list.split("\n").join().split(",").map((word) => word.trim()).filter((word) => word !== "")), marks);
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
