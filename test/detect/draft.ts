/** Builders for the tests of detect. */
import type { Assessment, AttachmentText, Body, DraftText, Finding } from "../../src/contract/index.ts";
import { assess, assessAttachment } from "../../src/detect/index.ts";

export interface DraftParts extends Partial<Omit<DraftText, "attachments">> {
  readonly format?: Body["format"];
  readonly attachments?: readonly AttachmentText[];
}

export function draft(content: string, rest: DraftParts = {}): DraftText {
  const { format = "text", attachments = [], ...fields } = rest;
  const people = { recipients: [], ...fields };
  return { subject: "", ...people, body: { format, content }, attachments: attachments.map((file) => assessAttachment(file, people)) };
}

export function assessText(content: string, rest: DraftParts = {}): Assessment {
  return assess(draft(content, rest));
}

/** The values a rule found in the body. */
export function valuesOf(assessment: Assessment, content: string, ruleId: string): readonly string[] {
  return assessment.findings.filter((f) => f.ruleId === ruleId && f.where.kind === "body").map((f) => content.slice(f.start, f.end));
}

export function findingOf(assessment: Assessment, ruleId: string): Finding | undefined {
  return assessment.findings.find((f) => f.ruleId === ruleId);
}
