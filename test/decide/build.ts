import type { Assessment, AttachmentScan, Finding } from "../../src/contract/index.ts";

/** A finding that makes a draft PHI, unless told otherwise. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    ruleId: "us-mrn", part: "H", where: { kind: "body" }, start: 0, end: 8, confidence: "high", role: "patient", section: "authored",
    phi: true, evidence: [], ...over,
  };
}

/** A clean assessment, unless told otherwise. */
export function assessment(over: Partial<Assessment> = {}): Assessment {
  return { phi: false, score: 0, patients: 0, sensitive: [], findings: [], attachments: [], pack: "test@1", ...over };
}

export const PHI: Partial<Assessment> = { phi: true, score: 80, patients: 1, findings: [finding()] };
export const READ: AttachmentScan = { status: "scanned" };
export const UNREAD: AttachmentScan = { status: "unread", reason: "image" };
export const PARTIAL: AttachmentScan = { status: "partial", reason: "too-large" };
