/** Words that detection knows: names, everyday words, places, health terms, from our own lists of public facts. May not: hold text of a draft. */
import { PACKED } from "./packed.ts";

export { isIcdCategory } from "./icd.ts";
export { finishHash, FOLD, foldRare, HASH_SEED, HASH_STEP, joinHash, textHash, wordHash } from "./hash.ts";
export { FLAG_MASK, FLAG_SHIFT, MARK } from "./marks.ts";
export { goesOn, isDecoded, markedWord, markWord, MASK, placeOf, tagAt, termTag, wordFlags, WORDS } from "./table.ts";
export { FLAG } from "./tags.ts";
export type { Strength, TermClass, TermTag } from "./tags.ts";

/** Words in the longest listed phrase: no need to join more. */
export const MAX_PHRASE_WORDS = PACKED.maxPhraseWords;
