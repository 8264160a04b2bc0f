/** The verdict: which rules of the policy hold for a draft, and what the strictest of them asks. */
import type {
  Action, Assessment, Audience, ErrorCode, HipaaPart, Mailbox, Policy, PolicyCondition, PolicyRule, Reason, ReasonCode, SensitiveClass, UnreadReason, Verdict,
  VerdictCounts,
} from "../contract/index.ts";
import { classifier } from "./recipients.ts";
import type { RecipientKind } from "./recipients.ts";

export interface DecideInput {
  readonly assessment: Assessment;
  readonly sender?: Mailbox | undefined;
  /** To, Cc and Bcc together. None: judged as one outside recipient. */
  readonly recipients: readonly Mailbox[];
  /** As `parsePolicy` gave it. */
  readonly policy: Policy;
  /** A reason was recorded for exactly this draft. Turns `confirm` into `protect`; never touches `block`. */
  readonly overridden?: boolean;
  /** The sender wants it protected. Turns `allow` into `protect`; whatever is stricter stays. */
  readonly protectionAsked?: boolean;
}

/** A reason like those of the rules, first of them. */
const ASKED: Reason = { ruleId: "protection-asked", then: "protect", code: "asked" };

interface Facts {
  readonly audiences: ReadonlySet<Audience>;
  readonly webmail: boolean;
  readonly phi: boolean;
  readonly phiInSubject: boolean;
  readonly patients: number;
  readonly sensitive: readonly SensitiveClass[];
  /** Why attachments, or files inside them, were not wholly read; empty where all were. */
  readonly unread: readonly (UnreadReason | undefined)[];
}

const STRICTNESS = { allow: 0, protect: 1, confirm: 2, block: 3 } as const satisfies Record<Action, number>;

function factsOf(assessment: Assessment, kinds: readonly RecipientKind[]): Facts {
  return {
    audiences: new Set(kinds.length === 0 ? ["outside"] : kinds.map((kind) => kind.audience)),
    webmail: kinds.some((kind) => kind.webmail),
    phi: assessment.phi,
    phiInSubject: assessment.findings.some((finding) => finding.phi && finding.where.kind === "subject"),
    patients: assessment.patients,
    sensitive: assessment.sensitive,
    // Partly read is not read: what was missed may hold anything.
    unread: assessment.attachments.flatMap(({ status, reason, inside = [] }) => (status === "scanned" ? [] : [reason, ...inside])),
  };
}

function sensitiveHolds(wanted: true | readonly SensitiveClass[], facts: Facts): boolean {
  if (!facts.phi) return false;
  return wanted === true ? facts.sensitive.length > 0 : wanted.some((one) => facts.sensitive.includes(one));
}

/** A reason that cannot be told is any of them. */
function unreadHolds(wanted: boolean | readonly UnreadReason[], { unread }: Facts): boolean {
  if (typeof wanted === "boolean") return wanted === unread.length > 0;
  return unread.some((reason) => reason === undefined || wanted.includes(reason));
}

function holds(when: PolicyCondition, facts: Facts): boolean {
  return (when.audience === undefined || when.audience.some((audience) => facts.audiences.has(audience)))
    && (when.phi === undefined || when.phi === facts.phi)
    && (when.phiInSubject === undefined || when.phiInSubject === facts.phiInSubject)
    && (when.minPatients === undefined || facts.patients >= when.minPatients)
    && (when.sensitive === undefined || sensitiveHolds(when.sensitive, facts))
    && (when.webmail === undefined || when.webmail === facts.webmail)
    && (when.unreadAttachment === undefined || unreadHolds(when.unreadAttachment, facts));
}

/** The most telling condition of a rule names its reason. */
function reasonCode(when: PolicyCondition, facts: Facts): ReasonCode {
  if (when.phiInSubject) return "phi-in-subject";
  if (when.unreadAttachment !== undefined && when.unreadAttachment !== false) return "unread-attachment";
  if (when.minPatients !== undefined && when.minPatients > 1) return "several-patients";
  if (when.sensitive !== undefined) return "sensitive-class";
  if (when.webmail) return "personal-webmail";
  if (!when.phi) return "policy-rule";
  const aimed = (audience: Audience) => facts.audiences.has(audience) && (when.audience?.includes(audience) ?? true);
  if (aimed("outside")) return "phi-outside";
  return aimed("partner") ? "phi-partner" : "policy-rule";
}

