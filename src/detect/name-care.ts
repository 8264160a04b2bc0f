/** How the health terms round a name stand to it: whose they are, by the grammar of its sentence and the next. */
import { namesWork, SHORT_NOTE } from "./care-grammar.ts";
import { hasWord, wordsOf } from "./context.ts";
import { afterAside } from "./name-brackets.ts";
import { OWN_TERMS, REACHES } from "./landmarks.ts";
import { FLAG } from "./lexicon/index.ts";
import { HAVING, OWN, PRONOUNS, TOWARDS, WORK_OF } from "./link-words.ts";
import { anyIn, endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";
import { endsInS } from "./text.ts";

/** A word or a term, and its characters from a name. */
export interface Hit {
  readonly word: string;
  readonly distance: number;
  readonly token: number;
}

const SENTENCE_REACH = REACHES.sentence;

function isSureTerm(scan: Scan, token: number): boolean {
  const term = termAt(scan, token);
  return term?.tag.strength === "strong" && !namesWork(scan, token, term.tokens);
}

/** A health term in the same sentence, at most `SENTENCE_REACH` tokens away. */
export function termNear(scan: Scan, first: number, last: number): Hit | undefined {
  if (!anyIn(scan.tying, first - SENTENCE_REACH, last + SENTENCE_REACH)) return undefined;
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = last + n;
    // A name that is a sentence by itself, "Pruitt. Septic.", opens the next one.
    const opens = n === 1 && (infoOf(scan, first) & INFO.SENTENCE) !== 0;
    if (t >= scan.count || ((infoOf(scan, t) & INFO.SENTENCE) !== 0 && !opens)) break;
    if (isSureTerm(scan, t)) return { word: "health term in the sentence", distance: startOf(scan, t) - endOf(scan, last), token: t };
  }
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = first - n;
    if (t < 0 || (infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) break;
    if (isSureTerm(scan, t)) return { word: "health term in the sentence", distance: startOf(scan, first) - endOf(scan, t), token: t };
  }
  return undefined;
}

/** "Priyanka's out with strep": before these the ending stands for "is" or "has". */
const NOT_OWNED = wordsOf("out,off,having,going,getting,been,in,on,at,not,here,back,still,also,now,just,got,getting,coming,asking,saying,wanting,refusing");

/** "Enron's top walker" is no one's care: of a word that no list knows a weak term tells only in a short note. */
export function possessiveOfCare(scan: Scan, last: number): boolean {
  if (!endsInS(scan.text, endOf(scan, last)) && scan.text.charCodeAt(endOf(scan, last)) !== 39) return false;
  if (hasWord(NOT_OWNED, hashOf(scan, last + 1))) return false;
  return ownTerm(scan, last + 1, POSSESSED_REACH, scan.count <= SHORT_NOTE || (flagsOf(scan, last) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0);
}

const POSSESSED_REACH = 4;
/** "Tammy's left biopsy", but "Bush's arguments strain …". */
const WEAK_REACH = 2;

/** A term that someone has, within the noun phrase that begins at `from`: "left knee MRI", but not "team presented the CHF data". */
function ownTerm(scan: Scan, from: number, reach: number, weakToo = true): boolean {
  for (let t = from; t < from + reach && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0 || hasWord(WORK_OF, hashOf(scan, t))) return false;
    const term = termAt(scan, t);
    if (term === undefined) continue;
    if (hasWord(WORK_OF, hashOf(scan, t + term.tokens))) return false;
    return term.tag.strength === "strong" || (weakToo && t < from + WEAK_REACH && OWN_TERMS.has(term.tag.termClass));
  }
  return false;
}

const OWN_LOOK = 7;
const OWN_REACH = 3;

/** "Wojcik needs her lovenox", "Bill had his vasectomy": what is the person's own. */
export function ownCare(scan: Scan, last: number): boolean {
  for (let t = last + 1; t <= last + OWN_LOOK && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0 || (t > last + 1 && isNameLike(scan, t))) return false;
    // "his MRI" is listed with the pronoun.
    if (hasWord(OWN, hashOf(scan, t))) return isSureTerm(scan, t) || ownTerm(scan, t + 1, OWN_REACH);
  }
  return false;
}

function isNameLike(scan: Scan, token: number): boolean {
  return (infoOf(scan, token) & INFO.UPPER) !== 0 && (flagsOf(scan, token) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0 && (flagsOf(scan, token) & (FLAG.COMMON | FLAG.TERM)) === 0;
}

/** "Hgb on Tran", "foley on Ramaswamy", "dialysis for Vanterpool": a strong term and a word that turns it to someone. */
export function careTowards(scan: Scan, first: number): Hit | undefined {
  if (!hasWord(TOWARDS, hashOf(scan, first - 1)) || (infoOf(scan, first) & INFO.SENTENCE) !== 0) return undefined;
  for (let t = first - 2; t >= 0 && t >= first - 4; t--) {
    const term = termAt(scan, t);
    // "placa de" is listed with the word that turns it to someone.
    if (term !== undefined && (t + term.tokens === first - 1 || t + term.tokens === first)) return term.tag.strength === "strong" ? { word: "health term for", distance: startOf(scan, first) - endOf(scan, first - 2), token: t } : undefined;
  }
  return undefined;
}

const NEXT_LOOK = 16;
const NEXT_REACH = REACHES.nextSentence - NEXT_LOOK;

/** "Can we move Nash? He is getting his remicade": the next sentence goes on about the one just named. */
export function caredForNext(scan: Scan, last: number): boolean {
  if (!anyIn(scan.tying, last + 1, last + NEXT_LOOK + NEXT_REACH)) return false;
  for (let t = last + 1; t <= last + NEXT_LOOK && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) === 0) {
      if (isNameLike(scan, t)) return false;
      continue;
    }
    if (!hasWord(PRONOUNS, hashOf(scan, t))) return false;
    // "his stitches" is a term that the pronoun opens.
    for (let k = t; k <= t + NEXT_REACH && k < scan.count && (k === t || (infoOf(scan, k) & INFO.SENTENCE) === 0); k++) {
      if (hasWord(WORK_OF, hashOf(scan, k))) return false;
      const tag = termAt(scan, k)?.tag;
      if (tag?.strength === "strong" || (scan.count <= SHORT_NOTE && tag?.sensitive !== undefined && tag.sensitive !== "minor")) return true;
    }
    return false;
  }
  return false;
}

const HAVING_REACH = 5;
const OF_THE_WRITER = wordsOf("my,our,your,mi,mis,nuestro,nuestra");

/** "Kathy has asthma", "Tom is on warfarin": the verb stands next to the name, the term soon after. */
export function hasCare(scan: Scan, name: number): boolean {
  const last = afterAside(scan, name);
  let verb = last + 1;
  while (verb <= last + 2 && !hasWord(HAVING, hashOf(scan, verb))) verb++;
  if (verb > last + 2 || startOf(scan, verb) - endOf(scan, last) > 8 || (infoOf(scan, last + 1) & INFO.SENTENCE) !== 0) return false;
  for (let t = verb + 1; t <= verb + HAVING_REACH && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0 || hasWord(OF_THE_WRITER, hashOf(scan, t))) return false;
    const term = termAt(scan, t);
    if (term === undefined || namesWork(scan, t, term.tokens)) continue;
    const { tag } = term;
    if ((tag.strength === "strong" || (tag.sensitive !== undefined && tag.sensitive !== "minor") || (scan.count <= SHORT_NOTE && OWN_TERMS.has(tag.termClass)))) return true;
  }
  return false;
}
