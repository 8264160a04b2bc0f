/** S/MIME and other CMS files: told apart as encrypted or not; not opened yet. */
import { unread } from "../outcome.ts";
import type { Outcome, Source } from "../outcome.ts";
import { latin1 } from "../sniff.ts";

/** pkcs7-envelopedData, pkcs7-encryptedData, id-ct-authEnvelopedData (RFC 5652, RFC 5083). */
const ENCRYPTED = ["\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03", "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x06", "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x17"];

export function readCms({ bytes }: Source): Outcome {
  const head = latin1(bytes, 0, 32);
  return unread(ENCRYPTED.some((oid) => head.includes(oid)) ? "encrypted" : "not-inspectable");
}
