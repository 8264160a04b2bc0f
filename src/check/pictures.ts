/**
 * Which pictures of a message count as attachments. Outlook lists the logo of every signature as an attachment; judging those
 * would stop nearly all mail, and a picture pasted into the text, which may be a screenshot of a chart, is not listed until
 * it is uploaded.
 */
import type { AttachmentInfo, Draft, Section } from "../contract/index.ts";
import { sectionFinder } from "../detect/index.ts";
import { cloudLinks } from "./cloud-links.ts";

/** Stands for the id of what is part of the body's source: a picture (`data:`, `blob:`), a link to a shared file. */
export const EMBEDDED_ID = "";

type LargestLogo = Readonly<Record<Exclude<Section, "authored">, number>>;
/** Bytes. Larger than a logo: a photo or a scan, wherever it stands. */
const LARGEST_LOGO = { signature: 200_000, quoted: 50_000 } as const satisfies LargestLogo;
/** Characters of a `data:` address: smaller ones are bullets, spacers and emoji. */
const SMALLEST_EMBEDDED = 2_000;
const SOURCE = /\bsrc\s?=\s?["']?(cid|data|blob):/gi;

interface Reference {
  readonly scheme: "cid" | "data" | "blob";
  /** After the scheme; of a `data:` address only its length matters. */
  readonly target: string;
  readonly length: number;
  readonly section: Section;
}

function referencesOf({ body }: Draft): readonly Reference[] {
  if (body.format !== "html") return [];
  const { content } = body;
  const found = [...content.matchAll(SOURCE)];
  if (found.length === 0) return [];
  const sectionAt = sectionFinder(body);
  return found.map((match) => {
    const from = match.index + match[0].length;
    const closing = content.slice(from, from + 400).search(/["'\s>]/);
    // A longer address is a `data:` one: it ends at its quote.
    const quote = closing < 0 ? content.indexOf('"', from) : from + closing;
    const end = quote < 0 ? content.length : quote;
    return {
      scheme: (match[1] ?? "cid").toLowerCase() as Reference["scheme"], target: content.slice(from, Math.min(end, from + 400)), length: end - from,
      section: sectionAt(match.index),
    };
  });
}

/** By content id where Outlook tells it, else by the file name with which classic Outlook begins its content ids. */
function refersTo({ scheme, target }: Reference, { contentId, name }: AttachmentInfo): boolean {
  if (scheme !== "cid") return false;
  if (contentId !== undefined) return target === contentId.replace(/^<|>$/g, "");
  return name !== "" && (target === name || target.startsWith(`${name}@`));
}

/** Small, and shown only below a signature or in the thread that came before. */
function isDecoration(info: AttachmentInfo, references: readonly Reference[], largest: LargestLogo): boolean {
  if (!info.inline || info.kind !== "file") return false;
  const named = references.filter((one) => refersTo(one, info));
  const shown = named.length > 0 ? named : references.filter(({ scheme }) => scheme === "cid");
  return shown.length > 0 && shown.every(({ section }) => section !== "authored" && info.size <= largest[section]);
}

function embedded({ scheme, length, section }: Reference, largest: LargestLogo): boolean {
  if (section === "authored") return scheme === "blob" || (scheme === "data" && length >= SMALLEST_EMBEDDED);
  return scheme === "data" && length * 0.75 > largest[section];
}

/**
 * The attachments that are read and judged, in the draft's order; pictures in the body's source follow them, then links to
 * shared files. `signatureBytes`: the largest logo below a signature, where the policy says so.
 */
export function judgedAttachments(draft: Draft, signatureBytes: number = LARGEST_LOGO.signature): readonly AttachmentInfo[] {
  const links = cloudLinks(draft.body).map((host): AttachmentInfo => ({ id: EMBEDDED_ID, name: host, size: 0, kind: "cloud", inline: true }));
  const references = referencesOf(draft);
  if (references.length === 0) return links.length === 0 ? draft.attachments : [...draft.attachments, ...links];
  const largest = { signature: signatureBytes, quoted: Math.min(signatureBytes, LARGEST_LOGO.quoted) };
  const listed = draft.attachments.filter((info) => !isDecoration(info, references, largest));
  const pasted = references.filter((one) => embedded(one, largest))
    .map(({ length }): AttachmentInfo => ({ id: EMBEDDED_ID, name: "", size: Math.floor(length * 0.75), kind: "file", inline: true }));
  return [...listed, ...pasted, ...links];
}
