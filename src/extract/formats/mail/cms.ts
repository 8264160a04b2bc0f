/** S/MIME and other CMS files (RFC 5652): told apart as encrypted or not. */
import { latin1 } from "../../bytes.ts";
import type { Format } from "../../format.ts";

/** pkcs7-envelopedData, pkcs7-encryptedData, id-ct-authEnvelopedData (RFC 5652, RFC 5083). */
const ENCRYPTED = ["\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03", "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x06", "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x17"];

/** ContentInfo: a SEQUENCE that opens with an OID below 1.2.840.113549.1. */
export const CMS: Format = {
  key: "cms", title: "S/MIME message", endings: ["p7m", "p7s", "p7b", "p7c"],
  told: ({ bytes }) => bytes[0] === 0x30 && latin1(bytes, 0, 24).includes("\x2A\x86\x48\x86\xF7\x0D\x01"),
  read: ({ bytes }, out) => out.unread(ENCRYPTED.some((oid) => latin1(bytes, 0, 32).includes(oid)) ? "encrypted" : "unsupported"),
  reads: "nothing yet",
};
