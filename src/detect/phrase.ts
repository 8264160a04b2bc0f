/** The words of a listed phrase, hashed as the scan would see them. */
import { joinHash, wordHash } from "./lexicon/index.ts";

export interface Phrase {
  readonly hash: number;
  /** Hash of the first word. */
  readonly first: number;
  /** How many words. */
  readonly words: number;
}

const LETTER = 1;
const NUMBER = 2;
const APOSTROPHE = 39;
/** Below this the kinds are in a table: the classes of Unicode take an engine milliseconds to make, and only other scripts ask for them. */
const LATIN = 0x180;
const KINDS = kindTable();

function kindTable(): Uint8Array {
  const kinds = new Uint8Array(LATIN);
  kinds.fill(LETTER, 65, 91).fill(LETTER, 97, 123).fill(LETTER, 0xc0).fill(NUMBER, 48, 58);
  kinds[0xd7] = kinds[0xf7] = 0;
  for (const code of [0xaa, 0xb5, 0xba]) kinds[code] = LETTER;
  for (const code of [0xb2, 0xb3, 0xb9, 0xbc, 0xbd, 0xbe]) kinds[code] = NUMBER;
  return kinds;
}

function kindAt(text: string, at: number, to: number): number {
  return at < to ? (KINDS[text.charCodeAt(at)] as number) : 0;
}

/** Where the first word begins in `[from, to)`, a text of Latin letters; `to` where there is none. */
export function wordStart(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && kindAt(text, at, to) === 0) at++;
  return at;
}

/** Where the word ends that begins at `start`. */
export function wordEnd(text: string, start: number, to: number): number {
  let at = start;
  while (kindAt(text, at, to) !== 0) at++;
  while (text.charCodeAt(at) === APOSTROPHE && kindAt(text, at + 1, to) === LETTER) for (at++; kindAt(text, at, to) === LETTER;) at++;
  return at;
}

/** The phrase that stands at `[from, to)`. Goes by characters: at the first letter some thousand phrases are read, and strings of their words take three times as long. */
export function phraseIn(text: string, from: number, to: number): Phrase {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) >= LATIN) return rarePhrase(text.slice(from, to));
  let hash = 0, first = 0, words = 0;
  for (let start = wordStart(text, from, to); start < to;) {
    const end = wordEnd(text, start, to);
    const word = wordHash(text, start, end);
    hash = words++ === 0 ? (first = word) : joinHash(hash, word);
    start = wordStart(text, end, to);
  }
  return { hash, first, words };
}

function rarePhrase(phrase: string): Phrase {
  const words = (phrase.match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []).map((word) => wordHash(word, 0, word.length));
  const [first = 0, ...rest] = words;
  return { hash: rest.reduce(joinHash, first), first, words: words.length };
}

/** Hash of a word or phrase. */
export function phraseHash(phrase: string): number {
  return phraseIn(phrase, 0, phrase.length).hash;
}
