/** The PHI score of a draft: identifiers of the patient's side, each times the health evidence round it. Integers throughout. */
import { combine, fieldOf, healthOf, strengthAt, sureness } from "./evidence.ts";
import type { Field, Health, Strength } from "./evidence.ts";
import type { Judged } from "./roles.ts";
import { stretchAt } from "./sections.ts";
import { isHeading } from "./unit.ts";
import type { Unit } from "./unit.ts";

export interface Scored {
  readonly judged: Judged;
  readonly strength: Strength;
  /** 0 to 100. */
  readonly share: number;
}

export interface Score {
  readonly phi: boolean;
  readonly score: number;
  readonly scored: readonly Scored[];
}

/** From here up a draft counts as PHI. */
export const PHI_FROM = 35;
/** A finding with this share is part of why. */
export const SHARE_COUNTS = 8;
/** Without anyone to whom the care could belong, dates and telephone numbers do not add up to PHI. */
const NO_ANCHOR_CAP = 30;
/** How far from the strongest identifier another one still speaks of the same person. */
const SAME_PERSON = 500;
const AMBIENT_PERCENT = 40;
const SUBJECT_PERCENT = 80;
const AMBIENT_COUNTED = 8;
/** A note of so many tokens is written in haste, from one who knows to one who knows. */
const BRIEF = 30;

/** Parts that point to one person by themselves. */
const ANCHOR_PARTS = new Set(["G", "H", "I", "M", "R", "J", "K", "Q", "P"]);
const ANCHOR_RULES = new Set(["date-of-birth", "age-over-89", "age-in-words", "us-street-address"]);

function isAnchor({ judged, share }: Scored): boolean {
  const { candidate, role, weight } = judged;
  if (share === 0 || role === "provider" || role === "sender") return false;
  if (role === "patient") return true;
  if (candidate.rule.part === "A") return weight >= 40;
  return ANCHOR_PARTS.has(candidate.rule.part) || ANCHOR_RULES.has(candidate.rule.id);
}

function sharesOf(health: readonly Health[], percent: number): number[] {
  return fieldOf(health, []).far.slice(0, AMBIENT_COUNTED).map((h) => Math.round((h.damped * percent) / 100));
}

/** Health evidence of each unit, with what reaches it from subject and file names, and reaches those from the rest and each other. */
function fields(units: readonly Unit[]): readonly Field[] {
  const health = units.map(healthOf);
  const of = (wanted: (unit: Unit) => boolean): readonly Health[] => units.flatMap((unit, i) => (wanted(unit) ? (health[i] ?? []) : []));
  const headings = of((unit) => isHeading(unit.where));
  const subjectLines = units.flatMap((unit, i) => (isHeading(unit.where) ? [] : (health[i] ?? []).filter((h) => inSubjectLine(unit, h.start))));
  const fromHeadings = sharesOf([...headings, ...subjectLines], AMBIENT_PERCENT);
  const outsideSubject = sharesOf(of((unit) => unit.where.kind !== "subject"), SUBJECT_PERCENT);
  const outsideNames = sharesOf(of((unit) => unit.where.kind !== "attachment-name"), SUBJECT_PERCENT);
  return units.map((unit, i) => {
    const around = unit.where.kind === "subject" ? outsideSubject : unit.where.kind === "attachment-name" ? outsideNames : fromHeadings;
    return fieldOf(health[i] ?? [], around, unit.scan.count <= BRIEF);
  });
}

function inSubjectLine(unit: Unit, offset: number): boolean {
  return stretchAt(unit.stretches, offset).zone === "subject";
}

/** Scores all identifiers of a draft. */
export function scoreDraft(units: readonly Unit[], identifiers: readonly Judged[]): Score {
  if (units.every((unit) => unit.health.length === 0 && unit.identifiers.every((c) => c.care === 0))) {
    return { phi: false, score: 0, scored: identifiers.map((judged) => ({ judged, strength: { value: 0, nearest: undefined }, share: 0 })) };
  }
  const field = fields(units);
  const scored = identifiers.map((judged) => {
    const { candidate, weight, role, unit } = judged;
    const own = role === "patient";
    const strength = strengthAt(field[units.indexOf(unit)] as Field, candidate.start, candidate.end, own);
    const share = role === "sender" || role === "provider" ? 0 : Math.round((weight * sureness(candidate.points) * strength.value) / 10_000);
    return { judged, strength, share };
  });
  const score = Math.max(0, ...units.map((unit) => scoreUnit(scored.filter((s) => s.judged.unit === unit))));
  return { phi: score >= PHI_FROM, score, scored };
}

/** The strongest identifier, and with it the best of each other class near it. */
function scoreUnit(scored: readonly Scored[]): number {
  let top: Scored | undefined;
  for (const s of scored) if (s.share > 0 && (top === undefined || rank(s) > rank(top))) top = s;
  if (top === undefined) return 0;
  const best = new Map<string, number>();
  for (const s of scored) {
    if (Math.abs(s.judged.candidate.start - top.judged.candidate.start) > SAME_PERSON) continue;
    const { part } = s.judged.candidate.rule;
    if (s.share > (best.get(part) ?? 0)) best.set(part, s.share);
  }
  const sum = combine(best.values());
  return isAnchor(top) ? sum : Math.min(sum, NO_ANCHOR_CAP);
}

function rank(s: Scored): number {
  return s.share + (isAnchor(s) ? 100 : 0);
}
