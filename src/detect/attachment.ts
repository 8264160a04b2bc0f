/** One attachment by itself: read and search its name and texts, judge whose they are, and keep what the draft's verdict needs of it. */
import type {
  AttachmentAssessment, AttachmentFinding, AttachmentText, Body, CareTerm, Correspondence, Evidence, HipaaPart, PatientKeys, SensitiveClass, Unlisted,
} from "../contract/index.ts";
import { fieldOf, healthOf, strongestTerms } from "./evidence.ts";
import type { Health } from "./evidence.ts";
import { NO_SIDES, sidesOf, weighBeside } from "./file-parts.ts";
import type { Candidate } from "./engine.ts";
import { confidenceOf, evidenceOf, mergeInOrder, spanOf } from "./findings.ts";
import { listableTerms, listed } from "./listed.ts";
import type { Listable } from "./listed.ts";
import { orgOf } from "./org.ts";
import type { OrgDetection } from "./org.ts";
import { headersOfPatients, judgeWriter } from "./own-care.ts";
import { Patients } from "./patients.ts";
import { correspondentsOf, inheritContacts, judge } from "./roles.ts";
import { reuseColumns } from "./scan-text.ts";
import { needOf } from "./score.ts";
import type { Weighed } from "./score.ts";
import { stretchAt } from "./sections.ts";
import type { Stretch } from "./sections.ts";
import { SENSITIVE_ORDER, sensitiveIn } from "./sensitive.ts";
import { isShort, readUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";

/** The file's name or one of its texts. */
interface FileText {
  readonly unit: Unit;
  /** Index of the text; undefined for the name. */
  readonly text: number | undefined;
  readonly care: readonly Health[];
  readonly identifiers: readonly Identifier[];
}

/** `need`: the least ambient care with which it counts; undefined where none would do. */
interface Identifier extends Weighed {
  readonly need: number | undefined;
}

/** A finding before it is known whether it is kept: few of a long file are. */
interface Found extends Listable {
  readonly of: FileText;
  readonly candidate: Candidate;
  readonly identifier: Identifier | undefined;
}

const LONGEST_ENDING = 6;
/** Name of the structure that a place nobody sees gives as evidence. */
export const HIDDEN = "hidden content";
const HIDDEN_EVIDENCE: Evidence = { kind: "structure", name: HIDDEN };

/** "Maria_Lopez_MRN_00482913.pdf" as words, character for character, without the ending. */
function spaced(name: string): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(0, dot) : name;
  return stem.replace(/[_.+~]/g, " ").padEnd(name.length, " ");
}

function textsOf({ name, parts }: AttachmentText, people: Correspondence, own: OrgDetection | undefined): readonly FileText[] {
  const org = own === undefined ? undefined : orgOf(own);
  const named: readonly Body[] = name === "" ? [] : [{ format: "text", content: spaced(name) }];
  reuseColumns();
  const units = [
    ...named.map((body) => readUnit({ kind: "attachment-name", index: 0 }, body, org)),
    ...parts.map((body, part) => readUnit({ kind: "attachment", index: 0, part }, body, org)),
  ];
  const correspondents = correspondentsOf(people, units);
  const cares = units.map(healthOf);
  const places = units.map(({ where }) => (where.kind === "attachment" ? parts[where.part]?.place : undefined));
  const sides = sidesOf(units.map(({ where }, k) => ({ place: places[k], isName: where.kind !== "attachment", care: cares[k] ?? [] })));
  const patientsMail = headersOfPatients(units.map((unit, k) => ({ unit, place: places[k] })));
  return units.map((unit, k) => {
    const care = cares[k] ?? [];
    const field = fieldOf(care, isShort(unit));
    const judged = inheritContacts(unit.identifiers.map((candidate) => judge(candidate, unit, correspondents)));
    const identifiers = judged.map((one) => {
      const { judged: by, weighing, nearest } = weighBeside(patientsMail.has(unit) ? judgeWriter(one, people.from) : one, field, sides[k] ?? NO_SIDES);
      return { judged: by, weighing, nearest, need: needOf(weighing) };
    });
    return { unit, text: unit.where.kind === "attachment" ? unit.where.part : undefined, care, identifiers };
  });
}

function foundIn(of: FileText, mayKeep: ReadonlySet<Candidate>): readonly Found[] {
  const { unit, text, identifiers } = of;
  return mergeInOrder<Identifier, Found>(identifiers, unit.health.filter((term) => mayKeep.has(term)), ({ judged }) => judged.candidate, {
    identifier: (one) => {
      const { candidate } = one.judged;
      return { of, candidate, identifier: one, part: candidate.rule.part, text, confidence: confidenceOf(candidate.points), weighing: one.weighing, share: 0 };
    },
    term: (candidate) => ({ of, candidate, identifier: undefined, part: candidate.rule.part, text, confidence: confidenceOf(candidate.points), weighing: undefined, share: 0 }),
  });
}

