/** Builders for the tests of detect. */
import type { Assessment, Body, DraftText, Finding } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";

export function draft(content: string, rest: Partial<DraftText> & { readonly format?: Body["format"] } = {}): DraftText {
  const { format = "text", ...fields } = rest;
  return { subject: "", attachments: [], recipients: [], ...fields, body: { format, content } };
}

export function assessText(content: string, rest: Parameters<typeof draft>[1] = {}): Assessment {
  return assess(draft(content, rest));
}

/** The values a rule found in the body. */
export function valuesOf(assessment: Assessment, content: string, ruleId: string): readonly string[] {
  return assessment.findings.filter((f) => f.ruleId === ruleId && f.where.kind === "body").map((f) => content.slice(f.start, f.end));
}

export function findingOf(assessment: Assessment, ruleId: string): Finding | undefined {
  return assessment.findings.find((f) => f.ruleId === ruleId);
}
