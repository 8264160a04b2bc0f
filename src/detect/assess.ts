/** From a draft to its assessment: read and search its own texts, join them with its attachments, count, explain. */
import type { Assessment, AttachmentAssessment, DraftText, Finding, HipaaPart, SensitiveClass } from "../contract/index.ts";
import { combine, fieldOf, healthOf } from "./evidence.ts";
import type { Health } from "./evidence.ts";
import { evidenceOf, mergeInOrder, spanOf } from "./findings.ts";
import { orgOf } from "./org.ts";
import type { Org, OrgDetection } from "./org.ts";
import { Patients } from "./patients.ts";
import { correspondentsOf, inheritContacts, judge } from "./roles.ts";
import type { Correspondents } from "./roles.ts";
import { PACK } from "./rules/index.ts";
import { reuseColumns } from "./scan-text.ts";
import { ambientOf, PHI_FROM, scoreText, SHARE_COUNTS, shareOf, weigh } from "./score.ts";
import type { Ambient, Weighed } from "./score.ts";
import { stretchAt } from "./sections.ts";
import { SENSITIVE_ORDER, sensitiveIn } from "./sensitive.ts";
import { isShort, readText, search } from "./unit.ts";
import type { Unit } from "./unit.ts";

/** The pack's name and version. */
export const PACK_ID = `${PACK.name}@${PACK.version}`;

const NONE: readonly never[] = [];
const NO_FINDINGS: readonly Finding[] = NONE;

/** An identifier of the subject or the body with its share. */
interface Scored extends Weighed {
  readonly part: Finding["part"];
  readonly share: number;
}

/** The subject or the body. */
interface OwnText {
  readonly unit: Unit;
  readonly care: readonly Health[];
  readonly weighed: readonly Weighed[];
}

/** What an attachment comes to in this draft. */
interface Joined {
  readonly from: AttachmentAssessment;
  readonly score: number;
  /** Ambient care of its name and of its texts, 0 to 100. */
  readonly ambient: { readonly name: number; readonly texts: number };
  readonly shares: readonly number[];
}

/**
 * Assesses a whole draft: subject and body, joined with its attachments' own assessments, with what the organisation adds. Never
 * throws unless the hash it is handed does; the same input gives the same answer.
 */
export function assess(draft: DraftText, own?: OrgDetection): Assessment {
  const texts = ownTexts(draft, own === undefined ? undefined : orgOf(own));
  const ambient = ambientOfDraft(texts, draft.attachments);
  const scored = texts.map((text) => shared(text, ambient));
  const files = draft.attachments.map((attachment) => join(attachment, ambient));
  const score = Math.max(0, ...scored.map(scoreText), ...files.map((file) => file.score));
  const phi = score >= PHI_FROM;
  const parts = phi ? scored.flat().filter(({ share }) => share >= SHARE_COUNTS) : [];
  const unlisted = unlistedOf(files, phi);
  const assessment = {
    phi,
    score,
    patients: phi ? countPatients(parts, files) : 0,
    sensitive: phi ? sensitiveOf(texts, parts, files) : [],
    findings: NO_FINDINGS.concat(...texts.map((text, k) => ownFindings(text, scored[k] ?? NONE, phi)), ...files.map((file, index) => fileFindings(file, index, phi))),
    attachments: draft.attachments.map(({ status, reason, inside }) => ({ status, ...(reason === undefined ? {} : { reason }), ...(inside === undefined ? {} : { inside }) })),
    pack: PACK_ID,
  };
  return unlisted === undefined ? assessment : { ...assessment, unlisted };
}

function ownTexts(draft: DraftText, org: Org | undefined): readonly OwnText[] {
  reuseColumns();
  const subject = draft.subject === "" ? undefined : readText({ kind: "subject" }, { format: "text", content: draft.subject });
  const body = readText({ kind: "body" }, draft.body);
  const units = [...(subject === undefined ? [] : [search(subject, org, body.scan)]), search(body, org, subject?.scan)];
  let people: Correspondents | undefined;
  return units.map((unit) => {
    const care = healthOf(unit);
    if (unit.identifiers.length === 0) return { unit, care, weighed: NONE };
    const among = (people ??= correspondentsOf(draft, units));
    const field = fieldOf(care, isShort(unit));
    const judged = inheritContacts(unit.identifiers.map((candidate) => judge(candidate, unit, among)));
    return { unit, care, weighed: judged.map((one) => weigh(one, field)) };
  });
}

function inSubjectLine(unit: Unit, { start }: Health): boolean {
  return stretchAt(unit.stretches, start).zone === "subject";
}

const NO_CARE: Ambient = { subject: [], names: [], texts: [] };

