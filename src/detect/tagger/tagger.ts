/**
 * Judges by the whole passage whether a name is a patient's, where the rules see no sign of care beside it or too little: mail in haste has a grammar
 * of its own in each house. A linear model over the words round the name; it adds names to those of the rules and takes doubtful ones back.
 */
import type { Evidence, Role } from "../../contract/index.ts";
import { namesWork } from "../care-grammar.ts";
import type { Candidate } from "../engine.ts";
import { genreOf } from "../genre.ts";
import { linkOf } from "../link.ts";
import type { Rule } from "../rule.ts";
import { endOf, indexFrom, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { endsInS } from "../text.ts";
import { BEFORE, BEHIND, DOUBTFUL, featuresOf } from "./features.ts";
import { scoreOf } from "./model.ts";
import { personsIn } from "./persons.ts";
import type { Person } from "./persons.ts";

/** From here up, in steps of log-odds, a name is a patient's. */
const TAGGED_FROM = 5;
/** The same in longer mail, which may speak of many things. */
const TAGGED_IN_LONG = 8;
/** The same where one everyday word with a medical sense is all that speaks of care. */
const TAGGED_IF_WEAK = 16;
/** Of a word that may be no name at all it takes so much more. */
const MORE_IF_DOUBTFUL = 8;
/** One number in so many words or more is a record's. */
const RECORD_SHARE = 3;
/** From here down a name is nobody's, though words beside it tie it to care. */
const DOUBTED_UNTIL = -12;
/** Names of one text that are judged: a roster of more is told by its table, and hostile text must not cost more. */
const MOST = 200;
/** In a note of so many tokens every name is looked at that has a word of care near; in longer mail those near a sure term. */
const SHORT = 60;
/** So many everyday words with a medical sense speak of care as well as one sure term. */
const WEAK_TOGETHER = 2;
/** In longer mail so many tokens lie between a name and what speaks of care, at most. */
const CARE_REACH = 20;
const LONGEST_PERSON = 6;

const WEIGHT = 75;
const POINTS = 18;
const CARE = 60;
const DOUBTED_WEIGHT = 8;
const OTHERS: ReadonlySet<Role> = new Set<Role>(["sender", "provider"]);
/** Found by capitals and the words round them, not by a label. */
const DOUBTABLE = new Set(["name-pair", "name-comma", "name-cued", "name-titled"]);

/**
 * From how many steps on a name is a patient's, by how far the passage round it speaks of care at all. Records that are all numbers and codes have their
 * own grammar, which the rules know.
 */
function neededFor(scan: Scan, { first, last, shape }: Person): number {
  const { terms, termTokens, count } = scan;
  const reach = count > SHORT ? CARE_REACH : SHORT;
  const weak = new Set<number>();
  let strong = false;
  for (let k = indexFrom(termTokens, first - reach); k < terms.length && (termTokens[k] as number) <= last + reach; k++) {
    const { tag, hash, tokens } = terms[k] as Scan["terms"][number];
    const token = termTokens[k] as number;
    if ((token >= first && token <= last) || namesWork(scan, token, tokens)) continue;
    if (tag.strength === "strong") strong = true;
    else weak.add(hash);
  }
  if ((!strong && weak.size === 0) || isRecord(scan, first, last)) return Infinity;
  const sure = strong || weak.size >= WEAK_TOGETHER;
  return (sure ? (count > SHORT ? TAGGED_IN_LONG : TAGGED_FROM) : TAGGED_IF_WEAK) + (DOUBTFUL.has(shape) ? MORE_IF_DOUBTFUL : 0);
}

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

/** Names that are a patient's by the passage round them, and those that are nobody's. */
function judgedPersons(scan: Scan): readonly Judged[] {
  const judged: Judged[] = [];
  for (const person of personsNearCare(scan)) {
    const needed = neededFor(scan, person);
    if (needed === Infinity) continue;
    const score = scoreOf(featuresOf(scan, person, genreOf(scan)));
    // Who speaks in a chat or calls for a firm is no patient, whatever is said.
    if (score >= needed && OTHERS.has(linkOf(scan, person.first, person.last, 0).role ?? "unknown")) continue;
    if (score >= needed || score <= DOUBTED_UNTIL) judged.push({ person, isPatient: score >= needed });
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

function rejudged({ rule, start, end, token, after, points, evidence, test, key, sensitive }: Candidate, weight: number, role: Role | undefined, care: number, why: Evidence): Candidate {
  return { rule, start, end, token, after, points, weight, role, care, evidence: evidence.concat(why), test, key, sensitive };
}

function raised(c: Candidate): Candidate {
  return rejudged(c, Math.max(c.weight, WEIGHT), "patient", Math.max(c.care, CARE), IN_PASSAGE);
}

function doubted(c: Candidate): Candidate {
  return rejudged(c, Math.min(c.weight, DOUBTED_WEIGHT), undefined, 0, NO_PATIENT);
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
export function tagNames(scan: Scan, found: Candidate[], rule: Rule): void {
  if (scan.terms.length === 0) return;
  const persons = judgedPersons(scan);
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
    if (isPatient && !known.has(k)) found.push(tagged(scan, person, rule));
  });
}

function placeOf(places: ReadonlyMap<number, number>, { token, after }: Candidate): number | undefined {
  for (let t = token; t < after && t < token + LONGEST_PERSON; t++) {
    const place = places.get(t);
    if (place !== undefined) return place;
  }
  return undefined;
}

function mayBeRaised({ rule, role, test }: Candidate): boolean {
  return !test && role !== "provider" && role !== "sender" && (rule.part === "A" || rule.part === "H" || rule.part === "R");
}
