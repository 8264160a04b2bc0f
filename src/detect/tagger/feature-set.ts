/** Features as numbers, and sets of them. Nothing here knows a weight: `npm run train:tagger` learns them. */
import { joinHash, textHash } from "../lexicon/index.ts";

/** Bits of a feature's number. */
export const BITS = 20;

const SHIFT = 32 - BITS;
const NUMBERS = new Map<string, number>();

/** `name` is one of ours. What holds letters of a message goes to `spelled`: it would stay in memory, and there is no end to it. */
export function named(name: string): number {
  let known = NUMBERS.get(name);
  if (known === undefined) NUMBERS.set(name, known = spelled(name));
  return known;
}

export function spelled(name: string): number {
  return textHash(name) >>> SHIFT;
}

/** Where a word stands to the name; the same word tells something else in another place. */
export const AT = { before1: 3, before2: 5, behind1: 7, behind2: 9, near: 11, sentence: 13, pair: 15, name: 17 } as const;

/** The number of a word at a place; of a phrase for `hash` its words joined. */
export function wordAt(place: number, hash: number): number {
  return joinHash(place, hash) >>> SHIFT;
}

const PLACES_BITS = 11;
const PLACES_OF_SET = 1 << PLACES_BITS;
const SPREAD = 0x9e3779b1 | 0;

/** Different numbers in the order they came. A `Set` takes twice as long, and names near care are many. */
export class Features {
  /** Never full: of the tokens that are looked at round a name, with the features of each and the counts, a set has less than half of so many. */
  private readonly places = new Int32Array(PLACES_OF_SET);
  private readonly list = new Int32Array(PLACES_OF_SET);
  private readonly used = new Int32Array(PLACES_OF_SET);
  count = 0;

  add(feature: number): this {
    let at = Math.imul(feature, SPREAD) >>> (32 - PLACES_BITS);
    for (let key = this.places[at] as number; key !== 0; key = this.places[at] as number) {
      if (key === feature + 1) return this;
      at = (at + 1) & (PLACES_OF_SET - 1);
    }
    this.places[at] = feature + 1;
    this.used[this.count] = at;
    this.list[this.count++] = feature;
    return this;
  }

  at(k: number): number {
    return this.list[k] as number;
  }

  clear(): this {
    for (let k = 0; k < this.count; k++) this.places[this.used[k] as number] = 0;
    this.count = 0;
    return this;
  }

  values(): readonly number[] {
    return [...this.list.subarray(0, this.count)];
  }
}
