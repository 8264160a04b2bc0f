/** Reads attachments while the mail is still being written, and keeps what it finds with the draft. */
import type { AttachmentInfo, Draft, DraftReader, KeyedHash, Policy, SecondOpinion, Timers } from "../contract/index.ts";
import { assessAttachment } from "../detect/index.ts";
import { readAttachments } from "./attachments.ts";
import { deadlinesOf, extractLimits, signaturePictureBytes } from "./limits.ts";
import { openKept } from "./kept.ts";
import type { KeepWith, KeptAttachments } from "./kept.ts";
import { contextOf } from "./memory.ts";
import { orgDetection } from "./org-detection.ts";
import { EMBEDDED_ID, judgedAttachments } from "./pictures.ts";

/** ms from the event on. Outlook must not count these events as hanging; what is left is read by the next one, or at Send. */
const AHEAD_MS = 9_000;

export interface ReadAheadRequest {
  readonly reader: DraftReader;
  readonly policy: Policy;
  readonly timers: Timers;
  readonly keyedHash: KeyedHash;
  readonly keep: KeepWith;
  /** As at Send, so that both find the same. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** Outlook's id of the one file that is new; absent: every file is looked at. */
  readonly only?: string | undefined;
}

/** What is kept of a draft's attachments, for the people and the policy that it is judged by now. */
export function keptFor(draft: Draft, { policy, timers, keep }: Pick<ReadAheadRequest, "policy" | "timers" | "keep">): Promise<KeptAttachments> {
  return openKept(keep, contextOf(draft, policy, timers.now(), keep.digest));
}

function isReadable({ id, kind }: AttachmentInfo): boolean {
  return id !== EMBEDDED_ID && kind !== "cloud";
}

/** A file that is added raises an event of its own; an id that the list does not know any more says nothing. */
function wanted(attachments: readonly AttachmentInfo[], only: string | undefined): readonly AttachmentInfo[] {
  const named = attachments.filter(({ id }) => id === only);
  return named.length > 0 ? named : attachments;
}

/** Decides nothing: what is not read here is read at Send. @throws the reader's fault */
export async function readAhead(request: ReadAheadRequest): Promise<void> {
  const { reader, policy, timers, keyedHash, secondOpinion } = request;
  const startedAt = timers.now();
  const read = await reader.readDraft();
  const attachments = wanted(judgedAttachments(read, signaturePictureBytes(policy)).filter(isReadable), request.only);
  if (attachments.length === 0) return;
  const kept = await keptFor(read, request);
  const fresh = attachments.filter((info) => !kept.isSeen(info));
  const own = orgDetection(policy, startedAt, keyedHash);
  const deadlines = deadlinesOf(policy);
  // One after another in writing too: a file that is done stays done if the event is ended.
  let saved = Promise.resolve();
  await readAttachments(fresh, {
    reader, timers, startedAt, memory: kept, secondOpinion, limits: extractLimits(policy), assess: (text) => assessAttachment(text, read, own),
    deadlines: { ...deadlines, attachmentsMs: Math.min(AHEAD_MS, deadlines.attachmentsMs) },
    onRead: () => {
      saved = saved.then(() => kept.save());
    },
  });
  await saved;
}
