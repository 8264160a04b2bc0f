/** Where the reader of HTML stands, and how it writes down text and layout. */
import { referenceAt } from "./entities.ts";
import type { Link } from "./html-tags.ts";
import { newBuilder, pushLiteral, pushMapped } from "./text.ts";
import type { Builder, Mark } from "./text.ts";

const BLOCK = new Set(
  ("address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol " +
    "option p pre section summary ul caption").split(" "),
);
/** They end a cell's border; a paragraph inside a cell does not. */
const ROW = new Set(["table", "tbody", "tfoot", "thead", "tr"]);
/** Outlook, Gmail, Apple Mail, Yahoo and Thunderbird put the thread below one of these. */
const QUOTE_MARK = /divrplyfwdmsg|appendonsend|gmail_quote|yahoo_quoted|moz-cite-prefix|olk_src_body_section|protonmail_quote|gmail_extra/i;
const SIGNATURE_MARK = /(?:id|class)\s*=\s*["']?(?:x_)*(?:signature|gmail_signature|moz-signature|ms-outlook-mobile-signature|divtagdefaultsignature)/i;

export interface Reader {
  readonly source: string;
  /** Where text goes now: what is shown, or what is not. */
  out: Builder;
  readonly shown: Builder;
  /**
   * What styles, comments and attributes keep from the eye leaves the building too, so it is read: apart, below all that is shown, since
   * between shown characters it would hide them.
   */
  readonly unshown: Builder;
  /** The element whose style hides what is in it, and how many of its name are open inside. */
  hiding: { readonly name: string; depth: number; readonly owed: string } | undefined;
  link: { readonly to: Link; readonly out: Builder; readonly part: number } | undefined;
  readonly marks: Mark[];
  /** White space owed before the next visible character: nothing, a space, a cell border or line breaks. */
  owed: string;
  pre: number;
  /** Starts of open block quotes. */
  readonly quotes: number[];
  /** Quotes of attributes are believed in until one swallows the rest. */
  quoting: boolean;
  /** Where marks were searched from, and found: what keeps hostile input linear. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>;
  quoteFrom: number;
  signatureFrom: number;
}

export function newReader(source: string): Reader {
  const shown = newBuilder();
  return {
    source, out: shown, shown, unshown: newBuilder(), hiding: undefined, link: undefined, marks: [], owed: "", pre: 0, quotes: [], quoting: true, found: new Map(),
    quoteFrom: -1, signatureFrom: -1,
  };
}

/** Position of `mark` from `from` on, or -1. No stretch of the source is searched twice for the same mark. */
export function find(r: Reader, mark: string, from: number, anyCase = false): number {
  const known = r.found.get(mark);
  if (known !== undefined && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
  const at = anyCase ? indexOfAnyCase(r.source, mark, from) : r.source.indexOf(mark, from);
  r.found.set(mark, { from, at });
  return at;
}

function indexOfAnyCase(source: string, mark: string, from: number): number {
  const pattern = new RegExp(mark, "gi");
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? -1;
}

export function owe(r: Reader, what: string): void {
  if (r.out.length === 0 && r.owed === "") return;
  if (what === " ") r.owed = r.owed === "" ? " " : r.owed;
  else if (what === "\t") r.owed = "\t";
  else if (what === "br") r.owed = r.owed.startsWith("\n") ? (r.owed + "\n").slice(0, 3) : "\n";
  else if (what === "row" || r.owed !== "\t") r.owed = r.owed.startsWith("\n") ? r.owed : "\n";
}

export function settle(r: Reader, at: number): void {
  if (r.owed === "") return;
  if (!(r.owed === " " && (r.out.last === " " || r.out.length === 0))) pushMapped(r.out, r.owed, at, at);
  r.owed = "";
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Text between tags: references resolved, white space folded to one space outside `pre`. */
export function readText(r: Reader, from: number, to: number): void {
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

/** What `read` adds is not shown: it goes below, on a line of its own. */
export function aside(r: Reader, read: () => void): void {
  const { out, owed, pre } = r;
  r.out = r.unshown;
  r.owed = r.out.length === 0 ? "" : "\n";
  r.pre = 0;
  read();
  r.out = out;
  r.owed = owed;
  r.pre = pre;
}

export function layOut(r: Reader, name: string, closing: boolean, tag: string): void {
  if (name === "br") owe(r, "br");
  else if (name === "td" || name === "th") {
    if (closing) owe(r, "\t");
  } else if (ROW.has(name)) owe(r, "row");
  else if (BLOCK.has(name)) owe(r, "block");
  else if (name === "img" || name === "input" || name === "button") owe(r, " ");
  if (name === "pre") r.pre = Math.max(0, r.pre + (closing ? -1 : 1));
  if (r.out !== r.shown) return;
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
