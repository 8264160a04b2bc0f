/** What a name and the words beside it and in its sentence tell of the person. */
import { namesWork } from "../care-grammar.ts";
import { isMeasure } from "../landmarks.ts";
import { FLAG, MARK } from "../lexicon/index.ts";
import { linkOf } from "../link.ts";
import { isPossessive } from "../names.ts";
import { anyIn, endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { termAt } from "../terms.ts";
import { Counts, KIND } from "./counts.ts";
import { AT, Features, named, spelled, wordAt } from "./feature-set.ts";
import { groupOf } from "./groups.ts";
import type { Person } from "./persons.ts";
import { addGroup, isThirdPerson } from "./talk.ts";
import type { Passage } from "./talk.ts";

/** Tokens that are looked at before a name and behind it. */
export const BEFORE = 30;
export const BEHIND = 45;

/** Shapes of words that may be no names at all. */
export const DOUBTFUL: ReadonlySet<Person["shape"]> = new Set(["unlisted", "unlisted-pair", "word", "small", "small-unlisted", "number", "office", "initials", "letters"]);

/** One for all: what it holds is used up before the next name. */
const FOUND = new Features();
const COUNTS = new Counts();

/** Of one name. The answer is good until the next question. */
export function featuresOf({ scan, isHeading }: Passage, person: Person): Features {
  const seen = FOUND.clear();
  addName(scan, person, seen);
  if (isHeading) seen.add(named("heading")).add(named(`heading ${person.shape}`));
  addBeside(scan, person, seen);
  addLink(scan, person, seen);
  addSentence(scan, person, seen);
  return seen;
}

/** The length of a text in tokens: each step is twice as long. */
function sizeOf({ count }: Scan): number {
  return 32 - Math.clz32(count);
}

/** How a word ends tells names from words of the trade: "-ski", "-itis". */
const SUFFIXES = [2, 3, 4];

function addName(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const info = infoOf(scan, first);
  for (let t = first; t <= last; t++) {
    const group = groupOf(hashOf(scan, t));
    seen.add(wordAt(AT.name, hashOf(scan, t)));
    if (group !== 0) seen.add(named(`name:${group}`));
  }
  // A roster, a note in haste and a report name people in other ways.
  const size = sizeOf(scan);
  seen.add(named(`shape:${shape}`)).add(named(`size:${size}`)).add(named(`size:${size} ${shape}`));
  if (isPossessive(scan, last)) seen.add(named("possessive"));
  const opens = (info & INFO.LINE) !== 0 ? "line" : (info & INFO.SENTENCE) !== 0 ? "sentence" : "within";
  seen.add(named(opens)).add(named(`${shape} ${opens}`));
  // Who stands alone on a line, and last of all, signs.
  const closes = last + 1 >= scan.count ? "last" : (infoOf(scan, last + 1) & INFO.LINE) !== 0 ? "line's end" : (infoOf(scan, last + 1) & INFO.SENTENCE) !== 0 ? "sentence's end" : "goes on";
  seen.add(named(closes)).add(named(`${opens} ${closes}`)).add(named(`${shape} ${opens} ${closes}`));
  const flags = flagsOf(scan, last);
  if ((flags & FLAG.COMMON) !== 0) seen.add(named("common"));
  if ((flags & FLAG.PLACE) !== 0) seen.add(named("place"));
  if ((info & INFO.CAPS) !== 0) seen.add(named("caps"));
  if (shape.startsWith("unlisted") || shape.startsWith("small")) {
    for (const length of SUFFIXES) seen.add(spelled(`ends:${scan.text.slice(Math.max(startOf(scan, last), endOf(scan, last) - length), endOf(scan, last)).toLowerCase()}`));
  }
}

function addBeside(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const places = [[first - 1, AT.before1, "b1"], [first - 2, AT.before2, "b2"], [last + 1, AT.behind1, "a1"], [last + 2, AT.behind2, "a2"]] as const;
  for (const [token, place, name] of places) {
    const info = infoOf(scan, token);
    const term = termAt(scan, token);
    if (term !== undefined) seen.add(named(`${name}:${term.tag.termClass}:${term.tag.strength}`));
    if ((info & INFO.DIGIT) !== 0) seen.add(named(`${name}:digit`));
    else {
      const group = groupOf(hashOf(scan, token));
      seen.add(wordAt(place, hashOf(scan, token)));
      if (group !== 0) seen.add(named(`${name}:${group}`));
      if ((info & INFO.UPPER) !== 0) seen.add(named(`${name}:upper`));
    }
  }
  const gap = scan.text.slice(endOf(scan, last), Math.min(startOf(scan, last + 1), endOf(scan, last) + 2));
  seen.add(spelled(`gap:${gap}`)).add(spelled(`${shape} gap:${gap}`));
  if (isMeasure(scan, last + 1)) seen.add(named("measure behind"));
  if (anyIn(scan.rooms, first - 3, last + 4)) seen.add(named("room"));
  if (anyIn(scan.told, first - 3, last + 3)) seen.add(named("told near"));
  if (anyIn(scan.told, first - 8, last + 8)) seen.add(named("told"));
}

function addLink(scan: Scan, { first, last }: Person, seen: Features): void {
  const { role = "none", weight, evidence } = linkOf(scan, first, last, 0);
  seen.add(named(`link:${role}`)).add(named(`link:${Math.round(weight / 20)}`));
  for (const one of evidence) seen.add(named(one.kind === "structure" ? `link:${one.name}` : `link:${one.kind}`));
}

function addSentence(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const counts = COUNTS.clear();
  for (let t = first - 1; t >= 0 && t >= first - BEFORE && (infoOf(scan, t + 1) & INFO.SENTENCE) === 0; t--) addToken(scan, t, counts, seen);
  let sentences = 1;
  for (let t = last + 1; t < scan.count && t <= last + BEHIND && sentences <= 2; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) {
      if (sentences === 1 && isThirdPerson(hashOf(scan, t))) seen.add(named("third person goes on"));
      sentences++;
    }
    if (sentences <= 2 && isThirdPerson(hashOf(scan, t))) counts.add(KIND["third behind"]);
    if (sentences === 1) addToken(scan, t, counts, seen);
  }
  counts.addTo(seen, "sentence ");
  counts.addTo(seen, DOUBTFUL.has(shape) ? "doubtful sentence " : "named sentence ");
}

function addToken(scan: Scan, token: number, counts: Counts, seen: Features): void {
  const hash = hashOf(scan, token);
  const term = termAt(scan, token);
  if (term !== undefined && !namesWork(scan, token, term.tokens)) counts.add(KIND[term.tag.strength]);
  if ((infoOf(scan, token) & MARK.GENERIC) !== 0) counts.add(KIND.generic);
  if (hash === 0) return;
  seen.add(wordAt(AT.sentence, hash));
  addGroup(groupOf(hash), counts);
}
