/** Health terms of the lexicon in a scan: the longest listed phrase at a token. */
import { FLAG, goesOn, joinHash, MAX_PHRASE_WORDS, placeOf, tagAt, wordHash } from "./lexicon/index.ts";
import { endOf, flagsOf, hashOf, INFO, indexFrom, infoOf, startOf } from "./scan.ts";
import type { Scan, Term } from "./scan.ts";

/** Labels of identifiers: they say what a number is, not that anyone was cared for. */
const LABELS = new Set(["dob", "mrn", "birth", "or", "ssn"].map((word) => wordHash(word, 0, word.length)));

/** The term that begins at a token, or undefined. */
export function termAt(scan: Scan, token: number): Term | undefined {
  if ((infoOf(scan, token) & INFO.TERM) === 0) return undefined;
  return scan.terms[indexFrom(scan.termTokens, token)];
}

/** The longest listed phrase at a token. It may be wrapped to the next line, never across a full stop. */
export function readTerm(scan: Scan, token: number): Term | undefined {
  const flags = flagsOf(scan, token);
  const first = hashOf(scan, token);
  let best: Term | undefined;
  if ((flags & FLAG.TERM) !== 0 && !LABELS.has(first) && ((flags & FLAG.CAPS_ONLY) === 0 || writtenInCapitals(scan, token))) {
    const tag = tagAt(placeOf(first));
    if (tag !== undefined) best = { tag, hash: first, tokens: 1 };
  }
  if ((flags & FLAG.PHRASE_START) === 0) return best;
  let hash = first;
  for (let n = 1; n < MAX_PHRASE_WORDS; n++) {
    const next = token + n;
    if (next >= scan.count || !joined(scan, next)) return best;
    const word = hashOf(scan, next);
    hash = joinHash(hash, word === 0 ? numberHash(scan, next) : word);
    const place = placeOf(hash);
    const tag = tagAt(place);
    if (tag !== undefined) best = { tag, hash, tokens: n + 1 };
    if (!goesOn(place)) return best;
  }
  return best;
}

/** "AIDS" and "T2DM" but not "aids": every letter is a capital. */
function writtenInCapitals(scan: Scan, token: number): boolean {
  const info = infoOf(scan, token);
  return (info & INFO.CAPS) !== 0 || ((info & INFO.UPPER) !== 0 && endOf(scan, token) - startOf(scan, token) === 1);
}

function joined(scan: Scan, token: number): boolean {
  const before = endOf(scan, token - 1);
  const gap = startOf(scan, token) - before;
  if (gap === 1) {
    const code = scan.text.charCodeAt(before);
    return code === 32 || code === 45 || code === 10 || code === 47;
  }
  return gap > 0 && gap <= 3 && /^\s+$/.test(scan.text.slice(before, before + gap));
}

function numberHash(scan: Scan, token: number): number {
  return wordHash(scan.text, startOf(scan, token), endOf(scan, token));
}
