/** OpenDocument files (ODF 1.3 part 3), packed or flat: what all of them have in common. */
import { indexOfBytes } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";
import type { Head } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { XmlEvents } from "../../xml.ts";
import { Package } from "./package.ts";
import { readProperties } from "./properties.ts";

/** Where the parts of a file come from: a package, or one XML file that holds all of them. */
export interface OdfSource {
  readonly pack?: Package;
  /** All of the content, or what stands before its body: its own styles. */
  content(events: XmlEvents, onlyStyles?: boolean): void;
  /** Styles of the document, with headers and footers; nothing where content and styles are one. */
  styles(events: XmlEvents): void;
}

function contentOf(xml: string, out: Sink): OdfSource["content"] {
  const body = xml.search(/<[\w.-]{1,40}:body\b/);
  return (events, onlyStyles = false) => {
    if (!scanXml(onlyStyles ? xml.slice(0, Math.max(0, body)) : xml, events, out.budget)) out.missed("damaged");
  };
}

const MANIFEST = "META-INF/manifest.xml";
/** Says nothing of what someone wrote. */
const FORM = /^(?:mimetype|settings\.xml|manifest\.rdf|layout-cache|current\.xml|meta\.xml|meta-inf\/.*|configurations2\/.*|thumbnails\/.*|fonts\/.*|objectreplacements\/.*|versionlist\.xml|.*\/(?:settings|meta|styles)\.xml)$/i;
const PICTURE = /^(?:.*\/)?(?:Pictures|media)\/|\.(?:png|jpe?g|gif|svg|emf|wmf|svm|bmp|tiff?|webp)$/i;
const MACROS = /^(?:Basic|Scripts|Dialogs)\//i;

/** True for one XML file with a document of this kind. */
export function isFlat(head: Head, kind: RegExp): boolean {
  return head.start.startsWith("<") && /<office:document\s[^>]{0,8000}/.test(head.text) && kind.test(/office:mimetype=["']([^"']{1,100})/.exec(head.text)?.[1] ?? "");
}

/** Opens a file. `undefined` where its content is under a password (3.4.1); the sink knows. @throws LimitReached */
export function openOdf({ bytes }: SourceFile, out: Sink): OdfSource | undefined {
  if (indexOfBytes(bytes, "PK", 0, 2) !== 0) {
    const xml = decodeText(bytes)?.text ?? "";
    if (!/<\/[\w.:-]{0,40}document>\s{0,100}$/.test(xml.slice(-200))) out.missed("damaged");
    return { content: contentOf(xml, out), styles: () => undefined };
  }
  const pack = new Package(bytes, out);
  const manifest = pack.has(MANIFEST) ? pack.text(MANIFEST) ?? "" : "";
  if (manifest.includes("encryption-data")) {
    out.unread("encrypted");
    return undefined;
  }
  if (!pack.has("content.xml")) out.missed("damaged");
  readProperties(pack, ["meta.xml"], out);
  return { pack, content: contentOf(pack.text("content.xml") ?? "", out), styles: (events) => void pack.scan("styles.xml", events) };
}

/** Names of styles whose text, rows, tables or slides are not shown. */
export function hiddenStyles(source: OdfSource): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style = "";
  const events: XmlEvents = {
    open: (tag) => {
      if (tag.name === "style") style = tag.attribute("name") ?? "";
      else if (tag.name === "text-properties" && tag.attribute("display") === "none") hidden.add(style);
      else if (tag.name === "table-properties" && tag.attribute("display") === "false") hidden.add(style);
      else if (tag.name === "section-properties" && tag.attribute("display") === "none") hidden.add(style);
      else if (tag.name === "drawing-page-properties" && tag.attribute("visibility") === "hidden") hidden.add(style);
    },
  };
  source.styles(events);
  source.content(events, true);
  return hidden;
}

/** Reads what else is in the package: embedded objects and files; macros and pictures are said. `shown`: addresses and sizes of pictures of the document. */
export function readOdfRest(source: OdfSource, out: Sink, shown: ReadonlyMap<string, number | undefined>, letters: number, fileBytes: number): void {
  const { pack } = source;
  let pictures = 0;
  if (pack !== undefined) {
    for (const part of pack.unasked()) {
      out.budget.step();
      if (MACROS.test(part)) {
        pack.skip(part);
        if (!/\/(?:script|dialog)-l[cb]\.x[lm][bl]$/i.test(part)) out.missed("unsupported");
      } else if (FORM.test(part)) pack.skip(part);
      else if (PICTURE.test(part)) {
        pack.skip(part);
        if (pack.claimedBytes(part) >= out.budget.limits.pictureBytes && (shown.get(part) ?? (shown.has(part) ? 1 : 0)) >= 0.1) pictures += 1;
      } else if (!/\/content\.xml$/i.test(part)) {
        const bytes = pack.bytes(part);
        if (bytes !== undefined && bytes.length > 0) out.file({ name: part.slice(part.lastIndexOf("/") + 1), bytes });
      }
    }
  }
  if (letters < 20 && shown.size > 0) out.unread("image-only");
  else if (pictures > 0) out.missed("image");
  else if (letters === 0 && fileBytes > 30_000) out.missed("no-text");
}
