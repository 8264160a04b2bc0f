/** S/MIME and other cryptographic messages (CMS, RFC 5652; PEM, RFC 7468): what is signed or packed is read in its place. */
import type { Budget } from "../../budget.ts";
import { indexOfBytes, startsAt } from "../../bytes.ts";
import type { Format, Head } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { cmsContent, isCms } from "./cms-content.ts";
import { isEntity, readEntity } from "./mime.ts";
import { fromBase64 } from "./transfer.ts";

const PEM = /^-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----/;
/** A SEQUENCE begins so in base64. */
const BARE = /^M[\w+/]{3}/;

function told(head: Head): boolean {
  if (isCms(head.bytes) || PEM.test(head.start)) return true;
  return head.hasEnding("p7m", "p7s", "p7b", "p7c", "p7z") && BARE.test(head.start);
}

/** The bytes themselves, whatever armour they are in. */
function unarmored(bytes: Uint8Array, budget: Budget): { readonly bytes: Uint8Array; readonly whole: boolean } {
  if (isCms(bytes)) return { bytes, whole: true };
  const begin = indexOfBytes(bytes, "-----BEGIN");
  if (begin === -1) return fromBase64(bytes, budget);
  const from = bytes.indexOf(10, begin) + 1;
  const end = indexOfBytes(bytes, "-----END", from);
  const read = fromBase64(bytes.subarray(from, end === -1 ? bytes.length : end), budget);
  return { ...read, whole: read.whole && end !== -1 };
}

function read({ name, bytes }: SourceFile, out: Sink): void {
  const file = unarmored(bytes, out.budget);
  const content = cmsContent(file.bytes, out.budget);
  if (content.kind === "encrypted") return out.unread("encrypted");
  if (content.kind === "unknown") return out.unread(isCms(file.bytes) ? "unsupported" : "damaged");
  if (!content.whole || !file.whole) out.missed("damaged");
  if (content.kind === "detached") return out.text(["Signature", ...content.subjects.map((subject) => `Certificate: ${subject}`)].join("\n"), { kind: "properties" });
  if (isEntity(content.bytes)) return readEntity(content.bytes, out);
  // A signed file keeps its name and gets a second ending.
  out.file({ name: name.replace(/\.p7[ms]$/i, ""), bytes: content.bytes });
}

export const CMS: Format = {
  key: "cms", endings: ["p7m", "p7s", "p7b", "p7c", "p7z"], told, read,
};

/** First octets of an encrypted message in binary (RFC 4880 sections 4.2, 5.1, 5.3): session key packets of version 3 and 4. */
function isBinaryPgp(bytes: Uint8Array): boolean {
  const [first, second = 0] = bytes;
  if (first === 0x84 || first === 0xc1) return bytes[2] === 3 && second > 20;
  if (first === 0x85) return bytes[3] === 3 && second < 8;
  return (first === 0x8c || first === 0xc3) && bytes[2] === 4 && second < 64;
}

/** A message signed in the clear is text, and a public key or a lone signature tells only what it is. */
export const PGP: Format = {
  key: "pgp", endings: ["pgp", "gpg", "asc"],
  told: (head) => {
    const [first] = /^-----BEGIN PGP (?:MESSAGE|SIGNED MESSAGE|PUBLIC KEY BLOCK|SIGNATURE)-/m.exec(head.text.slice(0, 4096)) ?? [];
    return first === undefined ? isBinaryPgp(head.bytes) && head.hasEnding("pgp", "gpg") : !first.includes("SIGNED");
  },
  read: ({ bytes }, out) => {
    if (isBinaryPgp(bytes) || indexOfBytes(bytes, "-----BEGIN PGP MESSAGE") !== -1) return out.unread("encrypted");
    out.text(startsAt(bytes, 0, "-----BEGIN PGP SIGNATURE") ? "PGP signature" : "PGP public key", { kind: "properties" });
  },
};

/** A message under rights management (MS-OXORMMS 2.2.2.1), as other mail programs see it: an attachment. */
export const RIGHTS_MANAGED: Format = {
  key: "rpmsg", endings: ["rpmsg"], told: (head) => startsAt(head.bytes, 0, "\x76\xE8\x04\x60\xC4\x11\xE3\x86") || head.hasEnding("rpmsg"),
  read: (_file, out) => out.unread("encrypted"),
};
