/** What `decide` returns, and what is recorded of it. */
import type { HipaaPart } from "./finding.ts";
import type { ErrorCode } from "./errors.ts";

/** From mildest to strictest. */
export type Action = "allow" | "protect" | "confirm" | "block";

/** Why: one per policy rule that held, strictest first. Counts only. */
export interface Reason {
  readonly ruleId: string;
  readonly then: Action;
  /** The sentence that explains it; see `decide/explain.ts`. */
  readonly code: ReasonCode;
}

export type ReasonCode =
  | "phi-in-subject"
  | "several-patients"
  | "sensitive-class"
  | "personal-webmail"
  | "unread-attachment"
  | "phi-outside"
  | "phi-partner"
  /** The sender asked for protection that no rule does. */
  | "asked"
  | "fault"
  | "policy-rule";

export interface Verdict {
  readonly action: Action;
  readonly reasons: readonly Reason[];
  /** Protections to apply when the message goes; set for `protect` and for a confirmed `confirm`. */
  readonly protections: {
    readonly header: boolean;
    readonly labelId?: string;
  };
  readonly counts: VerdictCounts;
}

/** PHI-free numbers that a dialog, the pane and the ledger may show. */
export interface VerdictCounts {
  /** Identifiers of the patient side, by class. */
  readonly byPart: Partial<Readonly<Record<HipaaPart, number>>>;
  readonly patients: number;
  readonly recipients: { readonly internal: number; readonly partner: number; readonly outside: number; readonly webmail: number };
  readonly attachments: { readonly scanned: number; readonly partial: number; readonly unread: number };
}

/** Why a person sends all the same. A fixed list, since free text could name the patient. */
export const OVERRIDE_REASONS = [
  "treatment", "payment", "operations", "patient-request", "patient-authorization", "not-phi",
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** A recorded reason, bound to the draft it was given for: change the draft and it is void. */
export interface Override {
  readonly digest: string;
  readonly reason: OverrideReason;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One record in the ledger. Ids, counts, times, hashes; the server's schema takes nothing else. */
export interface AuditEntry {
  /** 32 hex characters; sending the same id again changes nothing. */
  readonly id: string;
  readonly schema: 1;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly event: "decision" | "override";
  readonly action: Action;
  readonly outcome: "sent" | "held";
  readonly policyVersion: number;
  readonly pack: string;
  readonly reasons: readonly { readonly ruleId: string; readonly code: ReasonCode }[];
  readonly counts: VerdictCounts;
  readonly applied: { readonly header: boolean; readonly label: boolean };
  readonly override?: OverrideReason;
  readonly fault?: ErrorCode;
  /** Milliseconds from the event to the outcome. */
  readonly ms: number;
}
