/** One attachment: what it is, which reader takes it, and what to say when none does. */
import type { AttachmentText } from "../contract/index.ts";
import { decodeText } from "./charset.ts";
import { binaryShare, hasEmbeddedFile } from "./content.ts";
import { asPartial, unread } from "./outcome.ts";
import type { Outcome, Source } from "./outcome.ts";
import { BINARY_READERS, TEXT_READERS } from "./readers.ts";
import { binaryKind, textKind } from "./sniff.ts";

/** What is read of one attachment, in bytes. Exchange Online's own message limit is 25 MB by default. */
export const MOST_BYTES = 25 * 1024 * 1024;

export interface AttachmentSource {
  readonly name: string;
  /** May be cut after `MOST_BYTES + 1` bytes by the caller; what lies beyond is not looked at. */
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

function readText(source: Source, contentType: string | undefined): Outcome {
  const decoded = decodeText(source.bytes, contentType);
  if (decoded === undefined) return unread("unsupported-charset");
  const { text, sure } = decoded;
  const binary = binaryShare(text);
  if (binary > 0.5) return unread("not-inspectable");
  const outcome = TEXT_READERS[textKind({ ...source, text })]({ ...source, text });
  if (binary > 0 || hasEmbeddedFile(text)) return asPartial(outcome, "not-inspectable");
  return sure ? outcome : asPartial(outcome, "unsupported-charset");
}

function read(source: Source, contentType: string | undefined): Outcome {
  if (source.bytes.length === 0) return unread("empty-content");
  const kind = binaryKind(source);
  if (kind !== undefined) return BINARY_READERS[kind](source);
  if (source.bytes.length <= MOST_BYTES) return readText(source, contentType);
  return asPartial(readText({ ...source, bytes: source.bytes.subarray(0, MOST_BYTES) }, contentType), "limit");
}

/**
 * Reads one attachment. Never throws and never answers "scanned" for what it did not read: encrypted, pictures,
 * unknown formats, too long, damaged and empty files are `unread` or `partial` with their reason.
 */
export function extract({ name, bytes, contentType }: AttachmentSource): AttachmentText {
  try {
    return { name, ...read({ name: name.toLowerCase(), bytes }, contentType) };
  } catch (error) {
    // Strings longer than the engine can hold and nesting deeper than its stack are RangeErrors.
    return { name, ...unread(error instanceof RangeError ? "limit" : "damaged") };
  }
}
