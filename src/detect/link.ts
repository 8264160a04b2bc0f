/** Who, and about whose care: words round a name that tie it to a patient, or to someone who is none. */
import type { Evidence, Role } from "../contract/index.ts";
import { hasWord, listedFrom, lists } from "./context.ts";
import type { WordSet } from "./context.ts";
import { AGE_SEX, BUSINESS_AFTER, BUSINESS_BEFORE, HAVING, LABELS_AFTER, PATIENT_AFTER, PATIENT_BEFORE, PERHAPS_AFTER, PERHAPS_BEFORE, PETS, PROVIDER_AFTER, PROVIDER_BEFORE } from "./link-words.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";

export interface Link {
  /** 0 to 100: how strongly the name points to a patient. */
  readonly weight: number;
  readonly role: Role | undefined;
  readonly points: number;
  readonly evidence: readonly Evidence[];
  /** Care that the grammar itself tells, 0 to 100. */
  readonly care?: number;
}

/** "Tammy's biopsy" and "Alvarez is NPO" speak of care even where the word alone would not. */
const GRAMMAR_CARE = 35;
const CUE_CARE = 25;

const REACH = 5;
const AGE_SEX_REACH = 16;
const REACH_AFTER = 6;
const SENTENCE_REACH = 14;
const LONG_TEXT = 400;
const TERM_IN_SHORT = 55;
const TERM_IN_LONG = 36;

interface Hit {
  readonly word: string;
  readonly distance: number;
}

function back(scan: Scan, first: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = first - 1; t >= 0 && t >= first - reach; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) return undefined;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined && t + hit.tokens <= first) return { word: hit.word, distance: startOf(scan, first) - endOf(scan, t + hit.tokens - 1) };
  }
  return undefined;
}

function ahead(scan: Scan, last: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = last + 1; t < scan.count && t <= last + reach; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return undefined;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined) return { word: hit.word, distance: startOf(scan, t) - endOf(scan, last) };
  }
  return undefined;
}

function cue(kind: "cue" | "negative-cue", { word, distance }: Hit): Evidence {
  return { kind, cue: word, distance };
}

/** A speaker's label in a chat or a transcript: "[10:02] Amy: who has bed 9?" */
function isSpeaker(scan: Scan, first: number, last: number): boolean {
  if (scan.text.charAt(endOf(scan, last)) !== ":") return false;
  return (infoOf(scan, first) & INFO.LINE) !== 0 || scan.text.slice(startOf(scan, first) - 2, startOf(scan, first)) === "] ";
}

/** A health term in the same sentence, at most `SENTENCE_REACH` tokens away. */
function termNear(scan: Scan, first: number, last: number): Hit | undefined {
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = last + n;
    // A name that is a sentence by itself, "Pruitt. Septic.", opens the next one.
    const opens = n === 1 && (infoOf(scan, first) & INFO.SENTENCE) !== 0;
    if (t >= scan.count || ((infoOf(scan, t) & INFO.SENTENCE) !== 0 && !opens)) break;
    if (termAt(scan, t)?.tag.strength === "strong") return { word: "health term in the sentence", distance: startOf(scan, t) - endOf(scan, last) };
  }
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = first - n;
    if (t < 0 || (infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) break;
    if (termAt(scan, t)?.tag.strength === "strong") return { word: "health term in the sentence", distance: startOf(scan, first) - endOf(scan, t) };
  }
  return undefined;
}

/** Weak words that are a patient's when they are somebody's: "Tammy's biopsy", but "Tom's visit" may be anything. */
const OWN_TERMS = new Set(["diagnosis", "drug", "lab", "procedure"]);

