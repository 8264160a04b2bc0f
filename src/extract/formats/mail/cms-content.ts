/** Cryptographic messages (CMS, RFC 5652): what they enclose, and who signed. */
import type { Budget } from "../../budget.ts";
import { joinedBytes, latin1 } from "../../bytes.ts";
import { decodeCodePage } from "../../charset.ts";
import { inflateZlib } from "../../inflate.ts";
import { Ber } from "./ber.ts";
import type { Element } from "./ber.ts";

/** Below 1.2.840.113549.1, as the octets of their OID: RFC 5652 section 14, RFC 5083, RFC 3274. */
const PKCS = "\x2A\x86\x48\x86\xF7\x0D\x01";
const TYPE = { signed: "\x07\x02", digested: "\x07\x05", compressed: "\x09\x10\x01\x09" } as const;
const ENCRYPTED: readonly string[] = ["\x07\x03", "\x07\x04", "\x07\x06", "\x09\x10\x01\x17"];

export type CmsContent =
  | { readonly kind: "encrypted" }
  | { readonly kind: "unknown" }
  /** Signed, packed or bare content. */
  | { readonly kind: "content"; readonly bytes: Uint8Array; readonly whole: boolean }
  /** A signature or certificates alone; `subjects` are the names in the certificates. */
  | { readonly kind: "detached"; readonly subjects: readonly string[]; readonly whole: boolean };

/** True where a ContentInfo of CMS begins. */
export function isCms(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && latin1(bytes, 0, 24).includes(PKCS);
}

const TAG = { oid: 0x06, sequence: 0x30, context0: 0xa0 } as const;

/** Text of the names in a certificate's subject: any kind of string (RFC 5280 section 4.1.2.4). */
function names(ber: Ber, element: Element, depth = 0): readonly string[] {
  if (depth > 4) return [];
  const bytes = ber.bytes.subarray(element.start, element.end);
  if ([0x0c, 0x13, 0x14, 0x16].includes(element.tag)) return [decodeCodePage(bytes, 65001) ?? ""];
  if (element.tag === 0x1e) return [decodeCodePage(bytes, 1201) ?? ""];
  return (element.tag & 0x20) === 0 ? [] : ber.children(element).flatMap((child) => names(ber, child, depth + 1));
}

/** Certificate ::= SEQUENCE { tbs SEQUENCE { [0] version?, serial, algorithm, issuer, validity, subject, … } … } */
function subjectOf(ber: Ber, certificate: Element): string {
  const [tbs] = ber.children(certificate);
  const fields = tbs === undefined ? [] : ber.children(tbs);
  const subject = fields[fields[0]?.tag === TAG.context0 ? 5 : 4];
  return subject === undefined ? "" : names(ber, subject).join(", ");
}

/** ContentInfo or EncapsulatedContentInfo: the type's octets below `PKCS`, and what stands in `[0]`. */
function info(ber: Ber, element: Element): { readonly type: string; readonly content: Element | undefined } {
  const [oid, explicit] = ber.children(element);
  const type = oid?.tag === TAG.oid ? latin1(ber.bytes, oid.start, oid.end) : "";
  return { type: type.startsWith(PKCS) ? type.slice(PKCS.length) : type, content: explicit === undefined ? undefined : ber.children(explicit)[0] };
}

const MOST_CERTIFICATES = 20;

/** Opens a CMS file. @throws LimitReached */
export function cmsContent(bytes: Uint8Array, budget: Budget): CmsContent {
  const ber = new Ber(bytes, budget);
  const top = ber.at(0, bytes.length);
  if (top?.tag !== TAG.sequence) return { kind: "unknown" };
  const { type, content } = info(ber, top);
  if (ENCRYPTED.includes(type)) return { kind: "encrypted" };
  const { whole } = top;
  if (type === "\x07\x01" && content !== undefined) return { kind: "content", bytes: joinedBytes(ber.octets(content)), whole };
  if (content === undefined || !(Object.values(TYPE) as readonly string[]).includes(type)) return { kind: "unknown" };

  const fields = ber.children(content);
  // The first SEQUENCE that itself opens with a type and is followed by the content: version and algorithms stand before it.
  const enclosed = fields[2]?.tag === TAG.sequence ? info(ber, fields[2]) : { type: "", content: undefined };
  if (ENCRYPTED.includes(enclosed.type)) return { kind: "encrypted" };
  if (enclosed.content !== undefined) {
    const held = joinedBytes(ber.octets(enclosed.content));
    if (type !== TYPE.compressed) return { kind: "content", bytes: held, whole };
    const inflated = inflateZlib(held, budget);
    return { kind: "content", bytes: inflated.bytes, whole: whole && inflated.whole };
  }
  const certificates = fields.find(({ tag }) => tag === TAG.context0);
  const subjects = certificates === undefined ? [] : ber.children(certificates).slice(0, MOST_CERTIFICATES).map((certificate) => subjectOf(ber, certificate));
  return { kind: "detached", subjects: subjects.filter((subject) => subject !== ""), whole };
}
