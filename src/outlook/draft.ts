/** Reads the open draft. What Outlook reports in another shape than documented counts as a failed read. */
import { AppError } from "../contract/index.ts";
import type { AttachmentInfo, AttachmentKind, AttachmentRead, Draft, DraftReader, Mailbox, Recipient, Timers } from "../contract/index.ts";
import { itemOf, missing } from "./office.ts";
import type { ComposeItem, OfficeApi } from "./office.ts";
import { callFor, callForOptional } from "./promise.ts";

type Address = Pick<Office.EmailAddressDetails, "emailAddress" | "displayName">;
type AttachmentDetails = Pick<Office.AttachmentDetailsCompose, "id" | "name" | "size" | "attachmentType" | "isInline"> & { readonly contentId?: string };

const FIELDS = ["to", "cc", "bcc"] as const;

/** ms. Callbacks of this call have been seen to come after 90 s or never. */
const CONTENT_TIMEOUT_MS = 30_000;

function textOf(value: unknown, name: string): string {
  if (typeof value !== "string") throw new AppError("OUTLOOK_CALL_EMPTY", `Outlook gave no text for ${name}.`);
  return value;
}

function listOf<T>(value: readonly T[], name: string): readonly T[] {
  if (!Array.isArray(value)) throw new AppError("OUTLOOK_CALL_EMPTY", `Outlook gave no list for ${name}.`);
  return value;
}

/** A contact list can come with a blank address. It is kept: an unknown recipient must not vanish from the judgement. */
function mailboxOf({ emailAddress, displayName }: Address): Mailbox {
  const address = typeof emailAddress === "string" ? emailAddress : "";
  return displayName ? { address, name: displayName } : { address };
}

async function readFrom(item: ComposeItem, office: OfficeApi, timers: Timers): Promise<Mailbox> {
  const { from } = item;
  if (from === undefined) {
    const address = office.context?.mailbox?.userProfile?.emailAddress;
    return address ? { address } : missing("item.from");
  }
  const sender = mailboxOf(await callFor<Address>(timers, "from.getAsync", (done) => from.getAsync(done)));
  if (sender.address === "") throw new AppError("OUTLOOK_CALL_EMPTY", "Outlook gave no sender address.");
  return sender;
}

async function readRecipients(item: ComposeItem, timers: Timers): Promise<readonly Recipient[]> {
  const read = async (field: (typeof FIELDS)[number]): Promise<readonly Recipient[]> => {
    const recipients = item[field] ?? missing(`item.${field}`);
    const name = `${field}.getAsync`;
    const list = listOf(await callFor<readonly Address[]>(timers, name, (done) => recipients.getAsync(done)), name);
    return list.map((one) => ({ ...mailboxOf(one), field }));
  };
  return (await Promise.all(FIELDS.map(read))).flat();
}

function kindOf({ attachmentType }: AttachmentDetails): AttachmentKind {
  // An unknown type is taken for an item: its content is asked for, and a failure to give it is "unread", never "clean".
  return attachmentType === "file" || attachmentType === "cloud" ? attachmentType : "item";
}

async function readAttachmentList(item: ComposeItem, timers: Timers): Promise<readonly AttachmentInfo[]> {
  const name = "getAttachmentsAsync";
  if (item.getAttachmentsAsync === undefined) return missing(name);
  const list = listOf(await callFor<readonly AttachmentDetails[]>(timers, name, (done) => item.getAttachmentsAsync?.(done)), name);
  return list.map((details) => ({
    id: textOf(details.id, name),
    name: typeof details.name === "string" ? details.name : "",
    size: typeof details.size === "number" ? details.size : 0,
    kind: kindOf(details),
    inline: details.isInline === true,
    ...(typeof details.contentId === "string" && details.contentId !== "" ? { contentId: details.contentId } : {}),
  }));
}

/** HTML, since Outlook's own conversion to text loses tables and lists. The default body mode includes the quoted thread. */
async function readBody(item: ComposeItem, timers: Timers): Promise<string> {
  const body = item.body ?? missing("item.body");
  return textOf(await callFor<string>(timers, "body.getAsync", (done) => body.getAsync("html", done)), "body.getAsync");
}

async function readSubject(item: ComposeItem, timers: Timers): Promise<string> {
  const subject = item.subject ?? missing("item.subject");
  return textOf(await callFor<string>(timers, "subject.getAsync", (done) => subject.getAsync(done)), "subject.getAsync");
}

function contentOf(info: AttachmentInfo, { content, format }: Partial<Office.AttachmentContent>): AttachmentRead {
  if (format === "url") return { unread: "cloud-link" };
  if (format !== "base64" && format !== "eml" && format !== "iCalendar") return { unread: "not-provided" };
  if (typeof content !== "string") return { unread: "not-provided" };
  // Seen on protected drafts after several tries: success with nothing in it. Only a file of size 0 may be empty.
  if (content === "" && (info.size > 0 || info.kind !== "file")) return { unread: "not-provided" };
  return { content, format };
}

async function readContent(office: OfficeApi, timers: Timers, info: AttachmentInfo): Promise<AttachmentRead> {
  if (info.kind === "cloud") return { unread: "cloud-link" };
  try {
    const item = itemOf(office);
    if (item.getAttachmentContentAsync === undefined) return { unread: "not-provided" };
    const content = await callForOptional<Office.AttachmentContent>(
      timers, "getAttachmentContentAsync", (done) => item.getAttachmentContentAsync?.(info.id, done), { timeoutMs: CONTENT_TIMEOUT_MS },
    );
    return content === undefined ? { unread: "not-provided" } : contentOf(info, content);
  } catch (thrown) {
    return { unread: thrown instanceof AppError && thrown.code === "OUTLOOK_CALL_TIMEOUT" ? "timed-out" : "not-provided" };
  }
}

/** See `DraftReader`. */
export function createDraftReader(office: OfficeApi, timers: Timers): DraftReader {
  return {
    async readDraft(): Promise<Draft> {
      const item = itemOf(office);
      const [subject, content, from, recipients, attachments] = await Promise.all([
        readSubject(item, timers), readBody(item, timers), readFrom(item, office, timers), readRecipients(item, timers), readAttachmentList(item, timers),
      ]);
      return { from, recipients, subject, body: { format: "html", content }, attachments };
    },
    readAttachment: (info) => readContent(office, timers, info),
  };
}