function possessiveOfCare(scan: Scan, last: number): boolean {
  if (!/'s$/i.test(scan.text.slice(endOf(scan, last) - 2, endOf(scan, last))) && !scan.text.startsWith("'", endOf(scan, last))) return false;
  for (let t = last + 1; t <= last + 4 && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
    const term = termAt(scan, t);
    if (term !== undefined) return term.tag.strength === "strong" || OWN_TERMS.has(term.tag.termClass);
  }
  return false;
}

const HAVING_REACH = 5;

/** "Kathy has asthma", "Tom is on warfarin": the verb stands next to the name, the term soon after. */
function hasCare(scan: Scan, last: number): boolean {
  let verb = last + 1;
  while (verb <= last + 2 && !hasWord(HAVING, hashOf(scan, verb))) verb++;
  if (verb > last + 2 || startOf(scan, verb) - endOf(scan, last) > 8 || (infoOf(scan, last + 1) & INFO.SENTENCE) !== 0) return false;
  for (let t = verb + 1; t <= verb + HAVING_REACH && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
    if (termAt(scan, t)?.tag.strength === "strong") return true;
  }
  return false;
}

const ROOM = /[.,]{0,2} \(?(?:is |still )?(?:in (?:rm|room|bed|bay)?|rm|room|bed|bay|unit|icu)\.? ?#?\d{1,4}-?[A-Z\d]?(?![\w/:]|\.\d)/iy;
/** "rm 412 JT", "Bed 7 (J.S.)". */
const ROOM_BEFORE = /(?<![a-z])(?:rm|room|bed|bay|icu|ed|er)\.? ?#?\d{1,4}-?[A-Z0-9]?[ ,:(-]{1,3}(?:pt |patient )?$/i;
const LOOK_BACK = 24;

/** True beside a room or a bed. */
export function inRoom(scan: Scan, first: number, last: number): boolean {
  ROOM.lastIndex = endOf(scan, last);
  if (ROOM.test(scan.text)) return true;
  const numbered = ((infoOf(scan, first - 1) | infoOf(scan, first - 2)) & INFO.DIGIT) !== 0;
  return numbered && ROOM_BEFORE.test(scan.text.slice(Math.max(0, startOf(scan, first) - LOOK_BACK), startOf(scan, first)));
}

const BRACKET = /\.? ?\((?:dob|d\.o\.b|age|mrn|ssn|b\. ?\d|born|\d{1,2}[/.-]\d{1,2}[/.-]\d|(?:19|20)\d\d-\d|\d{1,3} ?(?:y|m\b|f\b|mo)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iy;

/** "Ian (07-03-1976)", "Rosa (34F)": how charts set a name beside a birth date. */
function bracketed(scan: Scan, last: number): boolean {
  BRACKET.lastIndex = endOf(scan, last);
  return BRACKET.test(scan.text);
}

/** What the words round the name `scan[first..last]` say of it. `base` is the weight without any. */
export function linkOf(scan: Scan, first: number, last: number, base: number): Link {
  const provider = back(scan, first, 1, PROVIDER_BEFORE) ?? ahead(scan, last, 1, PROVIDER_AFTER);
  if (provider !== undefined) return { weight: 5, role: "provider", points: 0, evidence: [cue("negative-cue", provider), { kind: "role", why: "professional title" }] };
  if (base === 0 && isSpeaker(scan, first, last)) return { weight: 4, role: "sender", points: 0, evidence: [{ kind: "role", why: "speaks in the transcript" }] };
  if (possessiveOfCare(scan, last)) return tied(base, "possessive before a health term", GRAMMAR_CARE);
  if (inRoom(scan, first, last)) return tied(base, "beside a room or bed", 0);
  const pet = back(scan, first, SENTENCE_REACH, PETS) ?? ahead(scan, last, SENTENCE_REACH, PETS);
  if (pet !== undefined) return { weight: 4, role: undefined, points: -4, evidence: [cue("negative-cue", pet)] };
  const business = back(scan, first, 2, BUSINESS_BEFORE) ?? ahead(scan, last, 3, BUSINESS_AFTER);
  const before = back(scan, first, REACH, PATIENT_BEFORE) ?? back(scan, first, AGE_SEX_REACH, AGE_SEX);
  if (business !== undefined && (before === undefined || business.distance <= before.distance)) {
    return { weight: 8, role: undefined, points: -4, evidence: [cue("negative-cue", business)] };
  }
  if (hasCare(scan, last)) return tied(base, "has, takes or is on a health term", 0);
  if (bracketed(scan, last)) return tied(base, "birth date or age in brackets", 0);
  return linkByWords(scan, first, last, base, before);
}

function tied(base: number, name: string, care: number): Link {
  return { weight: Math.max(base, 75), role: "patient", points: 14, care, evidence: [{ kind: "structure", name }] };
}

function linkByWords(scan: Scan, first: number, last: number, base: number, before: Hit | undefined): Link {
  const after = ahead(scan, last, REACH_AFTER, PATIENT_AFTER);
  const near = before !== undefined && (after === undefined || before.distance <= after.distance) ? before : after;
  const term = termNear(scan, first, last);
  if (near !== undefined) {
    const sure = (before !== undefined && after !== undefined) || term !== undefined;
    return { weight: Math.max(base, sure ? 80 : near.distance <= 2 ? 70 : 60), role: "patient", points: 12, care: after === undefined || lists(LABELS_AFTER, after.word) ? 0 : CUE_CARE, evidence: [cue("cue", near)] };
  }
  if (term === undefined) return { weight: base, role: undefined, points: 0, evidence: [] };
  const perhaps = back(scan, first, 3, PERHAPS_BEFORE) ?? ahead(scan, last, 4, PERHAPS_AFTER);
  if (perhaps !== undefined) return { weight: Math.max(base, 65), role: "patient", points: 10, evidence: [cue("cue", perhaps), cue("cue", term)] };
  // Digests and articles name many people and many ills in one breath.
  const weight = scan.count > LONG_TEXT ? TERM_IN_LONG : TERM_IN_SHORT;
  return { weight: Math.max(base, weight), role: undefined, points: 6, evidence: [cue("cue", term)] };
}

/** True where the word before a token is one of a list. */
export function precededBy(scan: Scan, token: number, set: WordSet): boolean {
  return token > 0 && set.words.has(hashOf(scan, token - 1));
}
