/** Zip files and what is built on them (docx, xlsx, pptx, odt): told apart as encrypted or not; not opened yet. */
import { unread } from "../outcome.ts";
import type { Outcome, Source } from "../outcome.ts";
import { startsAt } from "../sniff.ts";

/** Bit 0 of an entry's general-purpose flags says "encrypted" (APPNOTE 4.4.4); local and central headers both hold it. */
function isEncryptedEntry(bytes: Uint8Array, at: number): boolean {
  const flags = startsAt(bytes, at, "PK\x01\x02") ? at + 8 : startsAt(bytes, at, "PK\x03\x04") ? at + 6 : -1;
  return flags !== -1 && ((bytes[flags] ?? 0) & 1) === 1;
}

/** One encrypted entry is enough: a folder in front of it is never encrypted. */
export function readZip({ bytes }: Source): Outcome {
  for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
    if (isEncryptedEntry(bytes, at)) return unread("encrypted");
  }
  return unread("not-inspectable");
}
