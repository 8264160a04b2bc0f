/** An Outlook item, from whatever file it came: header lines, body, what people filled in, attachments. */
import { decompressRtf } from "../legacy/compressed-rtf.ts";
import { readRtf } from "../legacy/rtf.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { HEADER_PLACE, writeAlternatives } from "./bodies.ts";
import type { MailBody } from "./bodies.ts";
import { cmsContent, isCms } from "./cms-content.ts";
import { HeaderText, headerLines, readFields } from "./header.ts";
import { ID, LABELS, LID, NAMED } from "./mapi.ts";
import type { Decoder, Properties } from "./mapi.ts";
import { isEntity, readEntity } from "./mime.ts";

export interface Attachment {
  readonly properties: Properties;
  /** A message inside this one. */
  readonly item?: () => Item | undefined;
  /** Files in an embedded object. */
  readonly files?: readonly SourceFile[];
}

export interface Item {
  readonly properties: Properties;
  readonly recipients: readonly Properties[];
  readonly attachments: readonly Attachment[];
  readonly decoder: Decoder;
}

const DEEPEST = 20;
/** How an attachment is kept (MS-OXCMSG 2.2.2.9). */
const METHOD = { byReference: [2, 3, 4], byWebReference: 7 } as const;
const RECIPIENTS = [["To", 1, ID.displayTo], ["Cc", 2, ID.displayCc], ["Bcc", 3, ID.displayBcc]] as const;

