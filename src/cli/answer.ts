/** The answer of `scan --jsonl`: a contract that other programs read. Add nothing and rename nothing lightly. */
import type { Action, Confidence, Finding, Part, Role, ScanStatus, SensitiveClass, UnreadReason } from "../contract/index.ts";
import type { Judgement } from "./judge.ts";

export type AnswerId = string | number | null;

export interface FindingAnswer {
  readonly ruleId: string;
  readonly part: Part;
  /** `text`, `subject` or `attachment:<name>`. */
  readonly where: string;
  /** UTF-16 code units of the given string; in an attachment, of its text as it was read, or of its name where that holds the finding. */
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  readonly role: Role;
}

export interface Answer {
  readonly id: AnswerId;
  readonly phi: boolean;
  readonly action: Action;
  readonly score: number;
  readonly patients: number;
  readonly sensitive: readonly SensitiveClass[];
  readonly findings: readonly FindingAnswer[];
  readonly attachments: readonly { readonly name: string; readonly status: ScanStatus; readonly reason?: UnreadReason }[];
}

export interface ErrorAnswer {
  readonly id: AnswerId;
  readonly error: string;
}

function whereOf({ where }: Finding, { message }: Judgement): string {
  if (where.kind === "attachment" || where.kind === "attachment-name") return `attachment:${message.attachments[where.index]?.name ?? ""}`;
  return where.kind === "body" ? "text" : "subject";
}

export function answerOf(id: AnswerId, judgement: Judgement): Answer {
  const { assessment, verdict, message } = judgement;
  return {
    id,
    phi: assessment.phi,
    action: verdict.action,
    score: assessment.score,
    patients: assessment.patients,
    sensitive: assessment.sensitive,
    findings: assessment.findings.map((finding) => ({
      ruleId: finding.ruleId, part: finding.part, where: whereOf(finding, judgement), start: finding.start, end: finding.end,
      confidence: finding.confidence, role: finding.role,
    })),
    attachments: message.attachments.map(({ name, status, reason }) => ({ name, status, ...(reason === undefined ? {} : { reason }) })),
  };
}
