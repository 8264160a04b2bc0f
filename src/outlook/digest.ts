/** The digest that binds an override to the draft it was given for. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Draft } from "../contract/index.ts";

/** Code units as they are, since classic Outlook has no text encoder and a draft may hold half a surrogate pair. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit & 0xff;
  }
  return bytes;
}

/**
 * Two clients, or two reads in one, may order or capitalise addresses differently: that is the same draft. Attachment ids
 * are left out, since they change from read to read.
 */
function fieldsOf({ subject, body, from, recipients, attachments }: Draft): readonly string[] {
  const people = recipients.map(({ field, address }) => `${field}:${address.toLowerCase()}`).sort();
  const files = attachments.map(({ name, size, kind }) => `${size}:${kind}:${name}`).sort();
  return [
    "chartseal-draft-1", subject, body.format, body.content, from.address.toLowerCase(), `${people.length}`, ...people, `${files.length}`, ...files,
  ];
}

/** SHA-256 in hex of the draft. Each field carries its length, so that text cannot move from one field into the next unseen. */
export function draftDigest(draft: Draft): string {
  const hash = sha256.create();
  for (const field of fieldsOf(draft)) hash.update(bytesOf(`${field.length}:`)).update(bytesOf(field));
  return bytesToHex(hash.digest());
}
