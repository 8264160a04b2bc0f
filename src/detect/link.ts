/** Who, and about whose care: words round a name that tie it to a patient, or to someone who is none. */
import type { Evidence, Role } from "../contract/index.ts";
import { agedBehind } from "./ages.ts";
import { askedAfter, beforeTerm, callsAtWork, givesOwnName, headsEntry, headsFamily, SHORT_NOTE } from "./care-grammar.ts";
import { hasWord, listedFrom, lists, mayBegin, wordsOf } from "./context.ts";
import type { WordSet } from "./context.ts";
import {
  AGE_SEX, BUSINESS_AFTER, BUSINESS_BEFORE, DOES, LABELS_AFTER, MADE, MODALS, PATIENT_AFTER, PATIENT_BEFORE, PERHAPS_AFTER, PERHAPS_BEFORE, PETS, PROVIDER_AFTER, PROVIDER_BEFORE,
  PUBLIC_BEFORE, TREATS,
} from "./link-words.ts";
import { REACHES } from "./landmarks.ts";
import { bedCare, inRoom } from "./rooms.ts";
import { MARK } from "./lexicon/index.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { bornBehind, bracketed } from "./name-brackets.ts";
import { careTowards, caredForNext, hasCare, ownCare, possessiveOfCare, termNear } from "./name-care.ts";
import type { Hit } from "./name-care.ts";
import { isSpeaker } from "./speakers.ts";
import { termAt } from "./terms.ts";
import { endsInS } from "./text.ts";

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
const GRAMMAR_CARE = 55;
const GRAMMAR_CARE_LONG = 40;
const CUE_CARE = 25;

const REACH = 5;
const AGE_SEX_REACH = REACHES.ageAndSex;
const REACH_AFTER = REACHES.wordAfter;
const SENTENCE_REACH = REACHES.sentence;
const BUSINESS_REACH = 3;
const COMMA = 44;
/** Words so far apart stand in different columns. */
const COLUMN_GAP = 20;
const LONG_TEXT = 400;
const TERM_IN_SHORT = 55;
const TERM_IN_LONG = 36;

/** "9 pm et/pt", "6pm PT": the hour on the west coast, no patient. */
const HOUR_BEFORE = wordsOf("et,ct,mt,am,pm");
const PACIFIC = wordsOf("pt");
const HOUR = /^\d{1,2}[ap]m$/i;

export function isPacificTime(scan: Scan, token: number): boolean {
  if (!hasWord(PACIFIC, hashOf(scan, token)) || token === 0) return false;
  return hasWord(HOUR_BEFORE, hashOf(scan, token - 1)) || HOUR.test(scan.text.slice(startOf(scan, token - 1), endOf(scan, token - 1)));
}

/** A word before the name for whoever is cared for. */
function patientBefore(scan: Scan, first: number): Hit | undefined {
  const hit = back(scan, first, REACH, PATIENT_BEFORE);
  return hit !== undefined && lists(PACIFIC, hit.word) && isPacificTime(scan, hit.token) ? undefined : hit;
}

function back(scan: Scan, first: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = first - 1; t >= 0 && t >= first - reach; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0 || startOf(scan, t + 1) - endOf(scan, t) > COLUMN_GAP) return undefined;
    if (!mayBegin(set, scan.hash[t] as number)) continue;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined && t + hit.tokens <= first) return { word: hit.word, distance: startOf(scan, first) - endOf(scan, t + hit.tokens - 1), token: t };
  }
  return undefined;
}

function ahead(scan: Scan, last: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = last + 1; t < scan.count && t <= last + reach; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return undefined;
    if (!mayBegin(set, scan.hash[t] as number)) continue;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined) return { word: hit.word, distance: startOf(scan, t) - endOf(scan, last), token: t };
  }
  return undefined;
}

const GREETING = wordsOf("hi,hey,hello,dear,hola");

/** "Hey did Marcus ever get his MRI": the one greeted stands right behind. */
function businessBefore(scan: Scan, first: number): Hit | undefined {
  const hit = back(scan, first, 2, BUSINESS_BEFORE);
  return hit !== undefined && hit.distance > 2 && lists(GREETING, hit.word) ? undefined : hit;
}

