import type { AuditEntry, ErrorCode, Policy, Verdict } from "../contract/index.ts";
import type { CheckResult } from "../check/index.ts";
import type { LabelOutcome, Protection } from "../outlook/index.ts";

export interface Decision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly policy: Policy;
  readonly outcome: AuditEntry["outcome"];
  readonly checked?: CheckResult | undefined;
  readonly protection?: Protection | undefined;
  readonly fault?: ErrorCode | undefined;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly now: number;
}

/** A label that was kept is not counted: the policy may not know how strong it is. */
const LABELLED = {
  "not-asked": false, applied: true, already: true, kept: false, unavailable: false, failed: false,
} as const satisfies Record<LabelOutcome, boolean>;

/** What the ledger keeps of one decision: ids, counts and times. */
export function auditEntry({ id, verdict, policy, outcome, checked, protection, fault, startedAt, now }: Decision): AuditEntry {
  const { action, reasons, counts } = verdict;
  return {
    id,
    schema: 1,
    at: new Date(now).toISOString(),
    event: "decision",
    action,
    outcome,
    policyVersion: policy.version,
    pack: checked?.assessment.pack ?? "none",
    reasons: reasons.map(({ ruleId, code }) => ({ ruleId, code })),
    counts,
    applied: { header: protection?.header ?? false, label: protection === undefined ? false : LABELLED[protection.label] },
    ...(checked?.override === undefined ? {} : { override: checked.override.reason }),
    ...(fault === undefined ? {} : { fault }),
    ms: Math.max(0, Math.round(now - startedAt)),
  };
}
