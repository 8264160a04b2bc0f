/** What stands among the tokens of a text, found once: health terms, words that tell of a patient, numbers of rooms, and where a name may be tied to them. */
import { isAge } from "./ages.ts";
import { hasWord, wordsOf } from "./context.ts";
import { FLAG, FLAG_SHIFT, joinHash, MARK, markedWord } from "./lexicon/index.ts";
import type { TermClass, TermTag } from "./lexicon/index.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { readTerm } from "./terms.ts";

/** Weak words that are a patient's when they are somebody's: "Tammy's biopsy", but "Tom's visit" may be anything. */
export const OWN_TERMS: ReadonlySet<TermClass> = new Set(["diagnosis", "drug", "lab", "procedure"]);

/** How far a name may stand from what ties it to care, in tokens: `link.ts` looks no further. */
export const REACHES = { sentence: 14, nextSentence: 22, ageAndSex: 16, wordAfter: 6, roomBefore: 3, roomAfter: 6 } as const;
/** Tokens in the longest name that is asked about. */
const LONGEST_NAME = 8;
/** "104yom". */
const LONGEST_AGE = 6;
const IS_TERM = FLAG.TERM << FLAG_SHIFT;
const PHRASE_START = FLAG.PHRASE_START << FLAG_SHIFT;
const PHRASE_SECOND = FLAG.PHRASE_SECOND << FLAG_SHIFT;

/** Fills the lists of a scan. Linear. */
export function findLandmarks(scan: Scan): void {
  const { info: infos, listed } = scan;
  // By index: iterating costs an engine without a compiler more than the rest.
  for (let k = 0; k < listed.length; k++) {
    const token = listed[k] as number;
    const info = infos[token] as number;
    const before = infoOf(scan, token - 1);
    // The first word of a phrase that is no term by itself is met at its second, which may be a number: "type 2".
    if ((before & (PHRASE_START | IS_TERM)) === PHRASE_START && (info & (PHRASE_SECOND | INFO.DIGIT)) !== 0) addTerm(scan, token - 1);
    if ((info & IS_TERM) !== 0) addTerm(scan, token);
    if ((info & INFO.DIGIT) !== 0) {
      scan.numbers.push(token);
      if (mayNumberRoom(scan, token, info)) scan.rooms.push(token);
      if (isMeasure(scan, token - 1)) scan.tying.push(token - 1);
      if (mayBeAge(scan, token, info) && isAge(scan, startOf(scan, token))) scan.told.push(token);
    }
    if ((info & MARK.TOLD_SECOND) !== 0 && (before & MARK.TOLD_FIRST) !== 0) {
      if ((markedWord(joinHash(hashOf(scan, token - 1), hashOf(scan, token))) & MARK.TOLD) !== 0) scan.told.push(token - 1);
    }
    if ((info & MARK.TOLD) !== 0) scan.told.push(token);
    if ((info & MARK.TOPIC) !== 0) scan.topics.push(token);
  }
  markNear(scan);
}

/** Symbols of what is measured in a patient; the value behind them makes them sure. */
const MEASURES = wordsOf("k,na,cr,hgb,hb,wbc,plt,inr,bun,ef,bs,bg,bp,hr,sat,sats,spo2,fsbg,trop,lactate,crp,bnp,uop,tsh,a1c");

/** "K 2.9", "BP 88/40": a symbol in capitals, or a word of the ward, right before its value. */
export function isMeasure(scan: Scan, token: number): boolean {
  return hasWord(MEASURES, hashOf(scan, token)) && (infoOf(scan, token + 1) & INFO.DIGIT) !== 0 && startOf(scan, token + 1) - endOf(scan, token) <= 2;
}

/** One token with a letter, or a letter behind it. */
function mayBeAge(scan: Scan, token: number, info: number): boolean {
  const length = endOf(scan, token) - startOf(scan, token);
  return length <= LONGEST_AGE && ((info & INFO.LETTER) !== 0 || endOf(scan, token + 1) - startOf(scan, token + 1) === 1);
}

function addTerm(scan: Scan, token: number): void {
  const term = readTerm(scan, token);
  if (term === undefined) return;
  scan.info[token] = (scan.info[token] as number) | INFO.TERM;
  scan.terms.push(term);
  scan.termTokens.push(token);
  if (tiesToName(term.tag)) scan.tying.push(token);
}

function tiesToName({ strength, termClass, sensitive }: TermTag): boolean {
  return strength === "strong" || OWN_TERMS.has(termClass) || (sensitive !== undefined && sensitive !== "minor");
}

const HYPHEN = 45;
const ROOM_NUMBER = /(?:rm|room|bed|bay|chair|unit|icu|ed|er|cama|hab)\d|\d{1,2}[NSEW]\b/iy;

/** "room 4", "rm412", "4N"; at the head of a line "4-B" and "12A". */
function mayNumberRoom(scan: Scan, token: number, info: number): boolean {
  if ((infoOf(scan, token - 1) & MARK.ROOM) !== 0) return true;
  if ((info & INFO.LINE) !== 0) return (info & INFO.LETTER) !== 0 || scan.text.charCodeAt(endOf(scan, token)) === HYPHEN;
  if ((info & INFO.LETTER) === 0) return false;
  ROOM_NUMBER.lastIndex = startOf(scan, token);
  return ROOM_NUMBER.test(scan.text);
}

/**
 * Sets `INFO.NEAR` wherever a name that begins there has anything round it that could tie it to someone's care. Most mail has
 * next to nothing of the kind, and its many names need no closer look.
 */
function markNear({ tying, told, rooms, brackets, info }: Scan): void {
  const mark = (tokens: readonly number[], behind: number, before: number): void => {
    let done = 0;
    for (const token of tokens) {
      const end = Math.min(info.length - 1, token + before);
      for (let t = Math.max(done, token - behind - LONGEST_NAME); t <= end; t++) info[t] = (info[t] as number) | INFO.NEAR;
      done = Math.max(done, end + 1);
    }
  };
  mark(tying, REACHES.nextSentence, REACHES.sentence);
  mark(told, REACHES.wordAfter, REACHES.ageAndSex);
  mark(rooms, REACHES.roomAfter, REACHES.roomBefore);
  mark(brackets, 0, 0);
  // A subject of one word may be the patient's name: the body tells.
  if (info.length === 1) info[0] = (info[0] as number) | INFO.NEAR;
}
