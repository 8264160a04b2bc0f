/** HTML to the text a person reads. One pass, linear on hostile input; every character knows where it came from. */
import { aside, find, isSpace, layOut, newReader, owe, readText, settle } from "./html-reader.ts";
import type { Reader } from "./html-reader.ts";
import { isHidden, linkOf, saysItself, spokenIn } from "./html-tags.ts";
import { finish, join, pushMapped } from "./text.ts";
import type { ReadText } from "./text.ts";

/** Their content is for programs. */
const RAW = new Set(["script", "style", "xml"]);
/** Their content is not shown, but the recipient gets it all the same. */
const UNSHOWN = new Set(["title", "template", "noembed", "noframes"]);
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** Tags are read up to here; beyond it stand long styles. */
const TAG_LOOK = 4000;

/** Reads an HTML body or part. Never throws, whatever the markup. */
export function readHtml(source: string): ReadText {
  const r = newReader(source);
  const { shown } = r;
  readRange(r, 0, source.length);
  r.out = shown;
  closeLink(r);
  const { length } = shown;
  for (const start of r.quotes) r.marks.push({ kind: "quote", start, end: length });
  if (r.quoteFrom >= 0) r.marks.push({ kind: "quote", start: r.quoteFrom, end: length });
  if (r.signatureFrom >= 0) {
    const next = r.marks.find((mark) => mark.kind === "quote" && mark.start > r.signatureFrom);
    r.marks.push({ kind: "signature", start: r.signatureFrom, end: next === undefined ? length : next.start });
  }
  if (r.unshown.length === 0) return finish(shown, r.marks);
  const segments = shown.at.length;
  join(shown, APART, r.unshown, source.length);
  return finish(shown, r.marks, segments);
}

/** More blank lines than a signature has inside. */
const APART = "\n\n\n\n";

function readRange(r: Reader, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const open = r.source.indexOf("<", at);
    const until = open < 0 || open > to ? to : open;
    readText(r, at, until);
    if (open < 0 || open >= to) break;
    at = readMarkup(r, open);
  }
}

/** Position after the markup at `open`; a `<` that opens nothing is text. */
function readMarkup(r: Reader, open: number): number {
  const { source } = r;
  const code = source.charCodeAt(open + 1);
  if (source.startsWith("<!--", open)) return readComment(r, open);
  if (code === 33 || code === 63) return readDeclaration(r, open);
  const closing = code === 47;
  const first = source.charCodeAt(open + (closing ? 2 : 1)) | 32;
  if (!(first >= 97 && first <= 122)) {
    settle(r, open);
    pushMapped(r.out, "<", open, open + 1);
    return open + 1;
  }
  let nameEnd = open + (closing ? 3 : 2);
  while (nameEnd - open < 16 && /[\w:-]/.test(source.charAt(nameEnd))) nameEnd++;
  const name = source.slice(open + (closing ? 2 : 1), nameEnd).toLowerCase();
  const end = tagEnd(r, nameEnd);
  if (end < 0) {
    settle(r, open);
    pushMapped(r.out, "<", open, open + 1);
    return open + 1;
  }
  if (!closing && RAW.has(name)) return skipRaw(r, name, end);
  const tag = source.slice(open, Math.min(end, open + TAG_LOOK));
  if (closing) closeTag(r, name);
  else if (end > nameEnd + 1 || r.hiding !== undefined || UNSHOWN.has(name)) openTag(r, name, tag, open);
  layOut(r, name, closing, tag);
  return end;
}

const SHORTEST_ATTRIBUTE = 6;

/** Attributes of a tag that opens: its link, its words, its hiding. */
function openTag(r: Reader, name: string, tag: string, open: number): void {
  if (r.hiding !== undefined) {
    if (r.hiding.name === name && !VOID.has(name)) r.hiding.depth++;
  } else if (UNSHOWN.has(name) || (!VOID.has(name) && name !== "body" && name !== "html" && tag.length > name.length + SHORTEST_ATTRIBUTE && isHidden(tag, name))) {
    r.hiding = { name, depth: 1, owed: r.owed };
    r.out = r.unshown;
    r.owed = r.out.length === 0 ? "" : "\n";
  }
  if (name === "a") {
    closeLink(r);
    const to = linkOf(tag, open);
    if (to !== undefined) r.link = { to, out: r.out, part: r.out.parts.length };
  }
  if (tag.length <= name.length + SHORTEST_ATTRIBUTE) return;
  for (const { from, to } of spokenIn(tag, open)) {
    if (name === "input") {
      owe(r, " ");
      readText(r, from, to);
    } else aside(r, () => readText(r, from, to));
  }
}