function textOf(properties: Properties, ...ids: readonly number[]): string {
  for (const id of ids) {
    const value = properties.get(id);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return "";
}

function numberOf(properties: Properties, id: number): number {
  const value = properties.get(id);
  return typeof value === "number" ? value : 0;
}

/** `Name <address>`. Addresses of Exchange itself (X.500) name servers and folders. */
function mailbox(name: string, address: string): string {
  const real = address.startsWith("/") ? "" : address;
  return name === "" || name === real ? real : real === "" ? name : `${name} <${real}>`;
}

function headerOf({ properties, recipients }: Item, out: Sink): readonly string[] {
  const lines: string[] = [];
  const add = (label: string, value: string): void => {
    if (value !== "") lines.push(`${label}: ${value.replace(/\s+/g, " ")}`);
  };
  const from = mailbox(textOf(properties, ID.representing, ID.sender), textOf(properties, ID.representingSmtp, ID.senderSmtp, ID.representingAddress, ID.senderAddress));
  add("From", from);
  for (const [label, type, display] of RECIPIENTS) {
    const own = recipients.filter((recipient) => (numberOf(recipient, ID.recipientType) & 0xf || 1) === type);
    add(label, own.map((recipient) => mailbox(textOf(recipient, ID.displayName), textOf(recipient, ID.smtp, ID.address))).join("; ") || textOf(properties, display));
  }
  add("Date", textOf(properties, ID.submitted, ID.delivered));
  const subject = textOf(properties, ID.subject);
  // The length of its prefix stands before some subjects, behind a mark.
  add("Subject", subject.startsWith("\x01") ? subject.slice(2) : subject);
  const headers = textOf(properties, ID.headers);
  const { fields, tooLong } = readFields(headers, 0, headers.length, out.budget);
  if (tooLong) out.missed("too-large");
  const known = new Set(lines.map((line) => line.slice(0, line.indexOf(":"))));
  const more = headerLines(fields, new HeaderText(out.budget, () => out.missed("text-unmapped")));
  return [...lines, ...more.filter((line) => !known.has(line.slice(0, line.indexOf(":"))))];
}

/** Class names, identifiers, times and addresses of Exchange say nothing without a label. */
const NOISE = /^(?:IPM\.|\/o=|\{?[\dA-F]{8}-|[\d.:; -]*$)/i;

/** What people filled in. Properties with names of their own count in items that are no mail: places, addresses, fields that someone added. */
function filledIn({ properties }: Item): string {
  const isMail = /^(?:IPM\.Note|REPORT\.|$)/i.test(textOf(properties, ID.messageClass));
  const lines: string[] = [];
  for (const [id, value] of properties) {
    if (typeof value !== "string" || value.trim() === "" || (isMail && (id >= NAMED || id === ID.displayName))) continue;
    const label = LABELS[id];
    if (label !== undefined) lines.push(`${label}: ${value.trim()}`);
    else if (id >= NAMED && id < LID && !NOISE.test(value) && !value.includes("\x01")) lines.push(value.trim());
  }
  return [...new Set(lines)].join("\n");
}

function writeBodies({ properties, decoder }: Item, out: Sink): void {
  const [plain, html, rtf] = [textOf(properties, ID.body), properties.get(ID.html), properties.get(ID.rtf)];
  const page = typeof html === "string" ? html : html instanceof Uint8Array ? decoder.html(html, numberOf(properties, ID.internetPage)) : "";
  const bodies: MailBody[] = [];
  if (plain !== "") bodies.push({ format: "text", text: plain });
  if (page.trim() !== "") bodies.push({ format: "html", text: page });
  if (bodies.length > 0 || !(rtf instanceof Uint8Array)) return writeAlternatives(bodies, out);
  const unpacked = decompressRtf(rtf, out.budget);
  if (!unpacked.whole) out.missed("damaged");
  readRtf(unpacked.bytes, out);
}

/** Mail under S/MIME is one attachment (MS-OXOSMIME 2.1.3): the signed entity, or what is encrypted. */
function readSigned(bytes: Uint8Array, out: Sink, depth: number): boolean {
  if (isEntity(bytes)) {
    readEntity(bytes, out, depth + 1);
    return true;
  }
  if (!isCms(bytes) || cmsContent(bytes, out.budget).kind !== "encrypted") return false;
  if (depth === 0) out.unread("encrypted");
  else out.missed("encrypted");
  return true;
}

function writeAttachment({ properties, item, files }: Attachment, isSigned: boolean, out: Sink, depth: number): void {
  const name = textOf(properties, ID.longName, ID.shortName, ID.displayName) || "attachment";
  const type = textOf(properties, ID.mimeType);
  const inner = item?.();
  if (inner !== undefined) return writeItem(inner, out, depth + 1);
  if (files !== undefined && files.length > 0) return files.forEach((file) => out.file(file));
  const data = properties.get(ID.data);
  const method = numberOf(properties, ID.method);
  if (method === METHOD.byWebReference) return out.bare(name, "cloud-link");
  if (!(data instanceof Uint8Array) || data.length === 0) return out.bare(name, (METHOD.byReference as readonly number[]).includes(method) || item !== undefined ? "not-provided" : undefined);
  if (/\.rpmsg$/i.test(name) || /rpmsg/i.test(type)) return depth === 0 ? out.unread("encrypted") : out.missed("encrypted");
  if (isSigned && readSigned(data, out, depth)) return;
  const isIcon = textOf(properties, ID.contentId) !== "" && (type.startsWith("image/") || /\.(?:png|gif|jpe?g|bmp)$/i.test(name));
  if (!(isIcon && data.length < out.budget.limits.pictureBytes)) out.file({ name, bytes: data, ...(type === "" ? {} : { contentType: type }) });
}

/** Writes an item with the messages inside it. `depth`: how many items it stands in. @throws LimitReached */
export function writeItem(item: Item, out: Sink, depth = 0): void {
  if (depth > DEEPEST) return out.missed("too-large");
  out.budget.step();
  out.text(headerOf(item, out).join("\n"), HEADER_PLACE);
  writeBodies(item, out);
  out.text(filledIn(item), { kind: "properties" });
  const isSigned = /^IPM\.Note\.SMIME/i.test(textOf(item.properties, ID.messageClass));
  for (const attachment of item.attachments) writeAttachment(attachment, isSigned, out, depth);
}
