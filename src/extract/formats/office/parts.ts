/** What Office documents of all kinds hold beside their own text: charts, diagrams, custom data, embedded files, links, pictures. */
import { Lines } from "../../lines.ts";
import type { Sink } from "../../sink.ts";
import type { XmlEvents } from "../../xml.ts";
import type { Package } from "./package.ts";

/** How it looks, where its parts lie, what made it: nothing that someone wrote. */
const FORM = new RegExp([
  "^\\[content_types\\]\\.xml$", "\\.rels$", "^docprops/", "\\.(?:odttf|fntdata|ttf)$", "/(?:styles\\w*|theme|fonttable|numbering|websettings|settings|tablestyles|presprops|viewprops|commentsids\\w*",
  "commentsextended|commentsextensible|persons?|tags?|printersettings|calcchain|metadata|volatiledependencies)/?[^/]{0,40}$", "/(?:theme|printersettings|persons|changesinfos|webextensions)/",
  "(?:colors|layout|quickstyle|style)\\d*\\.xml$", "itemprops\\d*\\.xml$", "^_xmlsignatures/", "^customui",
].join("|"), "i");
const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|svg|wdp|jfif|webp|ico|pict)$/i;
const RECORDING = /\.(?:mp3|mp4|m4a|m4v|wav|wma|wmv|avi|mov|mpg|mpeg)$/i;
const MACROS = /(?:vbaproject|vbadata|vbaprojectsignature\w*)\.(?:bin|xml)$/i;
/** Names of elements that say nothing of what they hold. */
const PLAIN = new Set(["p", "v", "t", "r", "text", "title", "span", "pt"]);
const INLINE = new Set(["t", "r", "span", "a", "fld", "rPr", "endParaRPr", "br"]);
/** Roots of custom data that programs keep for themselves. */
const PROGRAMS = new Set(["contentTypeSchema", "FormTemplates", "Sources", "CoverPageProperties", "datastoreItem", "mappings", "sisl", "schemaRefs"]);

/** Text of any XML part, a line for each element that holds some, after the element's name where that tells something. @throws LimitReached */
export function textOfPart(pack: Package, part: string, attributes: boolean): string {
  const lines = new Lines(pack.out.budget);
  let line = "";
  let skipped = false;
  let depth = 0;
  const flush = (name: string): void => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "") lines.add(PLAIN.has(name) ? text : `${name}: ${text}`);
    line = "";
  };
  const events: XmlEvents = {
    open: (tag) => {
      if (depth++ === 0 && PROGRAMS.has(tag.name)) skipped = true;
      if (attributes && !skipped) for (const [name, value] of tag.attributes()) if (value.trim() !== "") lines.add(`${name}: ${value}`);
      const drawn = tag.attribute("UnicodeString");
      if (drawn !== undefined) lines.add(drawn);
    },
    text: (text) => {
      if (!skipped) line += text;
    },
    close: (name) => {
      depth -= 1;
      if (!INLINE.has(name)) flush(name);
    },
  };
  pack.scan(part, events);
  flush("p");
  if (lines.overflowed) pack.out.missed("too-large");
  return lines.toString();
}

function baseName(part: string): string {
  return part.slice(part.lastIndexOf("/") + 1);
}

/** Addresses that the document's parts link to. Where its template lies is noise. */
function links(pack: Package): string {
  const targets = new Set<string>();
  for (const part of pack.named(/(?:^|\/)_rels\/[^/]*\.rels$/i)) {
    const source = part.replace(/_rels\/([^/]*)\.rels$/i, "$1");
    for (const { external, target, type } of pack.relations(source)) if (external && type !== "attachedTemplate") targets.add(target);
  }
  return [...targets].join("\n");
}

/**
 * Reads what no reader of this document has asked for: text of charts, diagrams and custom data, files inside, addresses.
 * Macros are code and not read. Gives how much text there was. @throws LimitReached
 */
export function readRest(pack: Package, out: Sink): number {
  const texts: string[] = [];
  const diagrams = pack.named(/\/diagrams\/data\d*\.xml$/i).length > 0;
  for (const part of pack.unasked()) {
    out.budget.step();
    if (MACROS.test(part)) {
      pack.skip(part);
      if (/\.bin$/i.test(part)) out.missed("unsupported");
    } else if (FORM.test(part) || PICTURE.test(part) || (diagrams && /\/diagrams\/drawing\d*\.xml$/i.test(part))) pack.skip(part);
    else if (RECORDING.test(part)) out.missed("media");
    else if (/\.(?:xml|vml|fpage|fdoc|fdseq|struct|frag)$/i.test(part)) texts.push(textOfPart(pack, part, /^customXml\//i.test(part)));
    else {
      const bytes = pack.bytes(part);
      if (bytes !== undefined && bytes.length > 0) out.file({ name: baseName(part), bytes });
    }
  }
  const text = texts.filter((one) => one !== "").join("\n");
  out.text(text, { kind: "text" });
  out.text(links(pack), { kind: "link" });
  return text.length;
}

/** A picture that a page shows. */
export interface Picture {
  /** Relation of the part that shows it, or the part itself. */
  readonly id: string;
  /** Share of the page that it covers, 0 to 1; absent where it cannot be told. */
  readonly share?: number;
}

/** From this share of a page on a picture is content: a few lines of text over the page's width. */
const CONTENT_SHARE = 0.1;

/** Whether a picture is content: large enough to be a scan, and not drawn as a logo. */
export function isContent(pack: Package, part: string, share: number | undefined, out: Sink): boolean {
  return pack.claimedBytes(part) >= out.budget.limits.pictureBytes && (share ?? 1) >= CONTENT_SHARE;
}

/** A picture below shows nothing; drawings of icons are larger. */
const FEWEST_BYTES = 2_000;
/** Fewer letters than this beside a picture are no text. */
const FEWEST_LETTERS = 20;
/** A file beyond this with nothing in it was not understood. */
const NOT_EMPTY_BYTES = 30_000;

/** What to say of a document's pictures and of one without text. `letters`: how many were read. */
export function judge(pack: Package, out: Sink, letters: number, fileBytes: number, contentPictures: number): void {
  const pictures = pack.named(PICTURE).filter((name) => !/thumbnail/i.test(name) && pack.claimedBytes(name) >= (/\.[ew]m[fz]$/i.test(name) ? out.budget.limits.pictureBytes : FEWEST_BYTES));
  if (letters < FEWEST_LETTERS && pictures.length > 0) out.unread("image-only");
  else if (contentPictures > 0) out.missed("image");
  else if (letters === 0 && fileBytes > NOT_EMPTY_BYTES) out.missed("no-text");
}

/** How many letters and digits, counted up to what matters here. */
export function lettersOf(text: string): number {
  return (text.slice(0, 4096).match(/[\p{L}\p{N}]/gu) ?? []).length;
}
