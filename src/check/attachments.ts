/** Reads and extracts the attachments of a draft, one after another: Outlook's engine has one thread and little memory. */
import type { AttachmentInfo, AttachmentRead, AttachmentText, DraftReader, Timers, UnreadReason } from "../contract/index.ts";
import { attachmentText, base64ToBytes, extract } from "../extract/index.ts";
import { inTime } from "./deadline.ts";
import type { Deadlines } from "./deadline.ts";
import { EMBEDDED_ID } from "./pictures.ts";
import { utf8Bytes } from "./utf8.ts";

/** Outlook gives attached items without the ending by which a reader is chosen. */
const ENDINGS = { eml: ".eml", iCalendar: ".ics" } as const;

function unread(name: string, reason: UnreadReason): AttachmentText {
  return { name, status: "unread", reason, parts: [] };
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/** Whatever a hostile file does to a reader, the answer is "damaged", never "clean" and never a fault that hides the other files. */
function extracted(name: string, read: Exclude<AttachmentRead, { readonly unread: UnreadReason }>, timers: Timers): AttachmentText {
  try {
    const bytes = read.format === "base64" ? base64ToBytes(read.content) : utf8Bytes(read.content);
    if (bytes === undefined) return unread(name, "not-provided");
    const file = { name: read.format === "base64" ? name : withEnding(name, ENDINGS[read.format]), bytes };
    return { ...attachmentText(extract(file, { now: () => timers.now() })), name };
  } catch {
    return unread(name, "damaged");
  }
}

/** A picture that stands in the body's own source has no id to ask Outlook for. */
function isEmbedded({ id }: AttachmentInfo): boolean {
  return id === EMBEDDED_ID;
}

async function readOne(reader: DraftReader, info: AttachmentInfo, timers: Timers, ms: number): Promise<AttachmentText> {
  if (isEmbedded(info)) return unread(info.name, "image");
  try {
    const late = (): AttachmentRead => ({ unread: "timed-out" });
    const read = await inTime(timers, ms, reader.readAttachment(info), late);
    return "unread" in read ? unread(info.name, read.unread) : extracted(info.name, read, timers);
  } catch {
    return unread(info.name, "not-provided");
  }
}

/** One text per attachment, in the draft's order. `startedAt` in ms as `timers.now()` gives it. Never rejects. */
export async function readAttachments(
  reader: DraftReader, attachments: readonly AttachmentInfo[], timers: Timers, deadlines: Deadlines, startedAt: number,
): Promise<readonly AttachmentText[]> {
  const texts: AttachmentText[] = [];
  for (const info of attachments) {
    const left = startedAt + deadlines.attachmentsMs - timers.now();
    texts.push(left <= 0 ? unread(info.name, "timed-out") : await readOne(reader, info, timers, Math.min(left, deadlines.attachmentMs)));
  }
  return texts;
}
