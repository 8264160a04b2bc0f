/** Send was pressed: read the policy, check the draft, enforce the verdict, record it, and tell Outlook exactly once. */
import { checkDraft, inTime, keptFor, parseOverride } from "../check/index.ts";
import type { CheckResult } from "../check/index.ts";
import { createEntryId, keyedHash } from "../client/index.ts";
import { AppError, codeOf, SESSION_KEYS } from "../contract/index.ts";
import type { ErrorCode, PaneContext, Policy, Verdict } from "../contract/index.ts";
import { DEFAULT_POLICY, faultVerdict } from "../decide/index.ts";
import { draftDigest, fieldsDigest } from "../outlook/index.ts";
import type { Protection } from "../outlook/index.ts";
import { auditEntry } from "./audit-entry.ts";
import type { Decision } from "./audit-entry.ts";
import { createCompletion } from "./completion.ts";
import type { Completion, SendEvent } from "./completion.ts";
import type { Runtime } from "./runtime.ts";

/** ms. Outlook ends the event at 5 min and then shows words of its own; ours come first. */
const HARD_DEADLINE_MS = 240_000;

/** ms. */
const KEEP_MS = 1_000;

/** Rule ids in `contextData`: enough for the pane, which judges the draft anew. */
const MOST_RULE_IDS = 20;

interface Send {
  readonly runtime: Runtime;
  readonly completion: Completion;
  readonly startedAt: number;
  readonly id: string;
}

/** What is known so far; a fault falls back on it. */
interface Known {
  policy: Policy;
  problem?: ErrorCode | undefined;
  checked?: CheckResult;
}

function paneContext(id: string, { action, reasons }: Verdict, fault: ErrorCode | undefined): PaneContext {
  const ruleIds = reasons.slice(0, MOST_RULE_IDS).map(({ ruleId }) => ruleId);
  return { schema: 1, nonce: id, action, ruleIds, ...(fault === undefined ? {} : { fault }) };
}

/** Recorded before Outlook is told, since nothing runs for certain after that. The ledger never decides: its failure is dropped. */
async function record({ runtime, id, startedAt }: Send, known: Known, verdict: Verdict, rest: Pick<Decision, "outcome" | "fault" | "protection">): Promise<void> {
  const { policy, problem, checked } = known;
  const entry = auditEntry({ id, verdict, policy, checked, startedAt, now: runtime.timers.now(), ...rest, fault: rest.fault ?? problem });
  await runtime.audit.record(entry).catch(() => false);
}

async function release(send: Send, known: Known, verdict: Verdict, protection?: Protection): Promise<void> {
  const ending = send.completion.claim();
  if (ending === undefined) return;
  await record(send, known, verdict, { outcome: "sent", protection });
  ending.allow();
}

async function hold(send: Send, known: Known, verdict: Verdict, fault?: ErrorCode): Promise<void> {
  const ending = send.completion.claim();
  if (ending === undefined) return;
  await record(send, known, verdict, { outcome: "held", fault });
  ending.hold({ verdict, locale: send.runtime.outlook.locale(), context: paneContext(send.id, verdict, fault) });
}

async function enforce(send: Send, known: Known, { verdict, protectionAsked }: CheckResult): Promise<void> {
  const { outlook } = send.runtime;
  switch (verdict.action) {
    case "allow":
      if (protectionAsked !== undefined) await outlook.clearProtection();
      return release(send, known, verdict);
    case "protect": {
      const { labelId } = verdict.protections;
      const { labelOrder } = known.policy.protection;
      const protection = await outlook.protect({ labelOrder, ...(labelId === undefined ? {} : { labelId }) });
      return release(send, known, verdict, protection);
    }
    case "confirm":
    case "block":
      return hold(send, known, verdict);
    default:
      throw new AppError("INTERNAL");
  }
}

async function run(send: Send, known: Known): Promise<void> {
  const { outlook, policies, timers, secondOpinion } = send.runtime;
  const { policy, problem } = await policies.current();
  Object.assign(known, { policy, problem });
  const keep = { store: outlook.session, digest: fieldsDigest };
  let kept: Awaited<ReturnType<typeof keptFor>> | undefined;
  const checked = await checkDraft({
    reader: outlook, policy, timers, digestOf: draftDigest, keyedHash, readOverride: async () => parseOverride(await outlook.session.get(SESSION_KEYS.override)),
    isProtectionAsked: () => outlook.isProtectionAsked(), secondOpinion, remember: async (draft) => (kept = await keptFor(draft, { policy, timers, keep })),
  });
  known.checked = checked;
  // A mail that is held is sent again soon. A store that hangs must not keep the person waiting for the answer.
  const held = checked.verdict.action === "confirm" || checked.verdict.action === "block";
  if (held && kept !== undefined) await inTime(timers, KEEP_MS, kept.save(), () => undefined);
  await enforce(send, known, checked);
}

/**
 * Ends in one call of `event.completed` on every path and never rejects. A fault, a missing member or a passed deadline holds
 * the mail as `policy.onFault` says; what arrives after that changes nothing.
 */
export async function onMessageSend(event: SendEvent, runtime: Runtime): Promise<void> {
  const startedAt = runtime.timers.now();
  const completion = createCompletion(event);
  const send: Send = { runtime, completion, startedAt, id: createEntryId({ now: startedAt, random: runtime.random() }) };
  const known: Known = { policy: DEFAULT_POLICY };
  const fault = (code: ErrorCode): Promise<void> => hold(send, known, faultVerdict(code, known.policy), code);
  const timer = runtime.timers.setTimeout(() => void fault("DEADLINE_PASSED"), HARD_DEADLINE_MS);
  try {
    await run(send, known);
  } catch (thrown) {
    await fault(codeOf(thrown));
  }
  runtime.timers.clearTimeout(timer);
}
