/** A file on disk to a message: .eml as a whole mail, a text as the body of one, any other document as its attachment. */
import PostalMime from "postal-mime";
import type { Address, Attachment, Email } from "postal-mime";
import { AppError, EXTRACT_LIMITS } from "../contract/index.ts";
import type { AttachmentText, Body, Mailbox } from "../contract/index.ts";
import { attachmentText, extract } from "../extract/index.ts";
import type { Io } from "./io.ts";
import type { Message } from "./message.ts";

/** A mail is read whole, since a cut one loses attachments without a word. */
const MOST_MAIL_BYTES = 150 * 1024 * 1024;

function mailboxes(addresses: readonly Address[] | undefined): readonly Mailbox[] {
  return (addresses ?? []).flatMap((entry) => entry.group ?? [entry])
    .flatMap(({ address, name }) => (address === undefined ? [] : [{ address, ...(name === "" ? {} : { name }) }]));
}

function attachmentOf({ filename, mimeType, content }: Attachment, index: number, io: Io): AttachmentText {
  const name = filename ?? `part ${index + 1}`;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return attachmentText(extract({ name, bytes, contentType: mimeType }, io));
}

/** The form a reader would see: HTML where the mail has it. */
function bodyOf({ html, text }: Email): Body {
  return html === undefined ? { format: "text", content: text ?? "" } : { format: "html", content: html };
}

async function readMail(bytes: Uint8Array, io: Io): Promise<Message> {
  if (bytes.length > MOST_MAIL_BYTES) throw new AppError("INPUT_INVALID", "The file is too long.");
  const mail = await PostalMime.parse(bytes).catch(() => {
    throw new AppError("INPUT_INVALID", "The file is not a mail that can be read.");
  });
  if (mail.headers.length === 0) throw new AppError("INPUT_INVALID", "The file is not a mail: it has no headers.");
  const from = mailboxes(mail.from === undefined ? undefined : [mail.from])[0];
  return {
    subject: mail.subject ?? "",
    body: bodyOf(mail),
    recipients: [mail.to, mail.cc, mail.bcc].flatMap(mailboxes),
    attachments: mail.attachments.map((attachment, index) => attachmentOf(attachment, index, io)),
    ...(from === undefined ? {} : { from }),
  };
}

/** Formats that are the text of a mail when they are given alone. */
const BODIES: ReadonlySet<string> = new Set(["text", "html", "xml", "json", "csv"]);

function attached(file: AttachmentText): Message {
  return { subject: "", body: { format: "text", content: "" }, recipients: [], attachments: [file] };
}

/** A text file is a body, anything else an attachment of an empty mail. A text that was read only in part stands as an attachment too, so that the report and the verdict say so. */
export function readBody(path: string, bytes: Uint8Array, io: Io): Message {
  const read = attachmentText(extract({ name: path.replace(/^.*[\\/]/, ""), bytes }, io));
  const isBlank = read.reason === "not-provided" || read.reason === "no-text";
  if (read.status !== "unread" && (read.parts.length > 1 || !BODIES.has(read.format ?? "") || read.inner !== undefined)) return attached(read);
  const body = isBlank ? { format: "text" as const, content: "" } : read.parts[0];
  if (body === undefined) throw new AppError("INPUT_INVALID", `The file holds no text that can be read (${read.reason ?? "damaged"}).`);
  return { subject: "", body, recipients: [], attachments: read.status === "partial" ? [{ ...read, parts: [] }] : [] };
}

/**
 * Reads one file.
 * @throws AppError `INPUT_INVALID` with one sentence that does not name the file.
 */
export async function readMessage(path: string, io: Io): Promise<Message> {
  const isMail = path.toLowerCase().endsWith(".eml");
  const bytes = await io.readFile(path, (isMail ? MOST_MAIL_BYTES : EXTRACT_LIMITS.bytes) + 1).catch(() => {
    throw new AppError("INPUT_INVALID", "The file cannot be opened; check its name and your rights to it.");
  });
  return isMail ? readMail(bytes, io) : readBody(path, bytes, io);
}
