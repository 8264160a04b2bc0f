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
 * Outlook writes the same body differently from read to read: line ends, and where an embedded picture is taken from (a
 * temporary id while it uploads, `cid:` later). Everything else, every link and every word, stays as it is.
 */
function stableBody(content: string): string {
  return content.replace(/\bsrc="(?:cid|blob|data|addinId)[^"]*"/gi, 'src=""').replace(/\s+/g, " ");
}

/**
 * Two reads may order or capitalise addresses differently: that is the same draft. Attachment ids change from read to read,
 * and so does the size of an attached message.
 */
function fieldsOf({ subject, body, from, recipients, attachments }: Draft): readonly string[] {
  const people = recipients.map(({ field, address }) => `${field}:${address.toLowerCase()}`).sort();
  const files = attachments.map(({ name, size, kind }) => `${kind === "item" ? "" : size}:${kind}:${name}`).sort();
  return [
    "chartseal-draft-1", subject, body.format, stableBody(body.content), from.address.toLowerCase(), `${people.length}`, ...people, `${files.length}`, ...files,
  ];
}

/** SHA-256 in hex of the draft. Each field carries its length, so that text cannot move from one field into the next unseen. */
export function draftDigest(draft: Draft): string {
  const hash = sha256.create();
  for (const field of fieldsOf(draft)) hash.update(bytesOf(`${field.length}:`)).update(bytesOf(field));
  return bytesToHex(hash.digest());
}

/** SHA-256 in hex of texts and bytes. Each field carries its length, so that nothing can move from one into the next unseen. */
export function fieldsDigest(fields: readonly (string | Uint8Array)[]): string {
  const hash = sha256.create();
  for (const field of fields) hash.update(bytesOf(`${typeof field === "string" ? "t" : "b"}${field.length}:`)).update(typeof field === "string" ? bytesOf(field) : field);
  return bytesToHex(hash.digest());
}
