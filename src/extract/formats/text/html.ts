/** Web pages: `detect` reads HTML itself; here only what it could not see is noted. */
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { isXml } from "./xml.ts";

/** True where letters or digits stand outside tags, scripts and styles. */
function hasText(page: string): boolean {
  const html = page.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open === -1 ? html.length : open;
    if (/[\p{L}\p{N}]/u.test(html.slice(at, end))) return true;
    if (open === -1) return false;
    const hidden = /^<(script|style)\b/.exec(html.slice(open, open + 8))?.[1];
    const inner = hidden === undefined ? open : html.indexOf(`</${hidden}`, open);
    const close = inner === -1 ? -1 : html.indexOf(">", inner);
    if (close === -1) return false;
    at = close + 1;
  }
  return false;
}

/** A page that a script writes, or that shows its content as a picture, is not wholly read. */
function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  if (!hasText(text)) return out.unread("no-text");
  out.text(text, undefined, "html");
  if (/\bdata:image\//i.test(text)) out.missed("image");
  if (/\bdata:application\//i.test(text)) out.missed("unsupported");
}

export const HTML: Format = {
  key: "html", endings: ["html", "htm", "xhtml"],
  told: (head) => {
    const { start } = head;
    if (/^<!doctype html|<(?:html|head|body)\b/i.test(start.slice(0, 4096))) return true;
    if (isXml(head)) return false;
    return head.hasEnding("html", "htm") || /^<(?:!--|p|div|table|span|style|br|h[1-6]|ul|ol|meta|title|a)\b/i.test(start);
  },
  read,
};
