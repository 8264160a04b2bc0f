/** The PHI score of a draft: identifiers of the patient's side, each times the health evidence round it. Integers throughout. */
import type { AttachmentAssessment, CareTerm, Part, Weighing } from "../contract/index.ts";
import { combine, doubtAfter, strengthOf, strongestTerms, sureness, tiesAt } from "./evidence.ts";
import type { Field, Ties } from "./evidence.ts";
import type { Judged } from "./roles.ts";

/** An identifier as it counts for the score, but for the care that is told elsewhere. */
export interface Weighed {
  readonly judged: Judged;
  readonly weighing: Weighing;
  readonly nearest: Ties["nearest"];
}

/** From here up a draft counts as PHI. */
export const PHI_FROM = 35;
/** A finding with this share is part of why. */
export const SHARE_COUNTS = 8;
/** Without anyone to whom the care could belong, dates and telephone numbers do not add up to PHI. */
const NO_ANCHOR_CAP = 30;
/** How far from the strongest identifier another one still speaks of the same person. */
const SAME_PERSON = 500;
export const AMBIENT_PERCENT = 40;
export const SUBJECT_PERCENT = 80;
const AMBIENT_COUNTED = 8;

/** Parts that point to one person by themselves. */
const ANCHOR_PARTS = new Set(["G", "H", "I", "M", "R", "J", "K", "Q", "P"]);
const ANCHOR_RULES = new Set(["date-of-birth", "age-over-89", "age-in-words", "us-street-address"]);

function isAnchor({ candidate, role, weight }: Judged): boolean {
  if (role === "patient") return true;
  if (candidate.rule.part === "A") return weight >= 40;
  return ANCHOR_PARTS.has(candidate.rule.part) || ANCHOR_RULES.has(candidate.rule.id);
}

/** Weighs an identifier in its own text. */
export function weigh(judged: Judged, field: Field): Weighed {
  const { candidate, weight, role } = judged;
  const { strong, weak, nearest } = tiesAt(field, candidate.start, candidate.end, role === "patient");
  const others = role === "sender" || role === "provider";
  const force = others ? 0 : weight * sureness(candidate.points);
  return { judged, nearest, weighing: { at: candidate.start, force, anchor: !others && isAnchor(judged), strong, weak } };
}

/** Its share of the score, 0 to 100, where `ambient` care reaches it. */
export function shareOf(weighing: Weighing, ambient: readonly number[]): number {
  return weighing.force === 0 ? 0 : Math.round((weighing.force * strengthOf(doubtAfter(ambient, weighing.strong), weighing.weak)) / 10_000);
}

/** The same for one share of ambient care, 0 to 100: asked many times of each identifier of a file. */
export function shareWith({ force, strong, weak }: Weighing, ambient: number): number {
  return force === 0 ? 0 : Math.round((force * strengthOf(Math.round((strong * (100 - ambient)) / 100), weak)) / 10_000);
}

/** The least ambient care, 0 to 100, with which it is part of why; undefined where none would do. */
export function needOf(weighing: Weighing): number | undefined {
  if (shareWith(weighing, 0) >= SHARE_COUNTS) return 0;
  if (shareWith(weighing, 100) < SHARE_COUNTS) return undefined;
  let low = 0;
  let high = 100;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (shareWith(weighing, middle) >= SHARE_COUNTS) high = middle;
    else low = middle;
  }
  return high;
}

/** Care that reaches a text from elsewhere in the draft, in shares of 0 to 100. */
export interface Ambient {
  readonly subject: readonly number[];
  readonly names: readonly number[];
  /** The body and the texts of attachments. */
  readonly texts: readonly number[];
}

export interface CareOfDraft {
  readonly subject: readonly CareTerm[];
  readonly body: readonly CareTerm[];
  /** Those of the body that stand in a subject line of a quoted mail. */
  readonly subjectLines: readonly CareTerm[];
  readonly attachments: readonly AttachmentAssessment["care"][];
}

/** The strongest terms as ambient shares, each at so many percent. */
export function sharesOf(care: readonly CareTerm[], percent: number): readonly number[] {
  return strongestTerms(care).slice(0, AMBIENT_COUNTED).map(({ damped }) => Math.round((damped * percent) / 100));
}

/** What subject and file names tell reaches all texts, and what those tell reaches subject and file names, and each other. */
export function ambientOf({ subject, body, subjectLines, attachments }: CareOfDraft): Ambient {
  const names = attachments.flatMap(({ name }) => name);
  const texts = [...body, ...attachments.flatMap((care) => care.texts)];
  return {
    subject: sharesOf([...texts, ...names], SUBJECT_PERCENT),
    names: sharesOf([...subject, ...texts], SUBJECT_PERCENT),
    texts: sharesOf([...subject, ...names, ...subjectLines, ...attachments.flatMap((care) => care.subjectLines)], AMBIENT_PERCENT),
  };
}

/** An identifier of one text with its share. */
export interface Shared {
  readonly weighing: Weighing;
  readonly part: Part;
  readonly share: number;
}

function rank({ weighing, share }: Shared): number {
  return share + (weighing.anchor ? 100 : 0);
}

/** The strongest identifier of a text, and with it the best of each other class near it. */
export function topOf<T extends Shared>(shared: readonly T[]): readonly T[] {
  let top: T | undefined;
  for (const s of shared) if (s.share > 0 && (top === undefined || rank(s) > rank(top))) top = s;
  if (top === undefined) return [];
  const best = new Map<Part, T>();
  for (const s of shared) {
    if (Math.abs(s.weighing.at - top.weighing.at) > SAME_PERSON) continue;
    if (s.share > (best.get(s.part)?.share ?? 0)) best.set(s.part, s);
  }
  return [top, ...best.values()];
}

/** The score of one text, 0 to 100. */
export function scoreText(shared: readonly Shared[]): number {
  return scoreOf(topOf(shared));
}

/** The same, by what `topOf` gives. */
export function scoreOf([top, ...best]: readonly Shared[]): number {
  if (top === undefined) return 0;
  const sum = combine(best.map(({ share }) => share));
  return top.weighing.anchor ? sum : Math.min(sum, NO_ANCHOR_CAP);
}
