/** Decodes the packed lists once, at load, into an open-addressing table. */
import type { SensitiveClass } from "../../contract/index.ts";
import { PACKED } from "./packed.ts";
import { FLAG_MASK, FLAG_SHIFT } from "./marks.ts";
import { FLAG } from "./tags.ts";
import type { Strength, TermClass, TermTag } from "./tags.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A distance between hashes takes three digits; each of these before it adds all that three digits can tell. */
const CARRY = "~".charCodeAt(0);
const CARRY_BITS = 18;

const VALUE_OF = valueTable();
const FLAG_SETS = PACKED.flagSets.split(" ").map(Number);
const TAGS = PACKED.tags.split(" ").map(readTag);

/** A power of two at least twice the number of entries, so that a look-up seldom takes a second step. */
const SIZE = tableSize(PACKED.flags.length);
const MASK = SIZE - 1;
/** In turn the hash of a word, 0 where there is none, and its flags and marks as a token's `info` has them: one line of the processor's memory holds both. */
const WORDS = new Int32Array(SIZE * 2);
/** Index into TAGS, plus one; 0 where the word is no term. */
const TERMS = new Uint8Array(SIZE);
decodeEntries(PACKED);

function valueTable(): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  return values;
}

function tableSize(count: number): number {
  let size = 1024;
  while (size < count * 2) size *= 2;
  return size;
}

/** Reads `class:strength:sensitive`, the last one empty where the term is of no protected class. */
function readTag(row: string): TermTag {
  const [termClass, strength, sensitive] = row.split(":");
  return {
    termClass: termClass as TermClass,
    strength: strength as Strength,
    ...(sensitive ? { sensitive: sensitive as SensitiveClass } : {}),
  };
}

/** Hashes in order, each as its distance from the one before; one digit of flags for each, one digit of tag for each term. In one loop and in small integers: it is most of what loading takes. */
function decodeEntries({ hashes, flags, terms, seconds }: typeof PACKED): void {
  const values = VALUE_OF, words = WORDS, flagSets = FLAG_SETS, mask = MASK, count = flags.length;
  let hash = 0, at = 0, term = 0, six = 0, bit = 6;
  for (let i = 0; i < count; i++) {
    let code = hashes.charCodeAt(at++);
    for (; code === CARRY; code = hashes.charCodeAt(at++)) hash = (hash + (1 << CARRY_BITS)) | 0;
    hash = (hash + ((values[code] as number) << 12) + ((values[hashes.charCodeAt(at)] as number) << 6) + (values[hashes.charCodeAt(at + 1)] as number)) | 0;
    at += 2;
    let bits = flagSets[values[flags.charCodeAt(i)] as number] as number;
    if (bit === 6) [six, bit] = [values[seconds.charCodeAt(i / 6)] as number, 0];
    if (((six >> bit++) & 1) !== 0) bits |= FLAG.PHRASE_SECOND;
    let place = ((hash ^ (hash >>> 16)) & mask) * 2;
    while (words[place] !== 0) place = (place + 2) & (mask * 2 + 1);
    words[place] = hash;
    words[place + 1] = bits << FLAG_SHIFT;
    if ((bits & FLAG.TERM) !== 0) TERMS[place >> 1] = (values[terms.charCodeAt(term++)] as number) + 1;
  }
}

function place(hash: number): number {
  return (hash ^ (hash >>> 16)) & MASK;
}

/** Place of a hash in the table; an unknown one ends at an empty place, whose flags and term are 0. */
function find(hash: number): number {
  let at = place(hash);
  for (;;) {
    const key = WORDS[at * 2];
    if (key === hash || key === 0) return at;
    at = (at + 1) & MASK;
  }
}

/** Adds marks to a word, listed or not. For words of the program itself, at load: the table never grows. */
export function markWord(hash: number, marks: number): void {
  const at = find(hash);
  WORDS[at * 2] = hash;
  WORDS[at * 2 + 1] = (WORDS[at * 2 + 1] as number) | marks;
}

/** The marks of a word or of words joined. */
export function markedWord(hash: number): number {
  return WORDS[find(hash) * 2 + 1] as number;
}

/** The `FLAG` bits of a word; 0 where no list knows it. */
export function wordFlags(hash: number): number {
  return (markedWord(hash) >> FLAG_SHIFT) & FLAG_MASK;
}

/** True where listed phrases go on from the word or joined phrase at a place. */
export function goesOn(place: number): boolean {
  return ((WORDS[place * 2 + 1] as number) & (FLAG.PHRASE_START << FLAG_SHIFT)) !== 0;
}

/** For the scan, which asks once a word and has no time for calls: see `find`. */
export { find as placeOf, MASK, WORDS };

/** What a word or a joined phrase says of health, or undefined. */
export function termTag(hash: number): TermTag | undefined {
  return tagAt(find(hash));
}

/** The same for its place. */
export function tagAt(place: number): TermTag | undefined {
  const term = TERMS[place] as number;
  return term === 0 ? undefined : TAGS[term - 1];
}
