/** MIME entities (RFC 2045, 2046): a message's header, its bodies in place, and every other part as a file inside it. */
import type { Budget } from "../../budget.ts";
import { latin1, startsAt } from "../../bytes.ts";
import { decodeAs, decodeText } from "../../charset.ts";
import { linesOf, Pieces, withLineFeeds } from "../../lines.ts";
import type { Sink } from "../../sink.ts";
import { BODY_PLACE, HEADER_PLACE, writeAlternatives, writeBody } from "./bodies.ts";
import type { MailBody } from "./bodies.ts";
import { cmsContent, isCms } from "./cms-content.ts";
import { fieldOf, HeaderText, headerLines, readFields } from "./header.ts";
import { cutAtBoundary } from "./multipart.ts";
import { fromBase64, fromQuotedPrintable } from "./transfer.ts";

const DEEPEST = 20;
/** RFC 5322, section 2.1.1. */
const LONGEST_LINE = 998;
const MOST_PARTS = 2_000;
/** Signatures and keys say nothing, where they are what they are called. */
const SIGNATURE = /^application\/(?:pgp-signature|pgp-keys|(?:x-)?pkcs7-signature)$/;
const CMS = /^application\/(?:x-)?pkcs7-mime$/;
/** Texts that are the message itself, not a file in it. */
const BODY = /^(?:text\/(?:plain|html|enriched|rfc822-headers|x-amp-html)|message\/(?:delivery-status|disposition-notification|feedback-report))$/;
/** What stands before the first part for programs that know no MIME. */
const NOTICE = /^this is a (?:cryptographically signed |multi-?part )?message in MIME format\.?$/i;
const MESSAGE = /^message\/(?:rfc822|global|news)$/;

/** Of these every message has one. */
const KNOWN = /^(?:from|to|cc|bcc|subject|date|sender|received|return-path|delivered-to|message-id|mime-version|content-.*)$/;

interface Entity {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly defaultType: string;
  /** It is the message itself: what cannot be read of it leaves nothing. */
  readonly isWhole: boolean;
}

interface Leaf {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly flowed: "no" | "space" | "none";
}

/** Lines that end in a space go on in the next one (RFC 3676); `-- ` parts off a signature. */
function unflowed(text: string, flowed: Leaf["flowed"]): string {
  if (flowed === "no") return text;
  const joined = new Pieces();
  let [open, first] = [false, true];
  for (const line of linesOf(withLineFeeds(text))) {
    if (!first && (!open || line.startsWith(">"))) joined.add("\n");
    first = false;
    open = line.endsWith(" ") && line !== "-- ";
    joined.add(open && flowed === "none" ? line.slice(0, -1) : line);
  }
  return joined.toString();
}

/** Reads one message into a sink. */
class MimeReader {
  private readonly bytes: Uint8Array;
  /** The bytes in Latin-1: offsets are the same. */
  private readonly raw: string;
  private readonly out: Sink;
  private readonly budget: Budget;
  private readonly text: HeaderText;
  private parts = 0;

  constructor(bytes: Uint8Array, out: Sink) {
    this.bytes = bytes;
    this.raw = latin1(bytes);
    this.out = out;
    this.budget = out.budget;
    this.text = new HeaderText(out.budget, () => out.missed("text-unmapped"));
  }

  read(depth: number): void {
    const { raw } = this;
    // A mailbox's own line before the message.
    const from = raw.startsWith("From ") ? raw.indexOf("\n") + 1 : 0;
    this.entity({ from, to: raw.length, depth, defaultType: "text/plain", isWhole: true }, undefined);
  }

  /** `alternatives`: bodies are gathered there. @throws LimitReached */
  private entity(entity: Entity, alternatives: MailBody[] | undefined): void {
    this.parts += 1;
    if (entity.depth > DEEPEST || this.parts > MOST_PARTS) return this.out.missed("too-large");
    const header = readFields(this.raw, entity.from, entity.to, this.budget);
    if (header.tooLong) this.out.missed("too-large");
    const isMail = header.fields.length === 0 || header.fields.some(({ name }) => KNOWN.test(name));
    // `Patient: …` opens a note, whatever the file is called.
    const { fields, bodyAt, ended } = isMail || !entity.isWhole ? header : { fields: [], bodyAt: entity.from, ended: true };
    if (entity.isWhole) {
      this.out.text(headerLines(fields, this.text).join("\n"), HEADER_PLACE);
      // Cut in the header, be it in the middle of a field's name.
      if (fields.length > 0 && !ended && !this.raw.slice(bodyAt, Math.min(entity.to, bodyAt + LONGEST_LINE)).includes("\n")) this.out.missed("damaged");
    }
    const { value, of } = this.text.parameters(fieldOf(fields, "content-type"));
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : entity.defaultType;
    const body = { ...entity, from: bodyAt };
    if (type.startsWith("multipart/")) return this.multipart(body, type, of.get("boundary"), alternatives);
    const disposition = this.text.parameters(fieldOf(fields, "content-disposition"));
    const name = disposition.of.get("filename") ?? of.get("name");
    const flowed = of.get("format")?.toLowerCase() !== "flowed" ? "no" : of.get("delsp")?.toLowerCase() === "yes" ? "none" : "space";
    const leaf: Leaf = { type, bytes: this.transferred(body, fieldOf(fields, "content-transfer-encoding")), charset: of.get("charset"), flowed };
    if (SIGNATURE.test(type) && !entity.isWhole && (isCms(leaf.bytes) || startsAt(leaf.bytes, 0, "-----BEGIN PGP "))) return;
    if (CMS.test(type)) return this.cms(leaf.bytes, entity, name);
    if (type === "message/partial") this.out.missed("damaged");
    if (type === "message/external-body") this.out.missed("cloud-link");
    const isBody = BODY.test(type) || type === "message/partial" || type === "message/external-body";
    if (isBody && ((name === undefined && disposition.value !== "attachment") || entity.isWhole)) return this.body(leaf, alternatives);
    const isIcon = type.startsWith("image/") && disposition.value !== "attachment" && fieldOf(fields, "content-id") !== undefined;
    if (!(isIcon && leaf.bytes.length < this.budget.limits.pictureBytes)) this.file(leaf, name);
  }

