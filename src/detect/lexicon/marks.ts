/** What a token's `info` says of its word: the lexicon's flags, and marks of words that the engine looks out for. One look-up a word answers for all. */

/** The lexicon's `FLAG`s stand from this bit up; `PHRASE_SECOND`, the last of them, is no flag of the word itself. */
export const FLAG_SHIFT = 8;
export const FLAG_MASK = 127;

/** A word with a mark begins an entry of that list; the list itself says whether the whole phrase stands there. */
export const MARK = {
  /** Opens the gate of a rule. */
  GATE: 1 << 16,
  /** Alone tells of a patient beside a name: "patient", "admitted". */
  TOLD: 1 << 17,
  /** First and second words of the phrases that do: "was admitted". */
  TOLD_FIRST: 1 << 18,
  TOLD_SECOND: 1 << 19,
  /** Beside a name, speaks of work, a title or fame. */
  ASIDE: 1 << 20,
  PETS: 1 << 21,
  /** A room or a bed, before its number. */
  ROOM: 1 << 22,
  /** Never a name, though written with a capital. */
  NEVER: 1 << 23,
  /** Tells what kind of text it is (`genre.ts`), heads a column of a table of patients, or begins a segment of a health message. */
  TOPIC: 1 << 24,
  /** Stands in a confidentiality notice. */
  NOTICE: 1 << 25,
  /** Speaks of many or of no one. */
  GENERIC: 1 << 26,
  /** Speaks to the reader. */
  YOURS: 1 << 28,
  GREETING: 1 << 29,
} as const;