function findingOf({ of: { unit, text }, candidate: c, identifier }: Found, { parts }: AttachmentText): AttachmentFinding {
  const hidden = text !== undefined && parts[text]?.place?.hidden === true;
  const evidence = identifier === undefined ? c.evidence : evidenceOf(identifier);
  return {
    ruleId: c.rule.id, part: c.rule.part, ...(text === undefined ? {} : { text }), ...spanOf(unit, c), role: identifier?.judged.role ?? "unknown",
    evidence: hidden ? [...evidence, HIDDEN_EVIDENCE] : evidence, ...(identifier === undefined ? {} : { weighing: identifier.weighing }),
  };
}

function patientsIn(texts: readonly FileText[]): PatientKeys {
  const patients = new Patients();
  for (const { identifiers } of texts) for (const { judged, need } of identifiers) if (need !== undefined) patients.add(judged, need);
  return patients.keys();
}

/** With the care that makes an identifier in the same text count; a file's name stands over all of it. */
function sensitiveOf(texts: readonly FileText[]): AttachmentAssessment["sensitive"] {
  const needs = new Map<SensitiveClass, number>();
  for (const { unit, text, identifiers } of texts) {
    const need = text === undefined ? 0 : identifiers.reduce((least, one) => Math.min(least, one.need ?? Infinity), Infinity);
    if (need === Infinity) continue;
    for (const name of sensitiveIn(unit)) needs.set(name, Math.min(need, needs.get(name) ?? need));
  }
  return SENSITIVE_ORDER.flatMap((name) => {
    const need = needs.get(name);
    return need === undefined ? [] : [{ name, need }];
  });
}

function strongest(terms: readonly Health[]): readonly CareTerm[] {
  return strongestTerms(terms).map(({ key, weight, damped }) => ({ key, weight, damped }));
}

function isSubject({ zone }: Stretch): boolean {
  return zone === "subject";
}

function careOf(texts: readonly FileText[]): AttachmentAssessment["care"] {
  const inTexts = texts.filter(({ text }) => text !== undefined);
  return {
    name: strongest(texts.filter(({ text }) => text === undefined).flatMap(({ care }) => care)),
    texts: strongest(inTexts.flatMap(({ care }) => care)),
    subjectLines: strongest(inTexts.flatMap(({ unit, care }) => (unit.stretches.some(isSubject) ? care.filter(({ start }) => isSubject(stretchAt(unit.stretches, start))) : []))),
  };
}

/** Needs are told apart by tens, up: what is counted is a lower bound. */
const NEED_STEP = 10;
const NEVER = 101;

function unlistedOf(left: readonly Found[]): readonly Unlisted[] {
  const tallies = new Map<HipaaPart, { -readonly [K in keyof Unlisted]: Unlisted[K] }[]>();
  const tally: Unlisted[] = [];
  for (let k = 0; k < left.length; k++) {
    const { part, identifier } = left[k] as Found;
    if (part === "health" || identifier === undefined) continue;
    const need = identifier.need === undefined ? NEVER : Math.ceil(identifier.need / NEED_STEP) * NEED_STEP;
    const patient = identifier.judged.role === "patient";
    if (need === NEVER && !patient) continue;
    let alike = tallies.get(part);
    if (alike === undefined) tallies.set(part, (alike = []));
    let at = 0;
    while (at < alike.length && (alike[at]?.need !== need || alike[at]?.patient !== patient)) at++;
    const known = alike[at];
    if (known !== undefined) {
      known.count += 1;
      continue;
    }
    const fresh = { part, patient, need, count: 1 };
    alike.push(fresh);
    tally.push(fresh);
  }
  return tally;
}

/**
 * Assesses one attachment for the people of its draft, with what the organisation adds. The answer holds no word of the file and
 * of a long file no more than 22 findings. Never throws unless the hash it is handed does.
 */
export function assessAttachment(file: AttachmentText, people: Correspondence, own?: OrgDetection): AttachmentAssessment {
  const { status, reason, format, misnamed, inner = [] } = file;
  const texts = textsOf(file, people, own);
  const terms = listableTerms(texts.flatMap(({ unit }) => unit.health), ({ points }) => confidenceOf(points));
  const { kept, left } = listed(texts.flatMap((text) => foundIn(text, terms)));
  const inside = [...new Set(inner.flatMap((one) => one.reason ?? []))];
  return {
    status, ...(reason === undefined ? {} : { reason }), ...(format === undefined ? {} : { format }), ...(misnamed === true ? { misnamed } : {}), ...(inside.length === 0 ? {} : { inside }),
    findings: kept.map((one) => findingOf(one, file)),
    unlisted: unlistedOf(left),
    patients: { name: patientsIn(texts.filter(({ text }) => text === undefined)), texts: patientsIn(texts.filter(({ text }) => text !== undefined)) },
    sensitive: sensitiveOf(texts),
    care: careOf(texts),
  };
}
