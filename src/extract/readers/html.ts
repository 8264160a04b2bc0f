/** Web pages: `detect` reads HTML itself; here only what it could not see is noted. */
import { asPartial, scanned, unread } from "../outcome.ts";
import type { Outcome, TextSource } from "../outcome.ts";

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
export function readHtml({ text }: TextSource): Outcome {
  if (!hasText(text)) return unread("no-text");
  const page = scanned({ format: "html", content: text });
  if (/\bdata:image\//i.test(text)) return asPartial(page, "image");
  return /\bdata:application\//i.test(text) ? asPartial(page, "not-inspectable") : page;
}
