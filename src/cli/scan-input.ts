/** One line of `scan --jsonl` to a message. Problems are sentences that never quote the line. */
import { EXTRACT_LIMITS } from "../contract/index.ts";
import type { AttachmentText, Mailbox } from "../contract/index.ts";
import { attachmentText, base64ToBytes, extract } from "../extract/index.ts";
import type { AnswerId } from "./answer.ts";
import type { Io } from "./io.ts";
import { mailboxOf } from "./mailbox.ts";
import type { Message } from "./message.ts";

export type ScanInput =
  | { readonly ok: true; readonly id: AnswerId; readonly message: Message }
  | { readonly ok: false; readonly id: AnswerId; readonly error: string };

type Fields = Readonly<Record<string, unknown>>;

/** A sentence for the one who wrote the line. */
class Unusable extends Error {
  override readonly name = "Unusable";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function idOf(value: unknown): AnswerId {
  return typeof value === "string" || (typeof value === "number" && Number.isFinite(value)) ? value : null;
}

/** The id at the start of a line that is no JSON as a whole, so that the answer can still be told apart. */
export function idAtStart(line: string): AnswerId {
  const found = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15})\s*[,}]/.exec(line)?.[1];
  if (found === undefined) return null;
  try {
    return idOf(JSON.parse(found));
  } catch {
    return null;
  }
}

function optionalText(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new Unusable(`${key} must be a text.`);
  return value;
}

function recipientsOf(fields: Fields): readonly Mailbox[] {
  return ["to", "cc", "bcc"].flatMap((key) => {
    const value = fields[key];
    if (value === undefined || value === null) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((entry) => {
      if (typeof entry !== "string") throw new Unusable(`${key} must be a list of addresses.`);
      return mailboxOf(entry);
    });
  });
}

function bodyOf(fields: Fields): Message["body"] {
  const text = optionalText(fields, "text");
  const html = optionalText(fields, "html");
  if (text !== undefined && html !== undefined) throw new Unusable("Give text or html, not both.");
  if (text !== undefined) return { format: "text", content: text };
  if (html !== undefined) return { format: "html", content: html };
  throw new Unusable("text or html is missing.");
}

async function attachmentOf(value: unknown, at: string, io: Io): Promise<AttachmentText> {
  if (!isFields(value)) throw new Unusable(`${at} must be an object.`);
  const name = optionalText(value, "name");
  const path = optionalText(value, "path");
  const base64 = optionalText(value, "base64");
  if (name === undefined) throw new Unusable(`${at} has no name.`);
  if ((path === undefined) === (base64 === undefined)) throw new Unusable(`${at} needs either path or base64.`);
  if (base64 !== undefined) {
    const bytes = base64ToBytes(base64);
    if (bytes === undefined) throw new Unusable(`${at} is not base64.`);
    return attachmentText(extract({ name, bytes }, io));
  }
  const bytes = await io.readFile(path ?? "", EXTRACT_LIMITS.bytes + 1).catch(() => undefined);
  return bytes === undefined ? { name, status: "unread", reason: "not-provided", parts: [] } : attachmentText(extract({ name, bytes }, io));
}

async function attachmentsOf(fields: Fields, io: Io): Promise<readonly AttachmentText[]> {
  const list = fields.attachments ?? [];
  if (!Array.isArray(list)) throw new Unusable("attachments must be a list.");
  const texts: AttachmentText[] = [];
  for (const [index, value] of list.entries()) texts.push(await attachmentOf(value, `attachments[${index}]`, io));
  return texts;
}

async function messageOf(fields: Fields, io: Io): Promise<Message> {
  const body = bodyOf(fields);
  const subject = optionalText(fields, "subject") ?? "";
  const from = optionalText(fields, "from");
  const recipients = recipientsOf(fields);
  const attachments = await attachmentsOf(fields, io);
  return { subject, body, recipients, attachments, ...(from === undefined ? {} : { from: mailboxOf(from) }) };
}

/** Reads a line. Attachments that cannot be read are part of the message; a line that does not keep the format is not. */
export async function readInput(line: string, io: Io): Promise<ScanInput> {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    return { ok: false, id: idAtStart(line), error: "The line is not JSON." };
  }
  if (!isFields(fields)) return { ok: false, id: null, error: "The line is not a JSON object." };
  const id = idOf(fields.id);
  if (id === null) return { ok: false, id, error: "id must be a text or a number." };
  try {
    return { ok: true, id, message: await messageOf(fields, io) };
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, id, error: error.message };
    throw error;
  }
}
