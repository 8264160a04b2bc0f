/** Reads, extracts and assesses the attachments of a draft. Outlook's answers overlap; its engine has one thread and little memory, so only a few do. */
import { EXTRACT_LIMITS } from "../contract/index.ts";
import type { AttachmentAssessment, AttachmentInfo, AttachmentRead, AttachmentText, DraftReader, ExtractLimits, SecondOpinion, Timers, UnreadReason } from "../contract/index.ts";
// Whole, since the handler's build puts it off until a file is read (`LATE` in webpack.config.js).
import * as readers from "../extract/index.ts";
import type { DoubtfulFile } from "../extract/index.ts";
import { inTime } from "./deadline.ts";
import type { Deadlines } from "./deadline.ts";
import type { AttachmentMemory, CheckedAttachment } from "./memory.ts";
import { EMBEDDED_ID } from "./pictures.ts";
import { withSecondOpinion } from "./second-opinion.ts";
import type { Opinion } from "./second-opinion.ts";
import { utf8Bytes } from "./utf8.ts";

const MOST_AT_ONCE = 3;

/** Outlook gives attached items without the ending by which a reader is chosen. */
const ENDINGS = { eml: ".eml", iCalendar: ".ics" } as const;

export interface AttachmentReading {
  readonly reader: DraftReader;
  readonly timers: Timers;
  readonly deadlines: Deadlines;
  /** ms, as `timers.now()` gives it. */
  readonly startedAt: number;
  readonly limits: Partial<ExtractLimits>;
  readonly assess: (text: AttachmentText) => AttachmentAssessment;
  /** Files that were read before; absent: every file is read anew. */
  readonly memory?: AttachmentMemory | undefined;
  /** For PDFs that ours cannot tell all of; absent where the client has none. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** Told after each file, with how many there are. */
  readonly onRead?: ((read: number, of: number) => void) | undefined;
}

type Content = Exclude<AttachmentRead, { readonly unread: UnreadReason }>;

function unread(name: string, reason: UnreadReason): AttachmentText {
  return { name, status: "unread", reason, parts: [] };
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

function bytesOf({ format, content }: Content): Uint8Array | undefined {
  return format === "base64" ? readers.base64ToBytes(content) : utf8Bytes(content);
}

interface ReadByUs {
  readonly text: AttachmentText;
  readonly doubtful: readonly DoubtfulFile[];
}

/** Whatever a hostile file does to a reader, the answer is "damaged", never "clean" and never a fault that hides the other files. */
function extracted(name: string, format: Content["format"], bytes: Uint8Array, { timers, limits }: AttachmentReading): ReadByUs {
  try {
    const file = { name: format === "base64" ? name : withEnding(name, ENDINGS[format]), bytes };
    const tree = readers.extract(file, { limits, now: () => timers.now() });
    return { text: { ...readers.attachmentText(tree), name }, doubtful: readers.doubtfulFiles(tree) };
  } catch {
    return { text: unread(name, "damaged"), doubtful: [] };
  }
}

/** Within the time that the work on one file may take, and all of them together. */
function asked({ text, doubtful }: ReadByUs, until: number, { secondOpinion, timers, limits }: AttachmentReading): Promise<Opinion> | Opinion {
  if (secondOpinion === undefined || doubtful.length === 0) return { text, isWhole: true };
  return withSecondOpinion(text, doubtful, { ask: secondOpinion, timers, until, characters: limits.characters ?? EXTRACT_LIMITS.characters });
}

/** The kept assessment where name and content are the same to the byte, else one made now. `until`: see `readOne`. */
async function judged(info: AttachmentInfo, read: Content, until: number, reading: AttachmentReading): Promise<CheckedAttachment> {
  const { memory, assess, timers, limits } = reading;
  const key = memory?.keyOf(info.name, read.format, read.content);
  const known = key === undefined ? undefined : memory?.get(key);
  if (known !== undefined) return known;
  const bytes = bytesOf(read);
  if (bytes === undefined) return fresh(unread(info.name, "not-provided"), assess);
  const workEnds = timers.now() + (limits.milliseconds ?? EXTRACT_LIMITS.milliseconds);
  const { text, isWhole } = await asked(extracted(info.name, read.format, bytes, reading), Math.min(until, workEnds), reading);
  const checked = fresh(text, assess);
  // What ran out of time may be read another time.
  if (key !== undefined && isWhole && checked.assessment.reason !== "timed-out") memory?.put(key, info, checked);
  return checked;
}

function fresh(text: AttachmentText, assess: AttachmentReading["assess"]): CheckedAttachment {
  return { text, assessment: assess(text) };
}

/** Links and pictures that stand in the body's own source have no id to ask Outlook for. */
function withoutAsking({ id, kind, name }: AttachmentInfo): AttachmentText | undefined {
  if (id !== EMBEDDED_ID) return undefined;
  return kind === "cloud" ? unread("", "cloud-link") : unread(name, "image");
}

async function readOne(info: AttachmentInfo, reading: AttachmentReading): Promise<CheckedAttachment> {
  const { reader, timers, deadlines, startedAt, assess } = reading;
  const left = startedAt + deadlines.attachmentsMs - timers.now();
  const known = withoutAsking(info) ?? (left <= 0 ? unread(info.name, "timed-out") : undefined);
  if (known !== undefined) return fresh(known, assess);
  // The file's own deadline, or that of all files where it comes first.
  const ms = Math.min(left, deadlines.attachmentMs);
  const until = timers.now() + ms;
  let read: AttachmentRead;
  try {
    read = await inTime(timers, ms, reader.readAttachment(info), (): AttachmentRead => ({ unread: "timed-out" }));
  } catch {
    read = { unread: "not-provided" };
  }
  return "unread" in read ? fresh(unread(info.name, read.unread), assess) : judged(info, read, until, reading);
}

/** One answer per attachment, in the draft's order. Rejects only where the hash of known patients throws. */
export async function readAttachments(attachments: readonly AttachmentInfo[], reading: AttachmentReading): Promise<readonly CheckedAttachment[]> {
  const checked = new Map<number, CheckedAttachment>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < attachments.length; index = next++) {
      checked.set(index, await readOne(attachments[index] as AttachmentInfo, reading));
      reading.onRead?.(checked.size, attachments.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, attachments.length) }, work));
  return attachments.flatMap((_, index) => checked.get(index) ?? []);
}
