/** Labels against findings: what is counted as found, what as rightly found. Overlap counts from one half on. */
import type { HipaaPart, Role } from "../../src/contract/index.ts";
import { FIXED_FORMATS } from "./formats.ts";
import type { Label, Row } from "./corpus.ts";

export interface Found {
  readonly ruleId: string;
  readonly part: HipaaPart;
  readonly role: Role;
  readonly phi: boolean;
  /** Shown as a published or placeholder value. */
  readonly test: boolean;
  readonly start: number;
  readonly end: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Label type of the corpus -> paragraph of 45 CFR 164.514(b)(2)(i). */
const PART_OF: Readonly<Record<string, HipaaPart>> = {
  NAME: "A", GEOGRAPHIC_LOCATION: "B", DATE: "C", AGE_OVER_89: "C", PHONE_NUMBER: "D", FAX_NUMBER: "E", EMAIL_ADDRESS: "F",
  SOCIAL_SECURITY_NUMBER: "G", MEDICAL_RECORD_NUMBER: "H", HEALTH_PLAN_BENEFICIARY_NUMBER: "I", ACCOUNT_NUMBER: "J",
  CERTIFICATE_LICENSE_NUMBER: "K", VEHICLE_IDENTIFIER: "L", DEVICE_IDENTIFIER: "M", URL: "N", IP_ADDRESS: "O",
  BIOMETRIC_IDENTIFIER: "P", FULL_FACE_PHOTO: "Q", UNIQUE_IDENTIFIER: "R",
};
const STAFF_ROLES = new Set(["sender", "provider", "business", "recipient"]);

export const PARTS: readonly HipaaPart[] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R"];
/** Classes with an F1 of their own. */
export const F1_PARTS = ["A", "B", "C"] as const satisfies readonly HipaaPart[];

/** Columns of a row's tally; each is a count, so that tallies add up. */
export const COLUMN = {
  labels: (part: HipaaPart): number => PARTS.indexOf(part),
  found: (part: HipaaPart): number => PARTS.length + PARTS.indexOf(part),
  /** As above, but found by a rule of the same class. */
  foundAlike: (part: HipaaPart): number => 2 * PARTS.length + PARTS.indexOf(part),
  findings: (part: HipaaPart): number => 3 * PARTS.length + PARTS.indexOf(part),
  /** Findings on a label of their own class. */
  rightAlike: (part: HipaaPart): number => 4 * PARTS.length + PARTS.indexOf(part),
  /** Findings on a label of any class. */
  right: (part: HipaaPart): number => 5 * PARTS.length + PARTS.indexOf(part),
  fixedLabels: (format: number): number => 6 * PARTS.length + 4 * format,
  fixedFound: (format: number): number => 6 * PARTS.length + 4 * format + 1,
  fixedFindings: (format: number): number => 6 * PARTS.length + 4 * format + 2,
  fixedRight: (format: number): number => 6 * PARTS.length + 4 * format + 3,
} as const;
export const COLUMNS = 6 * PARTS.length + 4 * FIXED_FORMATS.length;

/** Labels without a role are the patient's: the corpus labels nobody else there. */
function isPatients({ role }: Label): boolean {
  return role === undefined || !STAFF_ROLES.has(role);
}

/**
 * Counts one row. Recall: patient-side labels, whatever role the finding was given. Precision: findings given to the patient, or that
 * the verdict rests on; one that sits on a sender's or provider's label is wrong.
 */
export function tallySpans({ text, labels }: Row, found: readonly Found[]): Float64Array {
  const tally = new Float64Array(COLUMNS);
  const add = (column: number, yes = true): void => {
    if (yes) tally[column] = (tally[column] ?? 0) + 1;
  };
  const patients = labels.filter((label) => isPatients(label) && PART_OF[label.type] !== undefined);
  for (const label of patients) {
    const part = PART_OF[label.type] ?? "R";
    add(COLUMN.labels(part));
    add(COLUMN.found(part), isCovered(label, found));
    add(COLUMN.foundAlike(part), isCovered(label, found.filter((f) => f.part === part)));
  }
  for (const finding of found) {
    if (finding.role !== "patient" && !finding.phi) continue;
    add(COLUMN.findings(finding.part));
    add(COLUMN.right(finding.part), sitsOn(finding, patients));
    add(COLUMN.rightAlike(finding.part), sitsOn(finding, patients.filter(({ type }) => PART_OF[type] === finding.part)));
  }
  tallyFixed(text, labels, found, add);
  return tally;
}

/** Fixed formats are the same whoever owns them, so roles do not count here. */
function tallyFixed(text: string, labels: readonly Label[], found: readonly Found[], add: (column: number, yes?: boolean) => void): void {
  FIXED_FORMATS.forEach(({ types, rules, shape }, k) => {
    const typed = labels.filter(({ type }) => types.includes(type));
    const ours = found.filter(({ ruleId }) => rules.includes(ruleId));
    for (const label of typed) {
      if (!shape.test(text.slice(label.start, label.end))) continue;
      add(COLUMN.fixedLabels(k));
      add(COLUMN.fixedFound(k), isCovered(label, ours));
    }
    for (const finding of ours) {
      add(COLUMN.fixedFindings(k));
      add(COLUMN.fixedRight(k), sitsOn(finding, typed));
    }
  });
}

/** What of a row's spans went wrong, in types and rules: labels that nothing covers, findings given to the patient that sit on no label of theirs. */
export function spanErrors({ id, labels }: Row, found: readonly Found[]): { readonly id: string; readonly missed: readonly string[]; readonly vain: readonly string[] } {
  const patients = labels.filter((label) => isPatients(label) && PART_OF[label.type] !== undefined);
  return {
    id,
    missed: patients.filter((label) => !isCovered(label, found)).map(({ type }) => type),
    vain: found.filter((f) => (f.role === "patient" || f.phi) && !sitsOn(f, patients)).map(({ ruleId, role }) => `${ruleId}/${role}`),
  };
}

/** Findings together cover at least half of `label`. */
export function isCovered(label: Range, found: readonly Range[]): boolean {
  return coverage(label, found) * 2 >= label.end - label.start;
}

/** Half of `finding` is labelled, or it covers half of a label. */
function sitsOn(finding: Range, labels: readonly Range[]): boolean {
  return isCovered(finding, labels) || labels.some((label) => isCovered(label, [finding]));
}

/** Characters of `range` under any of `others`. */
function coverage(range: Range, others: readonly Range[]): number {
  const inside = others.filter(({ start, end }) => start < range.end && end > range.start).sort((a, b) => a.start - b.start);
  let covered = 0;
  let reached = range.start;
  for (const { start, end } of inside) {
    const upTo = Math.min(end, range.end);
    covered += Math.max(0, upTo - Math.max(start, reached));
    reached = Math.max(reached, upTo);
  }
  return covered;
}