function closeTag(r: Reader, name: string): void {
  if (name === "a") closeLink(r);
  const { hiding } = r;
  if (hiding === undefined || hiding.name !== name || --hiding.depth > 0) return;
  if (r.link?.out === r.unshown) closeLink(r);
  r.hiding = undefined;
  r.out = r.shown;
  r.owed = hiding.owed;
}

const LINK_WORDS = 40;

/** Behind a link that says something else, where it leads: "Maria (maria@example.com)". */
function closeLink(r: Reader): void {
  const { link } = r;
  if (link === undefined) return;
  r.link = undefined;
  const { out, part, to: { from, to, leads } } = link;
  if (saysItself(out.parts.slice(part, part + LINK_WORDS).join(""), leads)) return;
  pushMapped(out, out.length === 0 ? `(${leads})` : ` (${leads})`, from, to);
  if (out === r.out) owe(r, " ");
}

/** Condition of a comment that Word's engine reads, and its end. */
const CONDITION = /^\s{0,4}\[(?:if|endif)[^\]]{0,100}\]>?/i;
const CONDITION_END = /<!\[endif\]$/i;

function readComment(r: Reader, open: number): number {
  const { source } = r;
  // "<!-->" and "<!--->" are empty comments to a browser.
  if (source.startsWith(">", open + 4)) return open + 5;
  if (source.startsWith("->", open + 4)) return open + 6;
  const plain = find(r, "-->", open + 4);
  const odd = find(r, "--!>", open + 4);
  // Unclosed: a browser may show what follows, so it is read like text.
  if (plain < 0 && odd < 0) return open + 4;
  const end = odd >= 0 && (odd < plain || plain < 0) ? odd : plain;
  const from = open + 4 + (CONDITION.exec(source.slice(open + 4, open + 120))?.[0].length ?? 0);
  const to = end - (CONDITION_END.exec(source.slice(Math.max(from, end - 12), end))?.[0].length ?? 0);
  if (to > from) aside(r, () => (from > open + 4 ? readHiddenRange(r, from, to) : readText(r, from, to)));
  return end + (end === plain ? 3 : 4);
}

/** Markup that Word's engine alone reads: what it opens or closes is nothing to the rest. */
function readHiddenRange(r: Reader, from: number, to: number): void {
  const { hiding } = r;
  r.hiding = { name: "!", depth: 1, owed: "" };
  readRange(r, from, to);
  r.hiding = hiding;
}

/** "<!DOCTYPE …>" and "<?xml …>" are for programs; any other such markup is a comment to a browser. */
function readDeclaration(r: Reader, open: number): number {
  const close = find(r, ">", open + 2);
  if (close < 0) return open + 1;
  if (r.source.charCodeAt(open + 1) === 33 && !/^(?:doctype|\[(?:if|endif))/i.test(r.source.slice(open + 2, open + 12))) {
    const from = open + (r.source.startsWith("[CDATA[", open + 2) ? 9 : 2);
    if (close > from) aside(r, () => readText(r, from, close));
  }
  return close + 1;
}

/** Position after the tag whose name ends at `from`; -1 when it never ends. */
function tagEnd(r: Reader, from: number): number {
  const { source } = r;
  for (let i = from; i < source.length && r.quoting; i++) {
    const code = source.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code !== 34 && code !== 39) continue;
    if (source.charCodeAt(i - 1) !== 61 && !isSpace(source.charCodeAt(i - 1))) continue;
    const close = find(r, source.charAt(i), i + 1);
    if (close >= 0) i = close;
  }
  // Quotes that swallow the rest of the message hide text from us, not from the recipient: no longer believe in them.
  r.quoting = false;
  const close = find(r, ">", from);
  return close < 0 ? -1 : close + 1;
}

/** Position after the element's end; where it never ends, its content is read. */
function skipRaw(r: Reader, name: string, from: number): number {
  const close = find(r, `</${name}`, from, true);
  if (close < 0) return from;
  const end = find(r, ">", close);
  return end < 0 ? from : end + 1;
}
