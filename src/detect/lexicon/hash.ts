/** 32-bit hashes of words: what the packed lists hold in place of the words. Fast, not secret, not meant to resist attack. */

/** The base letter of each code from U+00C0 to U+017F; `.` keeps the character as it is. */
const LATIN_BASE =
  "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty" +
  "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll" +
  "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
const TABLE_SIZE = 0x180;
/** What each code below `TABLE_SIZE` counts as: its lower-case base letter. */
export const FOLD: Uint16Array = foldTable();
/** Bound once: an engine without a compiler looks a global up for every character. */
const { imul } = Math;
export const HASH_SEED = 0x811c9dc5 | 0;
/** Small, so that a product stays exact and the scan need not call `Math.imul` for every character. */
export const HASH_STEP = 403;

function foldTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) table[code] = code;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 0x20;
  for (let i = 0; i < LATIN_BASE.length; i++) {
    if (LATIN_BASE[i] !== ".") table[0xc0 + i] = LATIN_BASE.charCodeAt(i);
  }
  table[0xad] = 0;
  return table;
}

/** Rare characters: typographic apostrophes and hyphens, full-width letters and digits. 0 drops the character: marks and zero-width signs. */
export function foldRare(code: number): number {
  if (code === 0x2019 || code === 0x02bc) return 0x27;
  if (code === 0x2010 || code === 0x2011) return 0x2d;
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xfee0 + 0x20;
  if (code >= 0xff10 && code <= 0xff5a) return code - 0xfee0;
  const invisible = (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200d) || code === 0xfeff;
  return invisible ? 0 : code;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** Where the word ends without its possessive: "Crohn's", "Crohn’s" and "nurses'" lose it. */
function stemEnd(text: string, start: number, end: number): number {
  if (end - start < 3) return end;
  const last = text.charCodeAt(end - 1);
  if (isApostrophe(last)) return end - 1;
  return (last === 0x73 || last === 0x53) && isApostrophe(text.charCodeAt(end - 2)) ? end - 2 : end;
}

/**
 * Hash of the word `text[start, end)`: letters, digits, inner hyphens and apostrophes. Case, Latin accents and a possessive
 * ending make no difference. A signed 32-bit integer, even and never 0.
 */
export function wordHash(text: string, start: number, end: number): number {
  const stop = stemEnd(text, start, end);
  let hash = HASH_SEED;
  for (let i = start; i < stop; i++) {
    const raw = text.charCodeAt(i);
    const code = raw < TABLE_SIZE ? (FOLD[raw] as number) : foldRare(raw);
    if (code !== 0) hash = ((hash ^ code) * HASH_STEP) | 0;
  }
  return finishHash(hash);
}

/** Mixes the bits of a hash that was grown character by character. */
export function finishHash(grown: number): number {
  let hash = imul(grown ^ (grown >>> 16), 0x85ebca6b);
  hash = (hash ^ (hash >>> 13)) & ~1;
  return hash === 0 ? 2 : hash;
}

/**
 * Hash of a phrase grown by one word. The order of the words counts; a phrase of one word is that word's `wordHash`.
 * Odd, so that no phrase is ever taken for a listed word: mail holds far more pairs of words than words.
 */
export function joinHash(phraseSoFar: number, nextWord: number): number {
  let hash = imul(phraseSoFar ^ (phraseSoFar >>> 15), 0x2c1b3c6d) ^ nextWord;
  hash = imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) | 1;
}

/** Hash of any text, as it is: a signed 32-bit integer. */
export function textHash(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = ((hash ^ text.charCodeAt(i)) * HASH_STEP) | 0;
  return finishHash(hash);
}
