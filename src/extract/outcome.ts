/** What a reader says of one attachment, and the source it reads. */
import type { Body, ScanStatus, UnreadReason } from "../contract/index.ts";

export interface Source {
  /** File name in lower case. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TextSource extends Source {
  /** The decoded content. */
  readonly text: string;
}

export interface Outcome {
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
  readonly parts: readonly Body[];
}

/** Nothing of it could be read. */
export function unread(reason: UnreadReason): Outcome {
  return { status: "unread", reason, parts: [] };
}

/** All of it was read. */
export function scanned(...parts: readonly Body[]): Outcome {
  return { status: "scanned", parts };
}

/** The outcome, marked as incomplete. What was unread or partial already keeps its reason. */
export function asPartial(outcome: Outcome, reason: UnreadReason): Outcome {
  return outcome.status === "scanned" ? { ...outcome, status: "partial", reason } : outcome;
}

export function textPart(content: string): Body {
  return { format: "text", content };
}
