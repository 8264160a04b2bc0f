/** From a draft to its assessment: read, search, tell roles, score, count, explain. */
import type { Assessment, Confidence, DraftText, Evidence, Finding, SensitiveClass } from "../contract/index.ts";
import type { Candidate } from "./engine.ts";
import { orgOf } from "./org.ts";
import type { Org, OrgDetection } from "./org.ts";
import { countPatients } from "./patients.ts";
import { correspondentsOf, inheritContacts, judge } from "./roles.ts";
import { PACK } from "./rules/index.ts";
import { reuseColumns } from "./scan-text.ts";
import { scoreDraft, SHARE_COUNTS } from "./score.ts";
import type { Score, Scored } from "./score.ts";
import { sectionOf, stretchAt } from "./sections.ts";
import { sourceSpan } from "./text.ts";
import { isHeading, readUnit } from "./unit.ts";
import type { Unit } from "./unit.ts";

/** Points from which a finding is called medium or high. */
const MEDIUM_FROM = 3;
const HIGH_FROM = 18;
/** "Depression" and "withdrawal" are words of business too: only a term that is sure of itself names a class. */
const SURE_TERM = 20;
const LONGEST_ENDING = 6;
const SENSITIVE_ORDER: readonly SensitiveClass[] = ["substance-use", "mental-health", "hiv-sti", "reproductive", "genetic", "minor"];

/**
 * Assesses a whole draft: subject, body and the text of its attachments, with what the organisation adds. Never throws unless
 * the hash it is handed does; the same input gives the same answer.
 */
export function assess(draft: DraftText, own?: OrgDetection): Assessment {
  const org = own === undefined ? undefined : orgOf(own);
  const units = readDraft(draft, org);
  const people = correspondentsOf(draft, units);
  const identifiers = inheritContacts(units.flatMap((unit) => unit.identifiers.map((candidate) => judge(candidate, unit, people))));
  const score = scoreDraft(units, identifiers);
  const parts = score.phi ? score.scored.filter(isPart) : [];
  const findings = findingsOf(units, score);
  return {
    phi: score.phi,
    score: score.score,
    patients: score.phi ? countPatients(parts) : 0,
    sensitive: sensitiveOf(units, parts),
    findings,
    attachments: draft.attachments.map(({ status, reason }) => ({ status, ...(reason === undefined ? {} : { reason }) })),
    pack: `${PACK.name}@${PACK.version}`,
  };
}

function readDraft(draft: DraftText, org: Org | undefined): readonly Unit[] {
  const units: Unit[] = [];
  reuseColumns();
  if (draft.subject !== "") units.push(readUnit({ kind: "subject" }, { format: "text", content: draft.subject }, org));
  units.push(readUnit({ kind: "body" }, draft.body, org));
  draft.attachments.forEach((attachment, index) => {
    if (attachment.name !== "") units.push(readUnit({ kind: "attachment-name", index }, { format: "text", content: spaced(attachment.name) }, org));
    attachment.parts.forEach((body, part) => units.push(readUnit({ kind: "attachment", index, part }, body, org)));
  });
  return units;
}

/** "Maria_Lopez_MRN_00482913.pdf" as words, character for character, without the ending. */
function spaced(name: string): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(0, dot) : name;
  return stem.replace(/[_.+~]/g, " ").padEnd(name.length, " ");
}

function isPart(scored: Scored): boolean {
  return scored.share >= SHARE_COUNTS;
}

/** Said where a patient is told of, or over it: in a text with an identifier that counts, in the subject, in a file name. Never in a signature or a mail header. */
function sensitiveOf(units: readonly Unit[], phi: readonly Scored[]): readonly SensitiveClass[] {
  const told = new Set(phi.map(({ judged }) => judged.unit));
  const seen = new Set<SensitiveClass>();
  for (const unit of units) {
    if (phi.length === 0 || !(told.has(unit) || isHeading(unit.where))) continue;
    for (const c of unit.health) {
      if (c.sensitive === undefined || c.points < SURE_TERM) continue;
      const { zone } = stretchAt(unit.stretches, c.start);
      if (zone !== "signature" && zone !== "header") seen.add(c.sensitive);
    }
  }
  return SENSITIVE_ORDER.filter((name) => seen.has(name));
}

function confidenceOf(points: number): Confidence {
  return points >= HIGH_FROM ? "high" : points >= MEDIUM_FROM ? "medium" : "low";
}

/** Of each text in its order: what `settle` and `scoreDraft` give is sorted, so the two lists are merged. */
function findingsOf(units: readonly Unit[], { scored, phi }: Score): readonly Finding[] {
  const findings: Finding[] = [];
  let next = 0;
  for (const unit of units) {
    for (const c of unit.health) {
      for (let s = scored[next]; s !== undefined && s.judged.unit === unit && comesBefore(s.judged.candidate, c); s = scored[++next]) findings.push(identifierOf(unit, s, phi));
      findings.push(findingOf(unit, c, { role: "unknown", phi: false, evidence: c.evidence }));
    }
    for (let s = scored[next]; s !== undefined && s.judged.unit === unit; s = scored[++next]) findings.push(identifierOf(unit, s, phi));
  }
  return findings;
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  return a.start !== b.start ? a.start < b.start : a.end !== b.end ? a.end < b.end : a.rule.id < b.rule.id;
}

function identifierOf(unit: Unit, scored: Scored, draftIsPhi: boolean): Finding {
  const { judged, strength } = scored;
  const phi = draftIsPhi && isPart(scored);
  const { candidate: { evidence: own }, why } = judged;
  const health: readonly Evidence[] = strength.nearest === undefined ? [] : [strength.nearest];
  const evidence = why.length + health.length === 0 ? own : own.concat(why, health);
  return findingOf(unit, judged.candidate, { role: phi && judged.role === "unknown" ? "patient" : judged.role, phi, evidence });
}

function findingOf({ where, read, stretches }: Unit, c: Candidate, { role, phi, evidence }: Pick<Finding, "role" | "phi" | "evidence">): Finding {
  const { start, end } = sourceSpan(read, c.start, c.end);
  const confidence = confidenceOf(c.points);
  // Property by property: a spread takes twice the room, and there may be hundreds of thousands.
  return { ruleId: c.rule.id, part: c.rule.part, where, start, end, confidence, section: sectionOf(stretchAt(stretches, c.start)), role, phi, evidence };
}