function reasonsOf(rules: readonly PolicyRule[], facts: Facts): readonly Reason[] {
  return rules
    .filter((rule) => holds(rule.when, facts))
    .map((rule) => ({ ruleId: rule.id, then: rule.then, code: reasonCode(rule.when, facts) }))
    .sort((one, other) => STRICTNESS[other.then] - STRICTNESS[one.then]);
}

function countsOf(assessment: Assessment, kinds: readonly RecipientKind[]): VerdictCounts {
  const byPart: Partial<Record<HipaaPart, number>> = { ...assessment.unlisted };
  for (const { part, role, phi } of assessment.findings) {
    if (part !== "health" && (phi || role === "patient")) byPart[part] = (byPart[part] ?? 0) + 1;
  }
  const recipients = { internal: 0, partner: 0, outside: 0, webmail: 0 };
  for (const { audience, webmail } of kinds) {
    recipients[audience] += 1;
    if (webmail) recipients.webmail += 1;
  }
  const attachments = { scanned: 0, partial: 0, unread: 0 };
  for (const { status } of assessment.attachments) attachments[status] += 1;
  return { byPart, patients: assessment.patients, recipients, attachments };
}

function verdictOf(asked: Action, overridden: boolean, policy: Pick<Policy, "protection">, rest: Pick<Verdict, "reasons" | "counts">): Verdict {
  const action = asked === "confirm" && overridden ? "protect" : asked;
  const { labelId } = policy.protection;
  const protections = action === "protect" ? { header: true, ...(labelId === undefined ? {} : { labelId }) } : { header: false };
  return { action, protections, ...rest };
}

/** Judges a draft. The strictest rule that holds wins; no rule holding means `allow`. Never throws. */
export function decide({ assessment, sender, recipients, policy, overridden = false, protectionAsked = false }: DecideInput): Verdict {
  const kindOf = classifier({ sender: sender?.address, policy });
  const kinds = recipients.map((recipient) => kindOf(recipient.address));
  const ruled = reasonsOf(policy.rules, factsOf(assessment, kinds));
  const reasons = protectionAsked && (ruled[0]?.then ?? "allow") === "allow" ? [ASKED, ...ruled] : ruled;
  return verdictOf(reasons[0]?.then ?? "allow", overridden, policy, { reasons, counts: countsOf(assessment, kinds) });
}

/** Whether the organisation protects messages at all: without a label and a rule that leads to it, nobody says that a mail-flow rule heeds the header. */
export function offersProtection({ protection, rules }: Pick<Policy, "protection" | "rules">): boolean {
  return protection.labelId !== undefined || rules.some(({ then }) => then === "protect" || then === "confirm");
}

const NO_COUNTS: VerdictCounts = {
  byPart: {},
  patients: 0,
  recipients: { internal: 0, partner: 0, outside: 0, webmail: 0 },
  attachments: { scanned: 0, partial: 0, unread: 0 },
};

/** Rule id under which a fault stands in the reasons and the ledger: `OUTLOOK_CALL_TIMEOUT` -> `fault-outlook-call-timeout`. */
export function faultRuleId(code: ErrorCode): string {
  return `fault-${code.toLowerCase().replace(/_/g, "-")}`;
}

/** The verdict on a draft that could not be judged: what the policy's `onFault` says, never `allow`. */
export function faultVerdict(code: ErrorCode, policy: Pick<Policy, "onFault" | "protection">, overridden = false): Verdict {
  const reasons: readonly Reason[] = [{ ruleId: faultRuleId(code), then: policy.onFault, code: "fault" }];
  return verdictOf(policy.onFault, overridden, policy, { reasons, counts: NO_COUNTS });
}
