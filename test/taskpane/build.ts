import type { Assessment, AttachmentText, Draft, Finding, Policy } from "../../src/contract/index.ts";
import { DEFAULT_POLICY, decide } from "../../src/decide/index.ts";
import type { Checked } from "../../src/taskpane/ports.ts";

export const BODY = [
  "Dear Dr. Ruiz,",
  "thank you for seeing Pat Sample, DOB 03/04/1961, MRN 00482193.",
  "Pat Sample has type 2 diabetes.",
  "",
  "Phone 555-0100",
].join("\n");

/** A finding on the first place where `value` stands in the body, from `from` on. */
export function inBody(value: string, over: Partial<Finding> = {}, from = 0): Finding {
  const start = BODY.indexOf(value, from);
  return {
    ruleId: "mrn", part: "H", where: { kind: "body" }, start, end: start + value.length, confidence: "high", role: "patient",
    section: "authored", phi: true, evidence: [], ...over,
  };
}

export const MRN = inBody("00482193", { evidence: [{ kind: "cue", cue: "MRN", distance: 1 }] });
export const NAME = inBody("Pat Sample", { ruleId: "name", part: "A", confidence: "medium" });
export const PHONE = inBody("555-0100", { ruleId: "phone", part: "D", role: "sender", section: "signature", phi: false });
export const DIABETES = inBody("type 2 diabetes", { ruleId: "diagnosis", part: "health", role: "unknown" });

export const DRAFT: Draft = {
  from: { address: "dr.rivera@clinic.example" },
  recipients: [{ address: "ruiz@elsewhere.example", field: "to" }],
  subject: "Referral",
  body: { format: "text", content: BODY },
  attachments: [],
};

export interface CheckedParts {
  readonly assessment?: Partial<Assessment>;
  readonly draft?: Partial<Draft>;
  readonly texts?: readonly AttachmentText[];
  readonly digest?: string;
  readonly policy?: Policy;
  readonly protectionAsked?: boolean;
}

/** A draft judged by the real `decide`; the assessment is given. */
export function checked({ assessment = {}, draft = {}, texts = [], digest = "d1", policy = DEFAULT_POLICY, protectionAsked = false }: CheckedParts = {}): Checked {
  const whole: Draft = { ...DRAFT, ...draft };
  const judged: Assessment = {
    phi: false, score: 0, patients: 0, sensitive: [], findings: [], attachments: [], pack: "test@1", ...assessment,
  };
  const verdict = decide({ assessment: judged, sender: whole.from, recipients: whole.recipients, policy, protectionAsked });
  return { draft: whole, texts, digest, assessment: judged, verdict, policyVersion: policy.version, at: "2026-01-05T09:00:00.000Z" };
}

const PHI = { phi: true, score: 80, patients: 1, findings: [MRN, NAME, PHONE, DIABETES] } as const;
export const CLEAN = checked();
export const PROTECTED = checked({ assessment: PHI });
export const NEEDS_REASON = checked({ assessment: { ...PHI, patients: 2 } });
export const STOPPED = checked({
  draft: { subject: "MRN 00482193" },
  assessment: { ...PHI, findings: [...PHI.findings, { ...MRN, where: { kind: "subject" }, start: 4, end: 12 }] },
});
