/** Health evidence and how near it stands: what ties an identifier to someone's care. Integers throughout. */
import { listedAt, wordsOf } from "./context.ts";
import type { Candidate } from "./engine.ts";
import { INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import type { Unit } from "./unit.ts";

export interface Health {
  readonly start: number;
  readonly end: number;
  /** 0 to 100. */
  readonly weight: number;
  /** The same, where the sentence speaks of no one in particular. */
  readonly damped: number;
  readonly key: string;
  readonly ruleId: string;
}

/** Words that make a sentence one about many or about none. */
const GENERIC = wordsOf(`
patients,adults,children,women,men,participants,subjects,people,persons,individuals,cohort,study,studies,trial,trials,guideline,guidelines,webinar,cme,recall,recalled,walk to,walk,luncheon,foundation,fundraising,donate,event,policy,policies,newsletter,
rate,rates,prevalence,incidence,supply,supplies,boxes,formulary,coding,journal,paper,faculty,credit,credits,dataset,fundraiser,awareness,walk for,race for,enrollment,hsa,ask your doctor,employees,staff,members,
percent,average,mean age,lots,lot,vendor,analyzer,vaccine clinic,open house,research,researchers,scientists,fda,cdc,article,survey,report shows,market,drugmaker,shares,statistics,population,training,course,
quality,metrics,template,menu,options,pacientes,estudio`);
const DAMPED_PERCENT = 30;
const GENERIC_REACH = 14;

function generic(scan: Scan, token: number): boolean {
  for (let t = token - 1; t >= 0 && t >= token - GENERIC_REACH; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) break;
    if (listedAt(scan, t, GENERIC) !== undefined || scan.text.charAt(scan.end[t] as number) === "%") return true;
  }
  for (let t = token; t < scan.count && t <= token + GENERIC_REACH; t++) {
    if (t > token && (infoOf(scan, t) & INFO.SENTENCE) !== 0) break;
    if (listedAt(scan, t, GENERIC) !== undefined || scan.text.charAt(scan.end[t] as number) === "%") return true;
  }
  return false;
}

/** The health evidence of a unit, by position. Care that an identifier implies counts too. */
export function healthOf(unit: Unit): readonly Health[] {
  const played = unit.health.length > 0 && isExercise(unit.scan);
  const staff = unit.health.length > 0 && isStaffRecord(unit.scan);
  const applies = unit.health.length > 0 && isApplication(unit.scan);
  const all: Health[] = unit.health.map((c) => healthFrom(c, unit.scan, applies || (staff && EMPLOYERS_RULES.has(c.rule.id)) ? Math.round((c.weight * STAFF_PERCENT) / 100) : c.weight));
  for (const c of unit.identifiers) {
    if (c.care > 0 && !staff && !c.test && c.points >= 10) all.push({ ...healthFrom(c, unit.scan, c.care), key: c.rule.id });
  }
  if (played) return all.map((h) => ({ ...h, weight: Math.round((h.weight * PLAYED_PERCENT) / 100), damped: Math.round((h.damped * PLAYED_PERCENT) / 100) })).sort((a, b) => a.start - b.start);
  return all.sort((a, b) => a.start - b.start);
}

/** Drills and plots: nobody is cared for. */
const EXERCISE = wordsOf("fantasy team,fantasy league,fantasy football,quarterback,nfl,nba,mlb,nhl,playoffs,super bowl,world series,world cup,touchdown,injured reserve,book club,documentary,miniseries,netflix,soap opera,movie night,board review,case of the week,only a drill,this is a drill,drill,simulation,mock code,tabletop exercise,sim lab,fictional,fictitious,test patient,season finale,tv show,plot,spoiler,spoilers");
const PLAYED_PERCENT = 40;

function isExercise(scan: Scan): boolean {
  for (let t = 0; t < scan.count && t < STAFF_LOOK; t++) if (listedAt(scan, t, EXERCISE) !== undefined) return true;
  return false;
}

/** Employment records are no PHI (45 CFR 160.103): where two of these stand, insurance and visits are the employer's business. */
const STAFF = wordsOf("employee,employees,salary,payroll,direct deposit,start date,hire date,hired,department,w 2,w2,i 9,401k,onboarding,benefits enrollment,open enrollment,job title,human resources,pto,resume,curriculum vitae,cv,applicant,position,references,work experience,job application,cover letter,sick leave,sick day,sick days,out sick,cover his shift,cover her shift,time off,shift coverage");
const EMPLOYERS_RULES = new Set(["coverage", "care-event", "care-phrase", "specialty", "symptom", "body-part"]);
const STAFF_LOOK = 600;
const STAFF_PERCENT = 10;

