/** One attachment by itself: read and search its name and texts, judge whose they are, and keep what the draft's verdict needs of it. */
import type {
  AttachmentAssessment, AttachmentFinding, AttachmentText, Body, CareTerm, Correspondence, Evidence, PatientKeys, SensitiveClass, Unlisted,
} from "../contract/index.ts";
import { fieldOf, healthOf, strongestTerms } from "./evidence.ts";
import type { Health } from "./evidence.ts";
import { NO_SIDES, sidesOf, weighBeside } from "./file-parts.ts";
import { evidenceOf, mergeInOrder, spanOf } from "./findings.ts";
import { listed } from "./listed.ts";
import { orgOf } from "./org.ts";
import type { OrgDetection } from "./org.ts";
import { headersOfPatients, judgeWriter } from "./own-care.ts";
import { Patients } from "./patients.ts";
import { correspondentsOf, inheritContacts, judge } from "./roles.ts";
import { reuseColumns } from "./scan-text.ts";
import { needOf } from "./score.ts";
import type { Weighed } from "./score.ts";
import { stretchAt } from "./sections.ts";
import { SENSITIVE_ORDER, sensitiveIn } from "./sensitive.ts";
import { isShort, readUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";

/** The file's name or one of its texts. */
interface FileText {
  readonly unit: Unit;
  /** Index of the text; undefined for the name. */
  readonly text: number | undefined;
  readonly care: readonly Health[];
  readonly identifiers: readonly (Weighed & { readonly need: number | undefined })[];
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
      const weighed = weighBeside(patientsMail.has(unit) ? judgeWriter(one, people.from) : one, field, sides[k] ?? NO_SIDES);
      return { ...weighed, need: needOf(weighed.weighing) };
    });
    return { unit, text: unit.where.kind === "attachment" ? unit.where.part : undefined, care, identifiers };
  });
}

function findingsIn({ unit, text, identifiers }: FileText, hidden: boolean): readonly AttachmentFinding[] {
  const place = text === undefined ? {} : { text };
  const seen = (evidence: readonly Evidence[]): readonly Evidence[] => (hidden ? [...evidence, HIDDEN_EVIDENCE] : evidence);
  return mergeInOrder<Weighed, AttachmentFinding>(unit, identifiers, ({ judged }) => judged.candidate, {
    identifier: (one) => {
      const { judged: { candidate: c, role }, weighing } = one;
      return { ruleId: c.rule.id, part: c.rule.part, ...place, ...spanOf(unit, c), role, evidence: seen(evidenceOf(one)), weighing };
    },
    term: (c) => ({ ruleId: c.rule.id, part: c.rule.part, ...place, ...spanOf(unit, c), role: "unknown", evidence: seen(c.evidence) }),
  });
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

function careOf(texts: readonly FileText[]): AttachmentAssessment["care"] {
  const inTexts = texts.filter(({ text }) => text !== undefined);
  return {
    name: strongest(texts.filter(({ text }) => text === undefined).flatMap(({ care }) => care)),
    texts: strongest(inTexts.flatMap(({ care }) => care)),
    subjectLines: strongest(inTexts.flatMap(({ unit, care }) => care.filter(({ start }) => stretchAt(unit.stretches, start).zone === "subject"))),
  };
}

/** Needs are told apart by tens, up: what is counted is a lower bound. */
const NEED_STEP = 10;
const NEVER = 101;

function unlistedOf(left: readonly AttachmentFinding[]): readonly Unlisted[] {
  const tally = new Map<string, { -readonly [K in keyof Unlisted]: Unlisted[K] }>();
  for (const { part, role, weighing } of left) {
    if (part === "health" || weighing === undefined) continue;
    const least = needOf(weighing);
    const need = least === undefined ? NEVER : Math.ceil(least / NEED_STEP) * NEED_STEP;
    const patient = role === "patient";
    if (need === NEVER && !patient) continue;
    const key = `${part}:${need}:${patient}`;
    const known = tally.get(key);
    if (known === undefined) tally.set(key, { part, patient, need, count: 1 });
    else known.count += 1;
  }
  return [...tally.values()];
}

/**
 * Assesses one attachment for the people of its draft, with what the organisation adds. The answer holds no word of the file and
 * of a long file no more than 22 findings. Never throws unless the hash it is handed does.
 */
export function assessAttachment(file: AttachmentText, people: Correspondence, own?: OrgDetection): AttachmentAssessment {
  const { status, reason, format, misnamed, inner = [] } = file;
  const texts = textsOf(file, people, own);
  const all = texts.flatMap((one) => findingsIn(one, one.text !== undefined && file.parts[one.text]?.place?.hidden === true));
  const { kept, left } = listed(all);
  const inside = [...new Set(inner.flatMap((one) => one.reason ?? []))];
  return {
    status, ...(reason === undefined ? {} : { reason }), ...(format === undefined ? {} : { format }), ...(misnamed === true ? { misnamed } : {}), ...(inside.length === 0 ? {} : { inside }),
    findings: kept,
    unlisted: unlistedOf(left),
    patients: { name: patientsIn(texts.filter(({ text }) => text === undefined)), texts: patientsIn(texts.filter(({ text }) => text !== undefined)) },
    sensitive: sensitiveOf(texts),
    care: careOf(texts),
  };
}
