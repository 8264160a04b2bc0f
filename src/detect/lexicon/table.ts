/** Decodes the packed lists once, at load, into an open-addressing table. */
import type { SensitiveClass } from "../../contract/index.ts";
import { PACKED } from "./packed.ts";
import { FLAG } from "./tags.ts";
import type { Strength, TermClass, TermTag } from "./tags.ts";

/** Alphabet of the packed text: ASCII without quotes and backslash, in char code order. */
const DIGITS = "!#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
/** A delta digit below this ends the number, one from this up goes on. */
const BASE = 45;

const VALUE_OF = valueTable();
const FLAG_SETS = PACKED.flagSets.split(" ").map(Number);
const TAGS = PACKED.tags.split(" ").map(readTag);

/** A power of two at least twice the number of entries, so that a look-up seldom takes a second step. */
const SIZE = tableSize(PACKED.count);
const MASK = SIZE - 1;
const KEYS = new Int32Array(SIZE);
const FLAGS = new Uint8Array(SIZE);
/** Index into TAGS, plus one; 0 where the word is no term. */
const TERMS = new Uint8Array(SIZE);
decodeEntries(PACKED.entries);

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

/** Each entry: a digit for its flags, one for its tag if it is a term, then the distance from the hash before it, lowest digits first. */
function decodeEntries(entries: string): void {
  let hash = 0;
  let i = 0;
  while (i < entries.length) {
    const flags = FLAG_SETS[VALUE_OF[entries.charCodeAt(i++)] as number] as number;
    const term = (flags & FLAG.TERM) === 0 ? 0 : (VALUE_OF[entries.charCodeAt(i++)] as number) + 1;
    let scale = 1;
    let digit = VALUE_OF[entries.charCodeAt(i++)] as number;
    while (digit >= BASE) {
      hash += (digit - BASE) * scale;
      scale *= BASE;
      digit = VALUE_OF[entries.charCodeAt(i++)] as number;
    }
    hash += digit * scale;
    insert(hash | 0, flags, term);
  }
}

function insert(hash: number, flags: number, term: number): void {
  let at = place(hash);
  while (KEYS[at] !== 0) at = (at + 1) & MASK;
  KEYS[at] = hash;
  FLAGS[at] = flags;
  TERMS[at] = term;
}

function place(hash: number): number {
  return (hash ^ (hash >>> 16)) & MASK;
}

/** Place of a hash in the table; an unknown one ends at an empty place, whose flags and term are 0. */
function find(hash: number): number {
  let at = place(hash);
  for (;;) {
    const key = KEYS[at];
    if (key === hash || key === 0) return at;
    at = (at + 1) & MASK;
  }
}

/** The `FLAG` bits of a word; 0 where no list knows it. */
export function wordFlags(hash: number): number {
  return FLAGS[find(hash)] as number;
}

/** What a word or a joined phrase says of health, or undefined. */
export function termTag(hash: number): TermTag | undefined {
  const term = TERMS[find(hash)] as number;
  return term === 0 ? undefined : TAGS[term - 1];
}