/** Of someone who applies for work, even procedures are what they know. */
const APPLIES = wordsOf("resume,curriculum vitae,cv,cover letter,applicant,job application,references,work experience,experience,certifications,skills,education,objective");
const APPLIES_FROM = 3;

function isApplication(scan: Scan): boolean {
  const seen = new Set<string>();
  for (let t = 0; t < scan.count && t < STAFF_LOOK; t++) {
    const word = (infoOf(scan, t) & INFO.UPPER) === 0 ? undefined : listedAt(scan, t, APPLIES);
    if (word !== undefined) seen.add(word);
  }
  return seen.size >= APPLIES_FROM;
}

function isStaffRecord(scan: Scan): boolean {
  const seen = new Set<string>();
  for (let t = 0; t < scan.count && t < STAFF_LOOK; t++) {
    const word = listedAt(scan, t, STAFF);
    if (word !== undefined) seen.add(word);
  }
  return seen.size >= 2;
}

function healthFrom(c: Candidate, scan: Scan, weight: number): Health {
  const sure = Math.round((weight * sureness(c.points)) / 100);
  const key = c.key !== 0 ? String(c.key) : `${c.rule.id}:${scan.text.slice(c.start, Math.min(c.end, c.start + 12))}`;
  return { start: c.start, end: c.end, weight: sure, damped: generic(scan, c.token) ? Math.round((sure * DAMPED_PERCENT) / 100) : sure, key, ruleId: c.rule.id };
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
const FAR_PERCENT = 15;
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

/** Combines independent shares, each 0 to 100: 1 - prod(1 - share), kept in ten-thousandths. */
export function combine(shares: Iterable<number>): number {
  let rest = 10_000;
  for (const share of shares) rest = Math.round((rest * (100 - share)) / 100);
  return Math.round((10_000 - rest) / 100);
}

export interface Strength {
  /** 0 to 100. */
  readonly value: number;
  readonly nearest: { readonly ruleId: string; readonly distance: number } | undefined;
}

/** The evidence of a unit, made ready for many questions. */
export interface Field {
  readonly all: readonly Health[];
  readonly far: readonly Health[];
  /** From elsewhere in the draft, already reduced. */
  readonly ambient: readonly number[];
}

export function fieldOf(all: readonly Health[], ambient: readonly number[]): Field {
  const best = new Map<string, Health>();
  for (const h of all) {
    const known = best.get(h.key);
    if (known === undefined || known.weight < h.weight) best.set(h.key, h);
  }
  const far = [...best.values()].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, COUNTED_FAR);
  return { all, far, ambient };
}

/** Everyday words with a medical sense never prove care, however many there are. */
const WEAK_CAP = 40;
const STRONG_FROM = 40;

function total(shares: Iterable<{ readonly share: number; readonly strong: boolean }>, ambient: readonly number[]): number {
  const strong: number[] = [];
  const weak: number[] = [];
  for (const s of shares) (s.strong ? strong : weak).push(s.share);
  return combine([...strong, ...ambient, Math.min(WEAK_CAP, combine(weak))]);
}

/** How much care stands round `[start, end)`. `own`: the identifier speaks of one person, so generic words do not count against it. */
export function strengthAt(field: Field, start: number, end: number, own: boolean): Strength {
  const shares = new Map<string, { readonly share: number; readonly strong: boolean }>();
  let nearest: { ruleId: string; distance: number } | undefined;
  const from = lowerBound(field.all, start - WIDE);
  let counted = 0;
  for (let k = from; k < field.all.length && counted < COUNTED; k++, counted++) {
    const h = field.all[k] as Health;
    if (h.start > end + WIDE) break;
    const distance = h.end <= start ? start - h.end : Math.max(0, h.start - end);
    const weight = own ? h.weight : h.damped;
    const share = Math.round((weight * decay(distance)) / 100);
    if (share > (shares.get(h.key)?.share ?? 0)) shares.set(h.key, { share, strong: h.weight >= STRONG_FROM });
    if (weight >= 20 && (nearest === undefined || distance < nearest.distance)) nearest = { ruleId: h.ruleId, distance };
  }
  if (own) {
    for (const h of field.far) {
      if (!shares.has(h.key)) shares.set(h.key, { share: Math.round((h.weight * FAR_PERCENT) / 100), strong: h.weight >= STRONG_FROM });
    }
  }
  return { value: total(shares.values(), field.ambient), nearest };
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
