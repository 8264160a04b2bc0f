/**
 * Judges by the whole passage whether a name is a patient's, where the rules see no sign of care beside it or too little: mail in haste has a grammar
 * of its own in each house. A linear model over the words round the name; it adds names to those of the rules and takes doubtful ones back.
 */
import type { Evidence, Part, Role } from "../../contract/index.ts";
import type { Candidate } from "../engine.ts";
import { genreOf } from "../genre.ts";
import { linkOf } from "../link.ts";
import { isOrgRule } from "../org-rules.ts";
import type { Rule } from "../rule.ts";
import { endOf, hashOf, indexFrom, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { endsInS } from "../text.ts";
import { CARE_REACH, careRound, hasSureTerm, hasTerm, isLong, SHORT } from "./care.ts";
import { AT, wordAt } from "./feature-set.ts";
import { BEFORE, BEHIND, DOUBTFUL, featuresOf } from "./features.ts";
import { scoreOf, weightOf } from "./model.ts";
import { personsIn } from "./persons.ts";
import type { Person } from "./persons.ts";
import { talkOf } from "./talk.ts";
import type { Passage, Talk } from "./talk.ts";

/** From here up, in steps of log-odds, a name is a patient's. */
const TAGGED_FROM = 2;
/** The same in longer mail, which may speak of many things. */
const TAGGED_IN_LONG = 20;
/** The same where one everyday word with a medical sense is all that speaks of care. */
const TAGGED_IF_WEAK = 6;
/** The same in a short note without a health term. */
const TAGGED_IF_TALK = 30;
/** What such a note speaks of, whoever is named in it, must come to so much. */
const TALK_FROM = 0;
/** And its words alone to so much: a look at these is cheap. */
const WORDS_FROM = 0;
/** A name and its sentence hardly ever add more to what the passage tells. */
const MOST_OF_NAME = 36;
/** Of a word that may be no name at all it takes so much more. */
const MORE_IF_DOUBTFUL = 4;
/** And of a whole name where no sure health term stands: all trades write whole names, who cares for someone seldom does. */
const MORE_IF_WHOLE = 16;
/** And in what is written to many, or played. */
const MORE_IF_GENERAL = 16;
/** And of who stands alone on the last line: that is where one signs. */
const MORE_IF_SIGNED = 24;
/** One number in so many words or more is a record's. */
const RECORD_SHARE = 2;
/** From here down a name is nobody's, though words beside it tie it to care. */
const DOUBTED_UNTIL = -8;
/** The same in longer mail: one line about a patient may stand in talk of other things. */
const DOUBTED_IN_LONG = -24;
/** Names of one text that are judged: a roster of more is told by its table, and hostile text must not cost more. */
const MOST = 200;
const LONGEST_PERSON = 6;

const WEIGHT = 75;
const POINTS = 18;
const CARE = 90;
/** Enough to tell of care by itself, and no more: the most likely of the rules that take a number for theirs stays so. */
const RAISED_POINTS = 15;
const DOUBTED_WEIGHT = 8;
const OTHERS: ReadonlySet<Role> = new Set<Role>(["sender", "provider"]);
/** Names, and numbers of records, plans, accounts and cases. */
const RAISED_PARTS: ReadonlySet<Part> = new Set<Part>(["A", "H", "I", "J", "R"]);
/** Found by capitals and the words round them, not by a label. */
const DOUBTABLE = new Set(["name-pair", "name-comma", "name-cued", "name-titled"]);

/** Shapes of given name and surname together. */
const WHOLE_NAMES: ReadonlySet<Person["shape"]> = new Set(["pair", "comma", "unlisted-pair", "name-initial", "initial-surname"]);

/** From how many steps on a name is a patient's, by how far the passage round it speaks of care at all. */
function neededFor(passage: Passage, person: Person): number {
  const care = careRound(passage, person);
  const needed = care === "sure" ? (isLong(passage) ? TAGGED_IN_LONG : TAGGED_FROM) : care === "weak" ? TAGGED_IF_WEAK : isLong(passage) ? Infinity : TAGGED_IF_TALK;
  const { general, played } = genreOf(passage.scan);
  return needed + (care !== "sure" && WHOLE_NAMES.has(person.shape) ? MORE_IF_WHOLE : 0) + (DOUBTFUL.has(person.shape) ? MORE_IF_DOUBTFUL : 0) + (general || played ? MORE_IF_GENERAL : 0) + (signs(passage.scan, person) ? MORE_IF_SIGNED : 0);
}

function signs(scan: Scan, { first, last }: Person): boolean {
  return first > 0 && last + 1 >= scan.count && (infoOf(scan, first) & INFO.LINE) !== 0;
}

/** Records that are all numbers and codes have their own grammar, which the rules know. */
function isRecord({ numbers, count }: Scan, first: number, last: number): boolean {
  const [from, to] = [Math.max(0, first - BEFORE), Math.min(count, last + BEHIND + 1)];
  return (indexFrom(numbers, to) - indexFrom(numbers, from)) * RECORD_SHARE > to - from;
}

interface Judged {
  readonly person: Person;
  readonly isPatient: boolean;
}

/** Those within reach of a term that speaks of care by itself, in a short note of any term. In order. */
function personsNearCare(scan: Scan): readonly Person[] {
  if (scan.count <= SHORT) return personsIn(scan, 0, scan.count - 1, MOST);
  const found: Person[] = [];
  let from = 0;
  for (let k = 0; k < scan.terms.length && found.length < MOST; k++) {
    if (scan.terms[k]?.tag.strength !== "strong") continue;
    const token = scan.termTokens[k] as number;
    for (const person of personsIn(scan, Math.max(from, token - CARE_REACH - LONGEST_PERSON), token + CARE_REACH, MOST - found.length)) found.push(person);
    from = Math.max(token + CARE_REACH, found[found.length - 1]?.last ?? 0) + 1;
  }
  return found;
}

/** What is spoken of round a name: in a short note the whole of it, with its subject the same for every name in either. */
export function talkRound({ scan, beside }: Passage, { first, last }: Person): Talk {
  if (scan.count > SHORT) return talkOf(scan, first - BEFORE, last + BEHIND, beside);
  const [note, heading] = noteOf({ scan, beside });
  return talkOf(note, 0, note.count - 1, heading);
}

/** The longer of two short texts, and the other one. */
function noteOf({ scan, beside }: Pick<Passage, "scan" | "beside">): readonly [note: Scan, heading: Scan | undefined] {
  return beside !== undefined && beside.count <= SHORT && beside.count > scan.count ? [beside, scan] : [scan, beside];
}

/** What the talk round a name comes to, for a word that may be no name and for another. */
interface TalkScore {
  readonly doubtful: number;
  readonly sure: number;
}

function scoreOfTalk({ any, doubtful, sure }: Talk): TalkScore {
  const score = scoreOf(any);
  return { doubtful: score + scoreOf(doubtful), sure: score + scoreOf(sure) };
}

function scoreOfWords(scan: Scan): number {
  let sum = 0;
  for (let t = 0; t < scan.count; t++) sum += weightOf(wordAt(AT.near, hashOf(scan, t)));
  return sum;
}

/** Asked for twice where a note has a subject. */
const WHOLE = new WeakMap<Scan, TalkScore>();

/** `mayDoubt`: what the note speaks of may also take a name back. Undefined for a note without a sure health term whose words are those of other trades: most end here. */
function scoreOfNote(passage: Passage, mayDoubt: boolean): TalkScore | undefined {
  const [note, heading] = noteOf(passage);
  let known = WHOLE.get(note);
  if (known === undefined && (hasSureTerm(passage) || (mayDoubt && hasTerm(passage)) || scoreOfWords(note) >= WORDS_FROM)) WHOLE.set(note, known = scoreOfTalk(talkOf(note, 0, note.count - 1, heading)));
  return known === undefined || (!hasTerm(passage) && Math.max(known.doubtful, known.sure) < TALK_FROM) ? undefined : known;
}

/** Names that are a patient's by the passage round them, and those that are nobody's. `mayDoubt`: some rule found a name that may be taken back. */
function judgedPersons(passage: Passage, mayDoubt: boolean): readonly Judged[] {
  const { scan } = passage;
  const isShort = scan.count <= SHORT;
  const whole = isShort ? scoreOfNote(passage, mayDoubt) : undefined;
  if (isShort && whole === undefined) return [];
  const judged: Judged[] = [];
  for (const person of personsNearCare(scan)) {
    if (isRecord(scan, person.first, person.last)) continue;
    const needed = neededFor(passage, person);
    if (needed === Infinity) continue;
    const talk = whole ?? scoreOfTalk(talkRound(passage, person));
    const told = DOUBTFUL.has(person.shape) ? talk.doubtful : talk.sure;
    if (!mayDoubt && told + MOST_OF_NAME < needed) continue;
    const score = told + scoreOf(featuresOf(passage, person));
    // Who speaks in a chat or calls for a firm is no patient, whatever is said.
    if (score >= needed && OTHERS.has(linkOf(scan, person.first, person.last, 0).role ?? "unknown")) continue;
    if (score >= needed || score <= (isLong(passage) ? DOUBTED_IN_LONG : DOUBTED_UNTIL)) judged.push({ person, isPatient: score >= needed });
  }
  return judged;
}

const IN_PASSAGE: Evidence = { kind: "structure", name: "the passage speaks of someone's care" };
const NO_PATIENT: Evidence = { kind: "role", why: "the passage speaks of no patient" };

// Property by property in the engine's order: candidates of another shape slow down all that reads them.

function tagged(scan: Scan, { first, last, shape }: Person, rule: Rule): Candidate {
  const end = endOf(scan, last);
  const isOwners = end - startOf(scan, last) > 3 && endsInS(scan.text, end);
  return {
    rule, start: startOf(scan, first), end: isOwners ? end - 2 : end, token: first, after: last + 1, points: POINTS, weight: WEIGHT, role: "patient", care: CARE,
    evidence: [{ kind: "shape", name: shape }, IN_PASSAGE], test: false, key: 0, sensitive: undefined,
  };
}

function rejudged({ rule, start, end, token, after, evidence, test, key, sensitive }: Candidate, points: number, weight: number, role: Role | undefined, care: number, why: Evidence): Candidate {
  return { rule, start, end, token, after, points, weight, role, care, evidence: evidence.concat(why), test, key, sensitive };
}

function raised(c: Candidate): Candidate {
  return rejudged(c, Math.max(c.points, RAISED_POINTS), Math.max(c.weight, WEIGHT), "patient", Math.max(c.care, CARE), IN_PASSAGE);
}

function doubted(c: Candidate): Candidate {
  return rejudged(c, c.points, Math.min(c.weight, DOUBTED_WEIGHT), undefined, 0, NO_PATIENT);
}

/** For each token of a judged person, its place among them. */
function placesOf(persons: readonly Judged[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  persons.forEach(({ person: { first, last } }, k) => {
    for (let t = first; t <= last; t++) places.set(t, k);
  });
  return places;
}

/** Judges the rules' candidates by the passages round them, and adds names that no rule found, listed as `rule`. Changes `found`. */
export function tagNames(passage: Passage, found: Candidate[], rule: Rule): void {
  if (passage.scan.count > SHORT && !hasTerm(passage)) return;
  const persons = judgedPersons(passage, found.some(({ rule: { id } }) => DOUBTABLE.has(id)));
  if (persons.length === 0) return;
  const places = placesOf(persons);
  const known = new Set<number>();
  // In place: a text of findings alone has hundreds of thousands.
  for (let k = 0; k < found.length; k++) {
    const c = found[k] as Candidate;
    if (c.rule.part === "health") continue;
    // "Ana Ruiz Gil": what stands right behind a name is more of it.
    for (let t = c.token; t <= c.after && t < c.token + LONGEST_PERSON; t++) known.add(places.get(t) ?? -1);
    const place = placeOf(places, c);
    if (place === undefined) continue;
    if (!(persons[place] as Judged).isPatient) found[k] = DOUBTABLE.has(c.rule.id) ? doubted(c) : c;
    else if (mayBeRaised(c)) found[k] = raised(c);
  }
  persons.forEach(({ person, isPatient }, k) => {
    if (isPatient && !known.has(k)) found.push(tagged(passage.scan, person, rule));
  });
}

function placeOf(places: ReadonlyMap<number, number>, { token, after }: Candidate): number | undefined {
  // Where the ending of a name is its owner's, `after` is the name's own token.
  for (let t = token; t < Math.max(after, token + 1) && t < token + LONGEST_PERSON; t++) {
    const place = places.get(t);
    if (place !== undefined) return place;
  }
  return undefined;
}

function mayBeRaised({ rule, role, test }: Candidate): boolean {
  return !test && role !== "provider" && role !== "sender" && RAISED_PARTS.has(rule.part) && !isOrgRule(rule);
}
