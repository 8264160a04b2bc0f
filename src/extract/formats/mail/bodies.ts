/** Bodies of messages, whatever container they came in: which of them say something, and files hidden in their text. */
import type { Place } from "../../../contract/index.ts";
import { binaryShare, hasEmbeddedFile } from "../../content.ts";
import { withLineFeeds } from "../../lines.ts";
import type { Sink } from "../../sink.ts";
import { undoEntities } from "../../xml.ts";
import { takeUuFiles } from "./transfer.ts";

export interface MailBody {
  readonly format: "text" | "html";
  readonly text: string;
}

export const HEADER_PLACE: Place = { kind: "header" };
export const BODY_PLACE: Place = { kind: "message" };

const ARMOR = "-----BEGIN PGP MESSAGE-----";

/** Keeps a body; files in uuencode are read, what is encrypted or cannot be text is said. @throws LimitReached */
export function writeBody({ format, text }: MailBody, out: Sink, place: Place = BODY_PLACE): void {
  out.budget.step(text.length >> 6);
  if (format === "html") {
    if (hasEmbeddedFile(text)) out.missed(/\bdata:image\//i.test(text) ? "image" : "unsupported");
    return out.text(text, place, "html");
  }
  const { text: rest, files } = takeUuFiles(withLineFeeds(text), out.budget);
  const armored = rest.indexOf(ARMOR);
  if (armored !== -1) out.missed("encrypted");
  const plain = armored === -1 ? rest : rest.slice(0, armored);
  if (binaryShare(plain) > 0 || hasEmbeddedFile(plain)) out.missed("unsupported");
  out.text(plain, place);
  for (const { name, bytes, whole } of files) {
    if (!whole) out.missed("damaged");
    out.file({ name, bytes });
  }
}

function wordsOf(text: string): Iterable<readonly [string]> {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => [word] as const);
}

/** True where a word of the plain text stands nowhere in the HTML, not even in a link. */
function saysMore(plain: string, html: string): boolean {
  const known = new Set<string>();
  for (const [word] of wordsOf(undoEntities(html.replace(/&nbsp;/gi, " ")))) known.add(word.toLowerCase());
  for (const [word] of wordsOf(plain)) if (!known.has(word.toLowerCase())) return true;
  return false;
}

/** Two forms of one message: the HTML, and the plain text where it says more. A message may show one thing and carry another. */
export function writeAlternatives(bodies: readonly MailBody[], out: Sink): void {
  const pages = bodies.filter(({ format }) => format === "html");
  const all = pages.map(({ text }) => text).join("\n");
  for (const body of bodies) if (body.format === "html" || pages.length === 0 || saysMore(body.text, all)) writeBody(body, out);
}
