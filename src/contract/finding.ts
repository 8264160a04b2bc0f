/** What `detect` says of a draft. Findings tell where and why, never the matched text. */
import type { AttachmentScan } from "./attachment.ts";

/** The 18 identifier classes, lettered as the paragraphs of 45 CFR 164.514(b)(2)(i). */
export type HipaaPart =
  | "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I"
  | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "Q" | "R";

export type Part = HipaaPart | "health";

export type Confidence = "low" | "medium" | "high";

export type Role = "patient" | "sender" | "recipient" | "provider" | "unknown";

/** Where in the draft: offsets of a finding count UTF-16 code units of exactly this string as the host gave it. */
export type Where =
  | { readonly kind: "subject" }
  | { readonly kind: "body" }
  | { readonly kind: "attachment"; readonly index: number; readonly part: number }
  /** The attachment's name as the host gave it. */
  | { readonly kind: "attachment-name"; readonly index: number };

/** The section of a text a finding stands in. */
export type Section = "authored" | "quoted" | "signature";

export type SensitiveClass =
  | "substance-use" | "mental-health" | "hiv-sti" | "reproductive" | "genetic" | "minor";

/** One reason for a finding. `distance` is in characters of the read text, from the finding to the cue; 0 touches it. */
export type Evidence =
  | { readonly kind: "shape"; readonly name: string }
  | { readonly kind: "checksum"; readonly name: string }
  | { readonly kind: "cue"; readonly cue: string; readonly distance: number }
  | { readonly kind: "negative-cue"; readonly cue: string; readonly distance: number }
  | { readonly kind: "list"; readonly list: string }
  | { readonly kind: "structure"; readonly name: string }
  | { readonly kind: "health"; readonly ruleId: string; readonly distance: number }
  | { readonly kind: "role"; readonly why: string }
  | { readonly kind: "test-value"; readonly name: string };

export interface Finding {
  readonly ruleId: string;
  readonly part: Part;
  readonly where: Where;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  readonly role: Role;
  readonly section: Section;
  /** True when this identifier, tied to health evidence, is part of why the draft counts as PHI. */
  readonly phi: boolean;
  readonly evidence: readonly Evidence[];
}

export interface Assessment {
  /** Detection's own verdict: a patient-side identifier tied to health evidence. Whoever the recipients are. */
  readonly phi: boolean;
  /** 0 to 100, integer. */
  readonly score: number;
  /** Distinct patients told apart. */
  readonly patients: number;
  /** Classes told in a text that also holds an identifier with `phi`, or in the subject or a file name beside one. None without PHI. */
  readonly sensitive: readonly SensitiveClass[];
  readonly findings: readonly Finding[];
  /** Identifiers of the patient's side in attachments beyond the findings that are listed of each. Absent: none. */
  readonly unlisted?: Partial<Readonly<Record<HipaaPart, number>>>;
  /** One per attachment of the draft, in its order. */
  readonly attachments: readonly AttachmentScan[];
  /** Name and version of the rule pack. */
  readonly pack: string;
}
