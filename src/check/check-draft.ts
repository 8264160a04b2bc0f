import { AppError } from "../contract/index.ts";
import type {
  Assessment, AttachmentText, Draft, DraftReader, KeyedHash, Override, Policy, SecondOpinion, Timers, Verdict,
} from "../contract/index.ts";
import { decide } from "../decide/index.ts";
import { assess, assessAttachment } from "../detect/index.ts";
import { readAttachments } from "./attachments.ts";
import { inTime } from "./deadline.ts";
import type { Deadlines } from "./deadline.ts";
import { deadlinesOf, extractLimits, signaturePictureBytes } from "./limits.ts";
import type { AttachmentMemory } from "./memory.ts";
import { orgDetection } from "./org-detection.ts";
import { judgedAttachments } from "./pictures.ts";

export interface CheckRequest {
  readonly reader: DraftReader;
  readonly policy: Policy;
  readonly timers: Timers;
  /** Names the draft's content; an override counts only for the digest it was given for. */
  readonly digestOf: (draft: Draft) => string;
  /** For the policy's known patients. */
  readonly keyedHash: KeyedHash;
  /** The recorded reason, if any. One that cannot be read counts as none. */
  readonly readOverride?: () => Promise<Override | undefined>;
  /** Whether the sender asked for protection. */
  readonly isProtectionAsked?: () => Promise<boolean>;
  readonly deadlines?: Partial<Deadlines>;
  /** Files that were read before, for a context; a failure counts as none. */
  readonly remember?: (draft: Draft) => Promise<AttachmentMemory | undefined> | AttachmentMemory;
  /** For PDFs that our own reader cannot tell all of; absent where the client has none. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** Told after each attachment, with how many there are. */
  readonly onRead?: (read: number, of: number) => void;
}

/** `draft` and `texts` hold content: they stay in memory, on the device. The draft's attachments are those that are judged, see `pictures.ts`. */
export interface CheckResult {
  readonly draft: Draft;
  /** One per attachment, in the draft's order; undefined where an earlier reading was used. */
  readonly texts: readonly (AttachmentText | undefined)[];
  readonly digest: string;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  /** Set when it was given for exactly this draft. */
  readonly override?: Override;
  /** Absent where it could not be read: then nothing that was set for it may be taken off. */
  readonly protectionAsked?: boolean;
}

async function wishOf(isAsked: CheckRequest["isProtectionAsked"]): Promise<boolean | undefined> {
  try {
    return (await isAsked?.()) ?? false;
  } catch {
    return undefined;
  }
}

async function overrideFor(digest: string, readOverride: CheckRequest["readOverride"]): Promise<Override | undefined> {
  const override = await readOverride?.().catch(() => undefined);
  return override?.digest === digest ? override : undefined;
}

async function recalled(draft: Draft, remember: CheckRequest["remember"]): Promise<AttachmentMemory | undefined> {
  try {
    return await remember?.(draft);
  } catch {
    return undefined;
  }
}

/**
 * Reads the open draft with its attachments, assesses it and decides.
 * @throws AppError `DEADLINE_PASSED` when the draft itself does not come in time, or the reader's own fault. An attachment
 *   that cannot be read is no fault but part of the assessment: the policy says what follows.
 */
export async function checkDraft(request: CheckRequest): Promise<CheckResult> {
  const { reader, policy, timers, digestOf, keyedHash, readOverride, remember, secondOpinion, onRead } = request;
  const deadlines: Deadlines = { ...deadlinesOf(policy), ...request.deadlines };
  const startedAt = timers.now();
  const read = await inTime(timers, deadlines.draftMs, reader.readDraft(), () => {
    throw new AppError("DEADLINE_PASSED");
  });
  const draft: Draft = { ...read, attachments: judgedAttachments(read, signaturePictureBytes(policy)) };
  const own = orgDetection(policy, startedAt, keyedHash);
  const memory = draft.attachments.length === 0 ? undefined : await recalled(draft, remember);
  const checked = await readAttachments(draft.attachments, {
    reader, timers, deadlines, startedAt, limits: extractLimits(policy), assess: (text) => assessAttachment(text, draft, own), memory, secondOpinion, onRead,
  });
  const digest = digestOf(read);
  const assessment = assess({ ...draft, attachments: checked.map((one) => one.assessment) }, own);
  const [override, wish] = await Promise.all([overrideFor(digest, readOverride), wishOf(request.isProtectionAsked)]);
  const verdict = decide({
    assessment, sender: draft.from, recipients: draft.recipients, policy, overridden: override !== undefined, protectionAsked: wish === true,
  });
  return {
    draft, texts: checked.map(({ text }) => text), digest, assessment, verdict, ...(override === undefined ? {} : { override }), ...(wish === undefined ? {} : { protectionAsked: wish }),
  };
}