function ambientOfDraft(texts: readonly OwnText[], attachments: readonly AttachmentAssessment[]): Ambient {
  if (attachments.length === 0 && texts.every(({ care }) => care.length === 0)) return NO_CARE;
  const of = (kind: "subject" | "body"): readonly OwnText[] => texts.filter(({ unit }) => unit.where.kind === kind);
  return ambientOf({
    subject: of("subject").flatMap(({ care }) => care),
    body: of("body").flatMap(({ care }) => care),
    subjectLines: of("body").flatMap(({ unit, care }) => care.filter((one) => inSubjectLine(unit, one))),
    attachments: attachments.map(({ care }) => care),
  });
}

function shared({ unit, weighed }: OwnText, ambient: Ambient): readonly Scored[] {
  const around = unit.where.kind === "subject" ? ambient.subject : ambient.texts;
  return weighed.map(({ judged, weighing, nearest }) => ({ judged, weighing, nearest, part: judged.candidate.rule.part, share: shareOf(weighing, around) }));
}

/** Scores each text of an attachment by the findings that are kept of it. */
function join(from: AttachmentAssessment, around: Ambient): Joined {
  const ambient = { name: combine(around.names), texts: combine(around.texts) };
  const shares = from.findings.map(({ weighing, text }) => (weighing === undefined ? 0 : shareOf(weighing, [text === undefined ? ambient.name : ambient.texts])));
  const byText = new Map<number, { weighing: Scored["weighing"]; part: Finding["part"]; share: number }[]>();
  from.findings.forEach(({ weighing, text = -1, part }, k) => {
    if (weighing === undefined) return;
    const known = byText.get(text) ?? [];
    byText.set(text, known);
    known.push({ weighing, part, share: shares[k] ?? 0 });
  });
  return { from, ambient, shares, score: Math.max(0, ...[...byText.values()].map(scoreText)) };
}

function countPatients(parts: readonly Scored[], files: readonly Joined[]): number {
  const patients = new Patients();
  for (const { judged } of parts) patients.add(judged);
  for (const { from, ambient } of files) {
    patients.merge(from.patients.name, ambient.name);
    patients.merge(from.patients.texts, ambient.texts);
  }
  return patients.count;
}

/** Said where a patient is told of, or over it: in a text with an identifier that counts, in the subject, in a file name. */
function sensitiveOf(texts: readonly OwnText[], parts: readonly Scored[], files: readonly Joined[]): readonly SensitiveClass[] {
  const told = new Set(parts.map(({ judged }) => judged.unit));
  const seen = new Set<SensitiveClass>();
  for (const { unit } of texts) {
    if (told.has(unit) || unit.where.kind === "subject") for (const name of sensitiveIn(unit)) seen.add(name);
  }
  for (const { from, ambient } of files) for (const { name, need } of from.sensitive) if (need <= ambient.texts) seen.add(name);
  return SENSITIVE_ORDER.filter((name) => seen.has(name));
}

function ownFindings({ unit }: OwnText, scored: readonly Scored[], draftIsPhi: boolean): readonly Finding[] {
  const { where } = unit;
  return mergeInOrder<Scored, Finding>(scored, unit.health, ({ judged }) => judged.candidate, {
    identifier(one) {
      const { judged: { candidate: c, role } } = one;
      const phi = draftIsPhi && one.share >= SHARE_COUNTS;
      const { start, end, confidence, section } = spanOf(unit, c);
      // Property by property: a spread takes twice the room, and there may be hundreds of thousands.
      return { ruleId: c.rule.id, part: c.rule.part, where, start, end, confidence, section, role: phi && role === "unknown" ? "patient" : role, phi, evidence: evidenceOf(one) };
    },
    term(c) {
      const { start, end, confidence, section } = spanOf(unit, c);
      return { ruleId: c.rule.id, part: c.rule.part, where, start, end, confidence, section, role: "unknown", phi: false, evidence: c.evidence };
    },
  });
}

function fileFindings({ from, shares }: Joined, index: number, draftIsPhi: boolean): readonly Finding[] {
  return from.findings.map(({ ruleId, part, text, start, end, confidence, section, role, evidence }, k) => {
    const phi = draftIsPhi && (shares[k] ?? 0) >= SHARE_COUNTS;
    const where = text === undefined ? { kind: "attachment-name" as const, index } : { kind: "attachment" as const, index, part: text };
    return { ruleId, part, where, start, end, confidence, section, role: phi && role === "unknown" ? "patient" : role, phi, evidence };
  });
}

function unlistedOf(files: readonly Joined[], phi: boolean): Assessment["unlisted"] {
  if (files.length === 0) return undefined;
  const counts: Partial<Record<HipaaPart, number>> = {};
  for (const { from, ambient } of files) {
    for (const { part, patient, need, count } of from.unlisted) {
      if (patient || (phi && need <= ambient.texts)) counts[part] = (counts[part] ?? 0) + count;
    }
  }
  return Object.keys(counts).length === 0 ? undefined : counts;
}
