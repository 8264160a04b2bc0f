/** Health evidence and how near it stands: what ties an identifier to someone's care. Integers throughout. */
import type { CareTerm, Evidence, Weighing } from "../contract/index.ts";
import type { Candidate } from "./engine.ts";
import { genreOf } from "./genre.ts";
import { textHash } from "./lexicon/index.ts";
import { tellsOfMany } from "./of-many.ts";
import type { OfMany } from "./of-many.ts";
import { startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import type { Unit } from "./unit.ts";

export interface Health {
  readonly start: number;
  readonly end: number;
  /** 0 to 100. */
  readonly weight: number;
  /** The same, where the sentence speaks of no one in particular. */
  readonly damped: number;
  /** Tells one term from another. */
  readonly key: number;
  readonly ruleId: string;
  /** A term says so, not the grammar round an identifier. */
  readonly term: boolean;
}

/** Of a term in a sentence about many or about none, so much counts. */
const DAMPED_PERCENT = 30;

/** Of a drill's or a plot's, of an employer's evidence, so much counts. */
const PLAYED_PERCENT = 40;
const STAFF_PERCENT = 10;
const EMPLOYERS_RULES = new Set(["coverage", "care-event", "care-phrase", "specialty", "symptom", "body-part"]);

/** The health evidence of a unit, by position. Care that an identifier implies counts too. */
export function healthOf(unit: Unit): readonly Health[] {
  const { scan } = unit;
  const ofMany = tellsOfMany(scan, unit.health.length);
  if (unit.health.length === 0) return unit.identifiers.filter(tellsCare).map((c) => careOf(c, scan, ofMany)).sort(byStart);
  const { played, staff, applies, general } = genreOf(scan);
  const all = unit.health.map((c) => {
    const percent = applies || (staff && EMPLOYERS_RULES.has(c.rule.id)) ? STAFF_PERCENT : 100;
    const h = healthFrom(c, scan, Math.round((c.weight * percent) / 100), ofMany);
    return general ? { ...h, damped: Math.min(h.damped, Math.round((h.weight * DAMPED_PERCENT) / 100)) } : h;
  });
  if (!staff) for (const c of unit.identifiers) if (tellsCare(c)) all.push(careOf(c, scan, ofMany));
  if (!played) return all.sort(byStart);
  const share = (weight: number): number => Math.round((weight * PLAYED_PERCENT) / 100);
  return all.map((h) => ({ ...h, weight: share(h.weight), damped: share(h.damped) })).sort(byStart);
}

function tellsCare(c: Candidate): boolean {
  return c.care > 0 && !c.test && c.points >= 10;
}

function careOf(c: Candidate, scan: Scan, ofMany: OfMany): Health {
  return { ...healthFrom(c, scan, c.care, ofMany), key: textHash(c.rule.id), term: false };
}

function byStart(a: Health, b: Health): number {
  return a.start - b.start;
}

function healthFrom(c: Candidate, scan: Scan, weight: number, ofMany: OfMany): Health {
  const sure = Math.round((weight * sureness(c.points)) / 100);
  const key = c.key !== 0 ? c.key : textHash(`${c.rule.id}:${scan.text.slice(c.start, Math.min(c.end, c.start + 12))}`);
  return { start: c.start, end: c.end, weight: sure, damped: ofMany(c.token) ? Math.round((sure * DAMPED_PERCENT) / 100) : sure, key, ruleId: c.rule.id, term: true };
}

/** Percent for points from -30 to 40 in steps of five: the logistic curve, rounded. */
const CURVE = [5, 8, 12, 18, 27, 38, 50, 62, 73, 82, 88, 92, 95, 97, 98];

/** How sure a finding is, 0 to 100. */
export function sureness(points: number): number {
  const step = Math.min(CURVE.length - 1, Math.max(0, Math.floor((points + 30) / 5)));
  return CURVE[step] ?? 0;
}

const NEAR = 150;
const FAR = 300;
export const FAR_PERCENT = 15;
const EDGE_PERCENT = 30;
/** Beyond this, evidence speaks only for an identifier that is a patient's in its own right, as at the head of a chart. */
const WIDE = 1200;
/** Pieces of evidence looked at round one identifier: bounds the work on hostile text. */
const COUNTED = 160;
const COUNTED_FAR = 12;

function decay(distance: number): number {
  if (distance <= NEAR) return 100;
  if (distance >= FAR) return FAR_PERCENT;
  return 100 - Math.round(((100 - EDGE_PERCENT) * (distance - NEAR)) / (FAR - NEAR));
}

/** Doubt that is left, in ten-thousandths, after shares of 0 to 100 that are independent of each other. */
export function doubtAfter(shares: Iterable<number>, from = 10_000): number {
  let rest = from;
  for (const share of shares) rest = Math.round((rest * (100 - share)) / 100);
  return rest;
}

/** Combines independent shares, each 0 to 100: 1 - prod(1 - share). */
export function combine(shares: Iterable<number>): number {
  return Math.round((10_000 - doubtAfter(shares)) / 100);
}

/** The care round an identifier, but for what the rest of the draft tells of. */
export interface Ties extends Pick<Weighing, "strong" | "weak"> {
  readonly nearest: NearHealth | undefined;
}

/** How much care stands round it, 0 to 100, where `doubt` is what strong terms and the rest of the draft leave of doubt. */
export function strengthOf(doubt: number, weak: number): number {
  return Math.round((10_000 - Math.round((doubt * (100 - weak)) / 100)) / 100);
}

type NearHealth = Extract<Evidence, { readonly kind: "health" }>;

/** By rule and distance: a roster says the same of each of its patients. */
const NEAR_BY = new Map<string, NearHealth[]>();

function nearHealth(ruleId: string, distance: number): NearHealth {
  let known = NEAR_BY.get(ruleId);
  if (known === undefined) NEAR_BY.set(ruleId, known = []);
  return (known[distance] ??= { kind: "health", ruleId, distance });
}

/** The evidence of a unit, made ready for many questions: a list of patients asks tens of thousands. */
export interface Field {
  readonly all: readonly Health[];
  /** Of each of `all`, the number of its term: two of one term have the same. */
  readonly terms: readonly number[];
  readonly far: readonly Health[];
  readonly farTerms: readonly number[];
  /** In a short note an everyday word beside a patient's name is meant in its medical sense. */
  readonly short: boolean;
  /** By term, and blank between two questions: its share, 0 to 100, and its `KIND`. */
  readonly shares: number[];
  readonly kinds: number[];
}

export function fieldOf(all: readonly Health[], short: boolean): Field {
  const numbers = new Map<number, number>();
  const numberOf = ({ key }: Health): number => {
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  };
  const terms = all.map(numberOf);
  const far = strongestTerms(all);
  return { all, terms, far, farTerms: far.map(numberOf), short, shares: blank(numbers.size), kinds: blank(numbers.size) };
}

/** Plain: most mails have few terms, and to make an array of bytes takes as long as to read a line. */
function blank(size: number): number[] {
  return new Array<number>(size).fill(0);
}

/** The strongest of different terms, in order. */
export function strongestTerms<T extends CareTerm & { readonly start?: number }>(all: readonly T[]): readonly T[] {
  if (all.length === 0) return [];
  const best = new Map<number, T>();
  // By index, here and where else a list is as long: an iterator makes an object a step until its loop is compiled.
  for (let k = 0; k < all.length; k++) {
    const h = all[k] as T;
    const known = best.get(h.key);
    if (known === undefined || known.weight < h.weight) best.set(h.key, h);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || (a.start ?? 0) - (b.start ?? 0)).slice(0, COUNTED_FAR);
}

/** Everyday words with a medical sense never prove care, however many there are. */
const WEAK_CAP = 40;
/** The same for a patient named in a short note. */
const SHORT_CAP = 60;
const SHORT_FACTOR = 2;
const BRIEF_FACTOR = 1.2;
/** Terms from here up need no help. */
const PLAIN_FROM = 60;
const STRONG_FROM = 40;

/** Bits of what a term is, for one question. */
const KIND = { told: 1, strong: 2, term: 4 } as const;

function kindOf({ weight, term }: Health): number {
  return KIND.told | (weight >= STRONG_FROM ? KIND.strong : 0) | (term ? KIND.term : 0);
}

/** `told`: terms in the order in which they came, which the rounding shows. Blanks the field for the next question. */
function tiesOf({ shares, kinds }: Field, told: readonly number[], meant: boolean, nearest: NearHealth | undefined): Ties {
  let strong = 10_000;
  let weakTerms = 0;
  for (const t of told) {
    const share = shares[t] as number;
    const kind = kinds[t] as number;
    if ((kind & KIND.strong) === 0) weakTerms += kind & KIND.term;
    else strong = Math.round((strong * (100 - (meant && (kind & KIND.term) !== 0 && share < PLAIN_FROM ? Math.round(share * BRIEF_FACTOR) : share))) / 100);
  }
  const several = meant && weakTerms > KIND.term;
  let weak = 10_000;
  for (const t of told) {
    const share = shares[t] as number;
    const kind = kinds[t] as number;
    if ((kind & KIND.strong) === 0) weak = Math.round((weak * (100 - (several && (kind & KIND.term) !== 0 ? share * SHORT_FACTOR : share))) / 100);
    shares[t] = 0;
    kinds[t] = 0;
  }
  return { strong, weak: Math.min(several ? SHORT_CAP : WEAK_CAP, Math.round((10_000 - weak) / 100)), nearest };
}

const NO_TIES: Ties = { strong: 10_000, weak: 0, nearest: undefined };

/** How much care stands round `[start, end)`. `own`: the identifier speaks of one person, so generic words do not count against it. */
export function tiesAt(field: Field, start: number, end: number, own: boolean): Ties {
  const { all, terms, far, farTerms, shares, kinds } = field;
  if (all.length === 0) return NO_TIES;
  const told: number[] = [];
  let nearest: string | undefined;
  let nearestBy = Infinity;
  const from = lowerBound(all, start - WIDE);
  const behind = Math.min(all.length, from + COUNTED);
  for (let k = from; k < behind; k++) {
    const h = all[k] as Health;
    if (h.start > end + WIDE) break;
    const distance = h.end <= start ? start - h.end : Math.max(0, h.start - end);
    const weight = own ? h.weight : h.damped;
    const share = Math.round((weight * decay(distance)) / 100);
    const t = terms[k] as number;
    if (share > (shares[t] as number)) {
      if (kinds[t] === 0) told.push(t);
      shares[t] = share;
      kinds[t] = kindOf(h);
    }
    if (weight < 20 || distance >= nearestBy) continue;
    nearest = h.ruleId;
    nearestBy = distance;
  }
  for (let k = 0; own && k < far.length; k++) {
    const h = far[k] as Health;
    const t = farTerms[k] as number;
    if (kinds[t] !== 0) continue;
    told.push(t);
    shares[t] = Math.round((h.weight * FAR_PERCENT) / 100);
    kinds[t] = kindOf(h);
  }
  return tiesOf(field, told, own && field.short, nearest === undefined ? undefined : nearHealth(nearest, nearestBy));
}

function lowerBound(all: readonly Health[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Health).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For the distance of a cue that the scan gives by token. */
export function distanceTo(scan: Scan, token: number, offset: number): number {
  return Math.abs(startOf(scan, token) - offset);
}
