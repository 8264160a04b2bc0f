import { AppError } from "../contract/index.ts";
import type {
  Assessment, AttachmentText, Draft, DraftReader, KeyedHash, Override, Policy, Timers, Verdict,
} from "../contract/index.ts";
import { decide } from "../decide/index.ts";
import { assess, assessAttachment } from "../detect/index.ts";
import { readAttachments } from "./attachments.ts";
import { DEADLINES, inTime } from "./deadline.ts";
import type { Deadlines } from "./deadline.ts";
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
  readonly deadlines?: Partial<Deadlines>;
}

/** `draft` and `texts` hold content: they stay in memory, on the device. The draft's attachments are those that are judged, see `pictures.ts`. */
export interface CheckResult {
  readonly draft: Draft;
  /** One per attachment, in the draft's order. */
  readonly texts: readonly AttachmentText[];
  readonly digest: string;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  /** Set when it was given for exactly this draft. */
  readonly override?: Override;
}

async function overrideFor(digest: string, readOverride: CheckRequest["readOverride"]): Promise<Override | undefined> {
  const override = await readOverride?.().catch(() => undefined);
  return override?.digest === digest ? override : undefined;
}

/**
 * Reads the open draft with its attachments, assesses it and decides.
 * @throws AppError `DEADLINE_PASSED` when the draft itself does not come in time, or the reader's own fault. An attachment
 *   that cannot be read is no fault but part of the assessment: the policy says what follows.
 */
export async function checkDraft({ reader, policy, timers, digestOf, keyedHash, readOverride, deadlines }: CheckRequest): Promise<CheckResult> {
  const limits: Deadlines = { ...DEADLINES, ...deadlines };
  const startedAt = timers.now();
  const read = await inTime(timers, limits.draftMs, reader.readDraft(), () => {
    throw new AppError("DEADLINE_PASSED");
  });
  const draft: Draft = { ...read, attachments: judgedAttachments(read) };
  const texts = await readAttachments(reader, draft.attachments, timers, limits, startedAt);
  const digest = digestOf(read);
  const own = orgDetection(policy, timers.now(), keyedHash);
  const assessment = assess({ ...draft, attachments: texts.map((text) => assessAttachment(text, draft, own)) }, own);
  const override = await overrideFor(digest, readOverride);
  const verdict = decide({
    assessment, sender: draft.from, recipients: draft.recipients, policy, overridden: override !== undefined,
  });
  return { draft, texts, digest, assessment, verdict, ...(override === undefined ? {} : { override }) };
}
