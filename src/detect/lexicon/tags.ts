/** What the lists can say of a word. */
import type { SensitiveClass } from "../../contract/index.ts";

export type TermClass =
  | "diagnosis" | "symptom" | "drug" | "lab" | "procedure" | "care" | "coverage" | "specialty" | "anatomy";

/** `strong`: hardly ever met in business mail. `weak`: an everyday or ambiguous word that counts only beside others. */
export type Strength = "strong" | "weak";

export interface TermTag {
  readonly termClass: TermClass;
  readonly strength: Strength;
  readonly sensitive?: SensitiveClass;
}

/** Bit flags of a word. A word may carry several: "Will" is a given name and an everyday word. */
export const FLAG = {
  GIVEN: 1,
  SURNAME: 2,
  COMMON: 4,
  /** The word alone is a health term: `termTag` tells which. */
  TERM: 8,
  /** Listed phrases go on from here: set on their first word and on every joined part of them, so that a search can stop early. */
  PHRASE_START: 16,
  /** A state, a large city or another place of the United States, or a country. */
  PLACE: 32,
  /** A term only where it is written in capitals: AIDS, PE, RA are terms, "aids", "pe", "Ra" are not. */
  CAPS_ONLY: 64,
  /** Second word of a listed phrase: without one behind it, a word that may begin a phrase begins none. */
  PHRASE_SECOND: 128,
} as const;
