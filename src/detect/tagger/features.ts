/** What the words round a name tell of the person, as numbers of features. Nothing here knows a weight: `npm run train:tagger` learns them. */
import { namesWork } from "../care-grammar.ts";
import { hasWord, wordsOf } from "../context.ts";
import { GAP, gapAt } from "../gaps.ts";
import type { Genre } from "../genre.ts";
import { isMeasure } from "../landmarks.ts";
import { FLAG, joinHash, MARK, textHash } from "../lexicon/index.ts";
import type { TermClass } from "../lexicon/index.ts";
import { linkOf } from "../link.ts";
import { isPossessive } from "../names.ts";
import { anyIn, endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { termAt } from "../terms.ts";
import type { Person } from "./persons.ts";

/** Bits of a feature's number. */
export const BITS = 20;
/** Tokens that are looked at before a name and behind it. */
export const BEFORE = 30;
export const BEHIND = 45;
/** More of a kind says no more. */
const MOST = 4;

const SHIFT = 32 - BITS;
const NUMBERS = new Map<string, number>();

/** `name` is one of ours. What holds letters of a message goes to `spelled`: it would stay in memory, and there is no end to it. */
function named(name: string): number {
  let known = NUMBERS.get(name);
  if (known === undefined) NUMBERS.set(name, known = spelled(name));
  return known;
}

function spelled(name: string): number {
  return textHash(name) >>> SHIFT;
}

/** Where a word stands to the name; the same word tells something else in another place. */
const AT = { before1: 3, before2: 5, behind1: 7, behind2: 9, near: 11, sentence: 13, pair: 15, name: 17 } as const;

/** Where a listed word counts: `scripts/tagger/` gives a word that no mail holds what its list is worth. */
export const PLACES = { near: AT.near, sentence: AT.sentence, pair: AT.pair, name: AT.name } as const;

/** The number of a word at a place; of a phrase for `hash` its words joined. */
export function wordAt(place: number, hash: number): number {
  return joinHash(place, hash) >>> SHIFT;
}

const THIRD = wordsOf("he,she,his,her,him,hers,he's,she's,himself,herself,él,ella,su");
const FIRST = wordsOf("i,my,i'm,i've,i'll,me,mi");
const WE = wordsOf("we,our,us,we're,we'll,we've,nosotros,nuestro,nuestra");
const YOU = wordsOf("you,your,you're,you'll,usted,tu");
const DOCTOR = wordsOf("dr,drs,doctor,md,np,pa,rn,nurse,doc,dra");

/** What is counted in a passage. Terms are counted by class and strength too. */
const KINDS = ["strong", "weak", "sentence strong", "sentence weak", "work", "number", "generic in sentence", "generic", "topic", "pets", "name", "third behind", "third", "first", "we", "you", "doctor"] as const;
const CLASSES: readonly TermClass[] = ["diagnosis", "symptom", "drug", "lab", "procedure", "care", "coverage", "specialty", "anatomy"];
const KIND = Object.fromEntries(KINDS.map((kind, k) => [kind, k])) as Readonly<Record<(typeof KINDS)[number], number>>;
const TERM_KIND = Object.fromEntries(CLASSES.map((name, k) => [name, KINDS.length + k * 2])) as Readonly<Record<TermClass, number>>;

/** For each kind and number the features that say so, for any name and for names of one sort; made when first asked for. */
const REACHED: (readonly [number, number, number] | undefined)[] = [];

function reached(kind: number, count: number): readonly [any: number, doubtful: number, named: number] {
  const place = kind * (MOST + 1) + count;
  let known = REACHED[place];
  if (known === undefined) {
    const term = kind - KINDS.length;
    const name = `${term < 0 ? (KINDS[kind] as string) : `${CLASSES[term >> 1] as string}:${(term & 1) === 0 ? "strong" : "weak"}`}>=${count}`;
    REACHED[place] = known = [named(name), named(`doubtful ${name}`), named(`named ${name}`)];
  }
  return known;
}

/** Counts of one passage by kind. */
class Counts {
  private readonly counts = new Uint8Array(KINDS.length + CLASSES.length * 2);

  add(kind: number): void {
    if ((this.counts[kind] as number) < MOST) this.counts[kind] = (this.counts[kind] as number) + 1;
  }

  /** Each number that is reached is a feature. What is told near a word that may be no name may be told of a thing. */
  addTo(seen: Features, isDoubtful: boolean): void {
    this.counts.forEach((count, kind) => {
      for (let n = 1; n <= count; n++) {
        const [any, doubtful, sure] = reached(kind, n);
        seen.add(any).add(isDoubtful ? doubtful : sure);
      }
    });
  }
}

/** Different numbers in the order they came. A `Set` takes twice as long, and names near care are many. */
export class Features {
  /** Never full: with `BEFORE` and `BEHIND` tokens, three features each, and the counts, a passage has fewer than a third of so many. */
  private readonly places = new Int32Array(PLACES_OF_SET);
  private readonly list = new Int32Array(PLACES_OF_SET);
  count = 0;

  add(feature: number): this {
    let at = Math.imul(feature, SPREAD) >>> (32 - PLACES_BITS);
    for (let key = this.places[at] as number; key !== 0; key = this.places[at] as number) {
      if (key === feature + 1) return this;
      at = (at + 1) & (PLACES_OF_SET - 1);
    }
    this.places[at] = feature + 1;
    this.list[this.count++] = feature;
    return this;
  }

  at(k: number): number {
    return this.list[k] as number;
  }

  clear(): void {
    this.places.fill(0);
    this.count = 0;
  }

  values(): readonly number[] {
    return [...this.list.subarray(0, this.count)];
  }
}

const PLACES_BITS = 11;
const PLACES_OF_SET = 1 << PLACES_BITS;
const SPREAD = 0x9e3779b1 | 0;
/** One for all: what it holds is used up before the next name. */
const FOUND = new Features();

/** Of one name. `genre` is the text's. The answer is good until the next question. */
export function featuresOf(scan: Scan, person: Person, genre: Genre): Features {
  const seen = FOUND;
  seen.clear();
  seen.add(named("bias"));
  addName(scan, person, seen);
  addBeside(scan, person, seen);
  addLink(scan, person, seen);
  addPassage(scan, person, seen);
  for (const [kind, holds] of Object.entries(genre)) if (holds) seen.add(named(`genre:${kind}`));
  return seen;
}

const SUFFIX = 3;

function addName(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const info = infoOf(scan, first);
  for (let t = first; t <= last; t++) seen.add(wordAt(AT.name, hashOf(scan, t)));
  seen.add(named(`shape:${shape}`));
  if (isPossessive(scan, last)) seen.add(named("possessive"));
  const opens = (info & INFO.LINE) !== 0 ? "line" : (info & INFO.SENTENCE) !== 0 ? "sentence" : "within";
  seen.add(named(opens)).add(named(`${shape} ${opens}`));
  const flags = flagsOf(scan, last);
  if ((flags & FLAG.COMMON) !== 0) seen.add(named("common"));
  if ((flags & FLAG.PLACE) !== 0) seen.add(named("place"));
  if ((info & INFO.CAPS) !== 0) seen.add(named("caps"));
  if (shape.startsWith("unlisted") || shape === "small") seen.add(spelled(`ends:${scan.text.slice(Math.max(startOf(scan, last), endOf(scan, last) - SUFFIX), endOf(scan, last)).toLowerCase()}`));
}

function addBeside(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const places = [[first - 1, AT.before1, "b1"], [first - 2, AT.before2, "b2"], [last + 1, AT.behind1, "a1"], [last + 2, AT.behind2, "a2"]] as const;
  for (const [token, place, name] of places) {
    const info = infoOf(scan, token);
    const term = termAt(scan, token);
    if (term !== undefined) seen.add(named(`${name}:${term.tag.termClass}:${term.tag.strength}`));
    if ((info & INFO.DIGIT) !== 0) seen.add(named(`${name}:digit`));
    else {
      seen.add(wordAt(place, hashOf(scan, token)));
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

/** Shapes of words that may be no names at all. */
export const DOUBTFUL: ReadonlySet<Person["shape"]> = new Set(["unlisted", "unlisted-pair", "word", "small", "small-unlisted", "number", "office", "initials"]);

function addPassage(scan: Scan, { first, last, shape }: Person, seen: Features): void {
  const counts = new Counts();
  let inSentence = true;
  for (let t = first - 1; t >= 0 && t >= first - BEFORE; t--) {
    inSentence &&= (infoOf(scan, t + 1) & INFO.SENTENCE) === 0;
    addToken(scan, t, inSentence, counts, seen);
  }
  inSentence = true;
  let inNext = true;
  for (let t = last + 1; t < scan.count && t <= last + BEHIND; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) {
      if (inSentence && hasWord(THIRD, hashOf(scan, t))) seen.add(named("third person goes on"));
      inNext = inSentence;
      inSentence = false;
    }
    if (inNext && hasWord(THIRD, hashOf(scan, t))) counts.add(KIND["third behind"]);
    addToken(scan, t, inSentence, counts, seen);
  }
  counts.addTo(seen, DOUBTFUL.has(shape));
}

const PRONOUNS = [[THIRD, KIND.third], [FIRST, KIND.first], [WE, KIND.we], [YOU, KIND.you], [DOCTOR, KIND.doctor]] as const;

function addToken(scan: Scan, token: number, inSentence: boolean, counts: Counts, seen: Features): void {
  const info = infoOf(scan, token);
  const hash = hashOf(scan, token);
  const term = termAt(scan, token);
  if (term !== undefined && namesWork(scan, token, term.tokens)) counts.add(KIND.work);
  else if (term !== undefined) {
    const { termClass, strength } = term.tag;
    counts.add(TERM_KIND[termClass] + (strength === "strong" ? 0 : 1));
    counts.add(KIND[strength]);
    if (inSentence) counts.add(KIND[`sentence ${strength}`]);
  }
  if ((info & INFO.DIGIT) !== 0) counts.add(KIND.number);
  if ((info & MARK.GENERIC) !== 0) counts.add(inSentence ? KIND["generic in sentence"] : KIND.generic);
  if ((info & MARK.TOPIC) !== 0) counts.add(KIND.topic);
  if ((info & MARK.PETS) !== 0) counts.add(KIND.pets);
  if ((info & INFO.UPPER) !== 0 && (flagsOf(scan, token) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0) counts.add(KIND.name);
  if (hash === 0) return;
  for (const [words, kind] of PRONOUNS) if (hasWord(words, hash)) counts.add(kind);
  seen.add(wordAt(AT.near, hash));
  if (inSentence) seen.add(wordAt(AT.sentence, hash));
  if ((gapAt(scan, token) & (GAP.BLANK | GAP.HYPHEN)) !== 0) seen.add(wordAt(AT.pair, joinHash(hash, hashOf(scan, token + 1))));
}