  private multipart(body: Entity, type: string, boundary: string | undefined, alternatives: MailBody[] | undefined): void {
    if (type === "multipart/encrypted") return body.isWhole ? this.out.unread("encrypted") : this.out.missed("encrypted");
    const cut = boundary === undefined || boundary === "" ? undefined : cutAtBoundary(this.raw, body.from, body.to, boundary, this.budget);
    if (cut === undefined) {
      this.out.missed("damaged");
      return this.body({ type: "text/plain", bytes: this.bytes.subarray(body.from, body.to), charset: undefined, flowed: "no" }, alternatives);
    }
    if (!cut.closed) this.out.missed("damaged");
    for (const [from, to] of cut.around) this.around(from, to);
    const gathered = type === "multipart/alternative" ? [] : alternatives;
    const defaultType = type === "multipart/digest" ? "message/rfc822" : "text/plain";
    for (const [from, to] of cut.parts) this.entity({ from, to, depth: body.depth + 1, defaultType, isWhole: false }, gathered);
    if (gathered !== undefined && gathered !== alternatives) writeAlternatives(gathered, this.out);
  }

  /** Text before the first and behind the last part, which mail programs do not show. */
  private around(from: number, to: number): void {
    const read = decodeAs(this.bytes.subarray(from, to), undefined);
    const text = read?.text.trim() ?? "";
    if (text === "" || NOTICE.test(text)) return;
    writeBody({ format: "text", text }, this.out, { ...BODY_PLACE, hidden: true });
  }

  private transferred({ from, to }: Entity, encoding: string | undefined): Uint8Array {
    const bytes = this.bytes.subarray(from, to);
    const name = encoding?.split(";")[0]?.trim().toLowerCase();
    if (name === "quoted-printable") {
      this.budget.step(bytes.length >> 6);
      return fromQuotedPrintable(bytes);
    }
    if (name !== "base64") return bytes;
    const read = fromBase64(bytes, this.budget);
    if (!read.whole) this.out.missed("damaged");
    return read.bytes;
  }

  private body({ type, bytes, charset, flowed }: Leaf, alternatives: MailBody[] | undefined): void {
    this.budget.step(bytes.length >> 6);
    const isHtml = type === "text/html" || type === "text/x-amp-html";
    const read = charset === undefined && isHtml ? decodeText(bytes) : decodeAs(bytes, charset);
    if (read?.sure !== true) this.out.missed("text-unmapped");
    if (read === undefined) return;
    const body: MailBody = { format: isHtml ? "html" : "text", text: unflowed(read.text, flowed) };
    if (alternatives === undefined) writeBody(body, this.out);
    else alternatives.push(body);
  }

  private cms(bytes: Uint8Array, { isWhole, depth }: Entity, name: string | undefined): void {
    const content = cmsContent(bytes, this.budget);
    if (content.kind === "encrypted" && isWhole) return this.out.unread("encrypted");
    if (content.kind !== "content") return this.out.file({ name: name ?? "smime.p7m", bytes });
    if (!content.whole) this.out.missed("damaged");
    readEntity(content.bytes, this.out, depth + 1);
  }

  private file({ type, bytes, charset }: Leaf, name: string | undefined): void {
    if (bytes.length === 0) return name === undefined ? undefined : this.out.bare(name);
    // By its content alone a message of few fields is taken for plain text.
    const ending = MESSAGE.test(type) && !/\.eml$/i.test(name ?? "") ? ".eml" : "";
    this.out.file({ name: `${name ?? (ending === "" ? `part ${this.parts}` : "message")}${ending}`, bytes, contentType: charset === undefined ? type : `${type}; charset=${charset}` });
  }
}

/** True where MIME fields open the bytes, as they do in what S/MIME signs. */
export function isEntity(bytes: Uint8Array): boolean {
  return /^\s*(?:content-[a-z]{2,20}|mime-version|from|to|subject|date|received|message-id):/i.test(latin1(bytes, 0, 256));
}

/** Reads a message or the MIME entity that a signature encloses. `depth`: how many messages and parts it stands in. @throws LimitReached */
export function readEntity(bytes: Uint8Array, out: Sink, depth = 0): void {
  if (depth > DEEPEST) return out.missed("too-large");
  out.budget.step(bytes.length >> 6);
  new MimeReader(bytes, out).read(depth);
}
