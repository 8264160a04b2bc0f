/** HTML to the text a person reads. One pass, linear on hostile input; every character knows where it came from. */
import { referenceAt } from "./entities.ts";
import { finish, newBuilder, pushLiteral, pushMapped } from "./text.ts";
import type { Builder, Mark, ReadText } from "./text.ts";

const BLOCK = new Set(
  ("address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol " +
    "option p pre section summary ul caption").split(" "),
);
/** They end a cell's border; a paragraph inside a cell does not. */
const ROW = new Set(["table", "tbody", "tfoot", "thead", "tr"]);
/** Their content is never shown. */
const RAW = new Set(["script", "style", "title", "template", "noembed", "noframes", "xml"]);
/** Outlook, Gmail, Apple Mail, Yahoo and Thunderbird put the thread below one of these. */
const QUOTE_MARK = /divrplyfwdmsg|appendonsend|gmail_quote|yahoo_quoted|moz-cite-prefix|olk_src_body_section|protonmail_quote|gmail_extra/i;
const SIGNATURE_MARK = /(?:id|class)\s*=\s*["']?(?:x_)*(?:signature|gmail_signature|moz-signature|ms-outlook-mobile-signature|divtagdefaultsignature)/i;

interface Reader {
  readonly source: string;
  readonly out: Builder;
  readonly marks: Mark[];
  /** White space owed before the next visible character: nothing, a space, a cell border or line breaks. */
  owed: string;
  pre: number;
  /** Starts of open block quotes. */
  readonly quotes: number[];
  /** End tags or quote characters that are known not to come any more: what keeps hostile input linear. */
  readonly gone: Set<string>;
  quoteFrom: number;
  signatureFrom: number;
}

/** Reads an HTML body or part. Never throws, whatever the markup. */
export function readHtml(source: string): ReadText {
  const r: Reader = {
    source, out: newBuilder(), marks: [], owed: "", pre: 0, quotes: [], gone: new Set(), quoteFrom: -1, signatureFrom: -1,
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const until = open < 0 ? source.length : open;
    readText(r, at, until);
    if (open < 0) break;
    at = readMarkup(r, open);
  }
  const { length } = r.out;
  for (const start of r.quotes) r.marks.push({ kind: "quote", start, end: length });
  if (r.quoteFrom >= 0) r.marks.push({ kind: "quote", start: r.quoteFrom, end: length });
  if (r.signatureFrom >= 0) {
    const next = r.marks.find((mark) => mark.kind === "quote" && mark.start > r.signatureFrom);
    r.marks.push({ kind: "signature", start: r.signatureFrom, end: next === undefined ? length : next.start });
  }
  return finish(r.out, r.marks);
}

function owe(r: Reader, what: string): void {
  if (r.out.length === 0 && r.owed === "") return;
  if (what === " ") r.owed = r.owed === "" ? " " : r.owed;
  else if (what === "\t") r.owed = "\t";
  else if (what === "br") r.owed = r.owed.startsWith("\n") ? (r.owed + "\n").slice(0, 3) : "\n";
  else if (what === "row" || r.owed !== "\t") r.owed = r.owed.startsWith("\n") ? r.owed : "\n";
}

function settle(r: Reader, at: number): void {
  if (r.owed === "") return;
  if (!(r.owed === " " && (r.out.last === " " || r.out.length === 0))) pushMapped(r.out, r.owed, at, at);
  r.owed = "";
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Text between tags: references resolved, white space folded to one space outside `pre`. */
function readText(r: Reader, from: number, to: number): void {
  const { source } = r;
  let begin = from;
  let i = from;
  const flush = (end: number): void => {
    if (end <= begin) return;
    settle(r, begin);
    pushLiteral(r.out, source, begin, end, r.pre === 0);
  };
  while (i < to) {
    const code = source.charCodeAt(i);
    if (code === 38) {
      const reference = referenceAt(source, i);
      if (reference !== undefined && i + reference.length <= to) {
        flush(i);
        settle(r, i);
        pushMapped(r.out, reference.value, i, i + reference.length);
        i += reference.length;
        begin = i;
        continue;
      }
    } else if (r.pre === 0 && isSpace(code)) {
      const next = i + 1 < to ? source.charCodeAt(i + 1) : 32;
      if (isSpace(next) || i === begin) {
        flush(i);
        while (i < to && isSpace(source.charCodeAt(i))) i++;
        owe(r, " ");
        begin = i;
        continue;
      }
    }
    i++;
  }
  flush(to);
}

/** Position after the markup at `open`; a `<` that opens nothing is text. */
function readMarkup(r: Reader, open: number): number {
  const { source } = r;
  const code = source.charCodeAt(open + 1);
  if (source.startsWith("<!--", open)) return skipTo(r, "-->", open + 4, open);
  if (code === 33 || code === 63) return skipTo(r, ">", open + 2, open);
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
  layOut(r, name, closing, source.slice(open, Math.min(end, open + 400)));
  return end;
}

function skipTo(r: Reader, mark: string, from: number, open: number): number {
  const found = r.gone.has(mark) ? -1 : r.source.indexOf(mark, from);
  if (found >= 0) return found + mark.length;
  r.gone.add(mark);
  // Unclosed: what follows may be shown after all, so it is read.
  const close = r.gone.has(">") ? -1 : r.source.indexOf(">", from);
  if (close < 0) r.gone.add(">");
  return close < 0 ? open + 1 : close + 1;
}

/** Position after the tag whose name ends at `from`; -1 when it never ends. */
function tagEnd(r: Reader, from: number): number {
  const { source } = r;
  for (let i = from; i < source.length && !r.gone.has("quoting"); i++) {
    const code = source.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code !== 34 && code !== 39) continue;
    if (source.charCodeAt(i - 1) !== 61 && !isSpace(source.charCodeAt(i - 1))) continue;
    const quote = source.charAt(i);
    const close = r.gone.has(quote) ? -1 : source.indexOf(quote, i + 1);
    if (close < 0) r.gone.add(quote);
    else i = close;
  }
  // Quotes that swallow the rest of the message hide text from us, not from the recipient: no longer believe in them.
  r.gone.add("quoting");
  const close = r.gone.has(">") ? -1 : source.indexOf(">", from);
  if (close < 0) r.gone.add(">");
  return close + (close < 0 ? 0 : 1);
}

function skipRaw(r: Reader, name: string, from: number): number {
  const mark = `</${name}`;
  if (r.gone.has(mark)) return from;
  const pattern = new RegExp(`</${name}[^>]{0,20}>`, "gi");
  pattern.lastIndex = from;
  const match = pattern.exec(r.source);
  if (match !== null) return match.index + match[0].length;
  r.gone.add(mark);
  return from;
}

function layOut(r: Reader, name: string, closing: boolean, tag: string): void {
  if (name === "br") owe(r, "br");
  else if (name === "td" || name === "th") {
    if (closing) owe(r, "\t");
  } else if (ROW.has(name)) owe(r, "row");
  else if (BLOCK.has(name)) owe(r, "block");
  else if (name === "img" || name === "input" || name === "button") owe(r, " ");
  if (name === "pre") r.pre = Math.max(0, r.pre + (closing ? -1 : 1));
  if (name === "blockquote") openQuote(r, closing);
  if (closing || (name !== "div" && name !== "blockquote" && name !== "table" && name !== "span" && name !== "p")) return;
  if (r.quoteFrom < 0 && QUOTE_MARK.test(tag)) r.quoteFrom = r.out.length;
  if (r.signatureFrom < 0 && SIGNATURE_MARK.test(tag)) r.signatureFrom = r.out.length;
}

function openQuote(r: Reader, closing: boolean): void {
  if (!closing) {
    r.quotes.push(r.out.length);
    return;
  }
  const start = r.quotes.pop();
  if (start !== undefined && r.quotes.length === 0 && r.out.length > start) r.marks.push({ kind: "quote", start, end: r.out.length });
}