/** "…, Aetna says" tells what Aetna does, not the one named before. */
function businessAfter(scan: Scan, last: number): Hit | undefined {
  const hit = ahead(scan, last, BUSINESS_REACH, BUSINESS_AFTER);
  if (hit === undefined) return undefined;
  for (let t = last + 1; t < hit.token; t++) if ((infoOf(scan, t) & INFO.UPPER) !== 0 && scan.text.charCodeAt(endOf(scan, t - 1)) === COMMA) return undefined;
  return hit;
}

function cue(kind: "cue" | "negative-cue", { word, distance }: Hit): Evidence {
  return { kind, cue: word, distance };
}

/** "Patterson's slides for the diabetes talk": what someone made, whatever it is about. */
function ownWork(scan: Scan, last: number): boolean {
  return endsInS(scan.text, endOf(scan, last)) && (infoOf(scan, last + 1) & INFO.SENTENCE) === 0 && hasWord(MADE, hashOf(scan, last + 1));
}

const TITLE_WORDS = wordsOf("the,a,an,and,of,how,when,my,our,in,on,for");

/** "Shilts's And the Band Played On": a small word with a capital inside a sentence opens the title of a book. */
function wroteTitle(scan: Scan, last: number): boolean {
  return endsInS(scan.text, endOf(scan, last)) && (infoOf(scan, last + 1) & (INFO.UPPER | INFO.SENTENCE | INFO.LINE | INFO.CAPS)) === INFO.UPPER && hasWord(TITLE_WORDS, hashOf(scan, last + 1));
}

/** "Susan to update the plan", "Can Ashley bring …": who works on someone's care. */
function doesTheWork(scan: Scan, last: number): Hit | undefined {
  const t = last + 1 + (mayBegin(MODALS, hashOf(scan, last + 1)) ? listedFrom(scan, last + 1, MODALS)?.tokens ?? 0 : 0);
  if (t >= scan.count || (infoOf(scan, last + 1) & INFO.SENTENCE) !== 0 || startOf(scan, last + 1) - endOf(scan, last) !== 1 || !hasWord(DOES, hashOf(scan, t))) return undefined;
  // "post tpa", "set for surgery": a phrase of care is none of their work.
  if (termAt(scan, t)?.tag.strength === "strong") return undefined;
  return { word: "works on it", distance: startOf(scan, t) - endOf(scan, last), token: t };
}

/** False where nothing round a name that begins at a token could tie it to someone's care. */
export function mayTellCare(scan: Scan, token: number): boolean {
  return (infoOf(scan, token) & INFO.NEAR) !== 0;
}

/** True where work, a title, fame or an animal may be told of a name, or it speaks itself. */
function mayBeAside({ seen, text, info, end }: Scan, first: number, last: number): boolean {
  if ((seen & MARK.PETS) !== 0 || text.charCodeAt(end[last] as number) === COLON) return true;
  // Past either end there is nothing, which counts as 0.
  const near = (info[first - 2] as number) | (info[first - 1] as number) | (info[first] as number) | (info[last + 1] as number) | (info[last + 2] as number) | (info[last + 3] as number);
  return (near & MARK.ASIDE) !== 0;
}

const COLON = 58;

/** "per the night nurse, A.W. bed 3 coded": who stands behind a comma and lies in a bed is somebody else. */
function titleBefore(scan: Scan, first: number, last: number): Hit | undefined {
  const title = back(scan, first, 1, PROVIDER_BEFORE);
  return title !== undefined && scan.text.charCodeAt(endOf(scan, title.token)) === COMMA && inRoom(scan, first, last) ? undefined : title;
}

