/** The packed lists as an open-addressing table. Decoded block by block, each when a word of it is first looked up: a mail has words of few, and all together take longer than the rest of loading. */
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

/** Hashes that share their upper bits are one block: how many digits and bits say where each begins in the packed lists. */
const BLOCK_SHIFT = 22;
const BLOCKS = 1 << (32 - BLOCK_SHIFT);
const BLOCK_DIGITS = 5;
/** For each block, and for the end: its first entry, its first term, and where its hashes begin. */
const ENTRY_AT = new Int32Array(BLOCKS + 1);
const TERM_AT = new Int32Array(BLOCKS + 1);
const HASH_AT = new Int32Array(BLOCKS + 1);
/** 1 for each block that is decoded. */
const DECODED = new Uint8Array(BLOCKS);
/** Set on a word that the program marked before its block was decoded. */
const PENDING = 1 << 31;
readBlocks(PACKED.blocks);

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

function readBlocks(blocks: string): void {
  for (let b = 0; b < BLOCKS; b++) {
    const digit = (k: number): number => VALUE_OF[blocks.charCodeAt(b * BLOCK_DIGITS + k)] as number;
    const entries = (digit(0) << 6) | digit(1);
    ENTRY_AT[b + 1] = (ENTRY_AT[b] as number) + entries;
    HASH_AT[b + 1] = (HASH_AT[b] as number) + entries * 3 + digit(2);
    TERM_AT[b + 1] = (TERM_AT[b] as number) + ((digit(3) << 6) | digit(4));
  }
}

/** Hashes in order, each as its distance from the one before; one digit of flags for each, one digit of tag for each term. */
function decode(block: number, { hashes, flags, terms, seconds }: typeof PACKED): void {
  DECODED[block] = 1;
  const values = VALUE_OF, until = ENTRY_AT[block + 1] as number;
  let hash = block << BLOCK_SHIFT, at = HASH_AT[block] as number, term = TERM_AT[block] as number;
  for (let i = ENTRY_AT[block] as number; i < until; i++) {
    let code = hashes.charCodeAt(at++);
    for (; code === CARRY; code = hashes.charCodeAt(at++)) hash += 1 << CARRY_BITS;
    hash += ((values[code] as number) << 12) | ((values[hashes.charCodeAt(at)] as number) << 6) | (values[hashes.charCodeAt(at + 1)] as number);
    at += 2;
    let bits = FLAG_SETS[values[flags.charCodeAt(i)] as number] as number;
    if ((((values[seconds.charCodeAt(Math.floor(i / 6))] as number) >> (i % 6)) & 1) !== 0) bits |= FLAG.PHRASE_SECOND;
    const found = findRaw(hash);
    WORDS[found * 2] = hash;
    WORDS[found * 2 + 1] = ((WORDS[found * 2 + 1] as number) | (bits << FLAG_SHIFT)) & ~PENDING;
    if ((bits & FLAG.TERM) !== 0) TERMS[found] = (values[terms.charCodeAt(term++)] as number) + 1;
  }
}

function place(hash: number): number {
  return (hash ^ (hash >>> 16)) & MASK;
}

/** Place of a hash in the table as far as it is decoded; of another, an empty one. */
function findRaw(hash: number): number {
  let at = place(hash);
  for (;;) {
    const key = WORDS[at * 2];
    if (key === hash || key === 0) return at;
    at = (at + 1) & MASK;
  }
}

/** Place of a hash in the table; an unknown one ends at an empty place, whose flags and term are 0. */
function find(hash: number): number {
  const block = hash >>> BLOCK_SHIFT;
  if (DECODED[block] === 0) decode(block, PACKED);
  const at = findRaw(hash);
  WORDS[at * 2 + 1] = (WORDS[at * 2 + 1] as number) & ~PENDING;
  return at;
}

/** False where a look-up of a word that is not in `WORDS` may still find it. */
export function isDecoded(hash: number): boolean {
  return DECODED[hash >>> BLOCK_SHIFT] === 1;
}

/** Adds marks to a word, listed or not. For words of the program itself, at load: the table never grows. */
export function markWord(hash: number, marks: number): void {
  const at = findRaw(hash);
  WORDS[at * 2] = hash;
  WORDS[at * 2 + 1] = (WORDS[at * 2 + 1] as number) | marks | (DECODED[hash >>> BLOCK_SHIFT] === 0 ? PENDING : 0);
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

/** For the scan, which asks once a word and has no time for calls: a word below 0, and an empty place where `isDecoded` says no, ask for `markedWord`. */
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
