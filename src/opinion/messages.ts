/** What page and Worker say to each other. */

/** To the Worker, once. The buffer is handed over, not copied. */
export interface Ask {
  readonly bytes: Uint8Array;
  /** Code units, in all. */
  readonly characters: number;
}

/** From the Worker, one for each text that it finds. */
export interface Told {
  readonly page: number;
  /** A note or a form field beside the page's own text. */
  readonly isBeside: boolean;
  readonly text: string;
}

/** From the Worker, last: it has told all it can, which of a file that it cannot open is nothing. */
export const ALL_TOLD = "all-told";

/** Pages that are looked at. Our own reader has read as many as there are; this is for hostile ones. */
export const MOST_PAGES = 2_000;
/** Two texts a page: its own, and what stands beside it. */
export const MOST_TEXTS = 2 * MOST_PAGES;
