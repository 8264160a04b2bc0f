/**
 * What detection says of one attachment by itself, and the numbers by which it is judged beside the rest of the draft. Plain
 * JSON without a word of the file, so that it may be kept with the draft and need not be worked out again at Send.
 */
import type { AttachmentScan } from "./attachment.ts";
import type { Confidence, Evidence, HipaaPart, Part, Role, Section, SensitiveClass } from "./finding.ts";

/** An identifier's share of the score, but for the care that the rest of the draft tells of. */
export interface Weighing {
  /** Offset in the text as it was read. */
  readonly at: number;
  /** Weight times sureness, 0 to 10,000. */
  readonly force: number;
  /** It points to one person by itself. */
  readonly anchor: boolean;
  /** What strong health terms round it leave of doubt, 10,000 to 0. */
  readonly strong: number;
  /** What weak ones add, 0 to 100. */
  readonly weak: number;
}

export interface AttachmentFinding {
  readonly ruleId: string;
  readonly part: Part;
  /** Index of the text part; absent: the file's name. */
  readonly text?: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  readonly role: Role;
  readonly section: Section;
  readonly evidence: readonly Evidence[];
  /** Identifiers only. */
  readonly weighing?: Weighing;
}

/** A term that tells of care, for the texts it reaches: `key` tells one from another, the others are 0 to 100. */
export interface CareTerm {
  readonly key: number;
  readonly weight: number;
  readonly damped: number;
}

/** Whom a text tells apart. `need`, here and below: ambient care, 0 to 100, from which on it counts. */
export interface PatientKeys {
  /** Names as hashes of their words, see `patients.ts`. */
  readonly people: readonly { readonly words: readonly string[]; readonly need: number }[];
  /** Distinct ones beyond those. */
  readonly morePeople?: { readonly count: number; readonly need: number };
  /** Numbers that belong to one person each, as hashes. */
  readonly numbers: readonly NumberKeys[];
}

export interface NumberKeys {
  readonly ruleId: string;
  readonly keys: readonly (readonly [key: string, need: number])[];
  /** Distinct ones beyond those. */
  readonly more?: { readonly count: number; readonly need: number };
}

/** Identifiers that are not among the findings, counted. */
export interface Unlisted {
  readonly part: HipaaPart;
  /** A patient's whatever the draft is. */
  readonly patient: boolean;
  readonly need: number;
  readonly count: number;
}

export interface AttachmentAssessment extends AttachmentScan {
  readonly format?: string;
  readonly misnamed?: true;
  /** The strongest, in the order of the file. */
  readonly findings: readonly AttachmentFinding[];
  readonly unlisted: readonly Unlisted[];
  readonly patients: { readonly name: PatientKeys; readonly texts: PatientKeys };
  readonly sensitive: readonly { readonly name: SensitiveClass; readonly need: number }[];
  /** The strongest terms of the file's name, of its texts, and of the subject lines in them. */
  readonly care: { readonly name: readonly CareTerm[]; readonly texts: readonly CareTerm[]; readonly subjectLines: readonly CareTerm[] };
}