/** What the words round the name `scan[first..last]` say of it. `base` is the weight without any. */
export function linkOf(scan: Scan, first: number, last: number, base: number): Link {
  if (!mayTellCare(scan, first) && !mayBeAside(scan, first, last)) return { weight: base, role: undefined, points: 0, evidence: [] };
  const provider = titleBefore(scan, first, last) ?? ahead(scan, last, 1, PROVIDER_AFTER);
  if (provider !== undefined) return { weight: 5, role: "provider", points: 0, evidence: [cue("negative-cue", provider), { kind: "role", why: "professional title" }] };
  const known = back(scan, first, 1, PUBLIC_BEFORE) ?? (last > first && scan.text.charCodeAt(endOf(scan, first)) === 32 && hasWord(PUBLIC_BEFORE, hashOf(scan, first)) ? { word: "public figure", distance: 0, token: first } : undefined);
  if (known !== undefined) return { weight: 4, role: undefined, points: -4, evidence: [cue("negative-cue", known)] };
  if (wroteTitle(scan, last)) return { weight: 4, role: undefined, points: -4, evidence: [{ kind: "negative-cue", cue: "title of a work", distance: 0 }] };
  if (base === 0 && isSpeaker(scan, first, last)) return { weight: 4, role: "sender", points: 0, evidence: [{ kind: "role", why: "speaks in the transcript" }] };
  if (callsAtWork(scan, first, last)) return { weight: 4, role: "sender", points: 0, evidence: [{ kind: "role", why: "calls for a firm or a ward" }] };
  if (possessiveOfCare(scan, last)) return tied(base, "possessive before a health term", grammarCare(scan));
  if (inRoom(scan, first, last)) return tied(base, "beside a room or bed", bedCare(scan, first, last));
  const pet = (scan.seen & MARK.PETS) === 0 ? undefined : back(scan, first, SENTENCE_REACH, PETS) ?? ahead(scan, last, SENTENCE_REACH, PETS);
  if (pet !== undefined) return { weight: 4, role: undefined, points: -4, evidence: [cue("negative-cue", pet)] };
  if (ownWork(scan, last)) return { weight: 8, role: undefined, points: -4, evidence: [{ kind: "negative-cue", cue: "someone's own work", distance: 0 }] };
  const business = businessBefore(scan, first) ?? businessAfter(scan, last) ?? doesTheWork(scan, last);
  const before = patientBefore(scan, first) ?? back(scan, first, AGE_SEX_REACH, AGE_SEX);
  if (business !== undefined && (before === undefined || business.distance <= before.distance)) {
    return { weight: 8, role: undefined, points: -4, evidence: [cue("negative-cue", business)] };
  }
  if (hasCare(scan, last)) return tied(base, "has, takes or is on a health term", CUE_CARE);
  if (ownCare(scan, last)) return tied(base, "someone's own health term", grammarCare(scan));
  if (caredForNext(scan, last)) return tied(base, "the next sentence speaks of that person's care", 0);
  const treated = back(scan, first, 1, TREATS);
  if (treated !== undefined) return { weight: Math.max(base, 72), role: "patient", points: 12, care: grammarCare(scan) + CUE_CARE, evidence: [{ kind: "structure", name: "treated" }, cue("cue", treated)] };
  const towards = careTowards(scan, first);
  if (towards !== undefined) return { weight: Math.max(base, 72), role: "patient", points: 12, care: CUE_CARE, evidence: [{ kind: "structure", name: "health term for someone" }, cue("cue", towards)] };
  if (bracketed(scan, last) || bornBehind(scan, last)) return tied(base, "birth date or age in brackets", 0);
  if (agedBehind(scan, last)) return tied(base, "age behind the name", CUE_CARE);
  if (beforeTerm(scan, first, last)) return tied(base, "before a health term", grammarCare(scan));
  if (headsEntry(scan, first, last)) return tied(base, "head of an entry", grammarCare(scan));
  if (givesOwnName(scan, first, last)) return tied(base, "gives the own name", CUE_CARE);
  if (askedAfter(scan, first)) return tied(base, "asked after", CUE_CARE);
  if (headsFamily(scan, last)) return tied(base, "someone's case or family", CUE_CARE);
  return linkByWords(scan, first, last, base, before);
}

/** In a short note there is nothing else that the words could be about. */
function grammarCare(scan: Scan): number {
  return scan.count <= SHORT_NOTE ? GRAMMAR_CARE : GRAMMAR_CARE_LONG;
}

function tied(base: number, name: string, care: number): Link {
  return { weight: Math.max(base, 75), role: "patient", points: 18, care, evidence: [{ kind: "structure", name }] };
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
