/** Compound files (doc, xls, ppt, msg, and encrypted docx, xlsx, pptx): told apart as encrypted or not; not opened yet. */
import { unread } from "../outcome.ts";
import type { Outcome, Source } from "../outcome.ts";
import { latin1 } from "../sniff.ts";

const STEP = 32_768;
/** Directory entries are named in UTF-16. */
const ENCRYPTED_STREAM = Array.from("EncryptedPackage").join("\0");

/** A stream `EncryptedPackage` holds a whole Office document under a password or rights management (MS-OFFCRYPTO 2.3). */
export function readCompound({ bytes }: Source): Outcome {
  for (let at = 0; at < bytes.length; at += STEP) {
    if (latin1(bytes, at, at + STEP + ENCRYPTED_STREAM.length).includes(ENCRYPTED_STREAM)) return unread("encrypted");
  }
  return unread("not-inspectable");
}
