/** Reads an `.eml` file into a draft. */
import PostalMime from "postal-mime";
import type { Address } from "postal-mime";
import type { Attachment, Message, Person } from "../host/state.ts";

export function toBase64(bytes: Uint8Array): string {
  // In pieces: a whole file as arguments of one call overflows the stack.
  const PIECE = 0x8000;
  let binary = "";
  for (let start = 0; start < bytes.length; start += PIECE) binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(binary);
}

function people(list: readonly Address[] | undefined): readonly Person[] {
  return (list ?? []).flatMap((one) => (one.address === undefined ? people(one.group) : [{ address: one.address, name: one.name || one.address }]));
}

export async function readFile(file: File, newId: () => string): Promise<Attachment> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    id: newId(), name: file.name, size: bytes.length, kind: "file", contentType: file.type || "application/octet-stream",
    inline: false, base64: toBase64(bytes),
  };
}

/** Bcc stands in a draft's file too. Rejects where the file cannot be read. */
export async function readEml(bytes: ArrayBuffer, newId: () => string): Promise<Partial<Message>> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer" });
  const attachments = mail.attachments.map((one, index): Attachment => {
    const content = new Uint8Array(one.content as ArrayBuffer);
    return {
      id: newId(), name: one.filename ?? `attachment-${index + 1}`, size: content.length, kind: "file",
      contentType: one.mimeType, inline: one.disposition === "inline", base64: toBase64(content),
    };
  });
  const content = mail.html === undefined ? { format: "text", body: mail.text ?? "" } as const : { format: "html", body: mail.html } as const;
  return { to: people(mail.to), cc: people(mail.cc), bcc: people(mail.bcc), subject: mail.subject ?? "", ...content, attachments };
}
