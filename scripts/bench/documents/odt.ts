import type { Content, DocumentWriter } from "./document.ts";
import { xml } from "./document.ts";
import { part, zip } from "./zip.ts";

const NAMES = ["office", "text", "table", "style", "meta"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ") + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
const MIME = "application/vnd.oasis.opendocument.text";

function paragraph(text: string): string {
  return text.split("\n").map((line) => `<text:p>${xml(line).replace(/\t/g, "<text:tab/>")}</text:p>`).join("");
}

function write({ title, paragraphs, table, header, comment, metadata }: Content): Uint8Array {
  const rows = (table ?? []).map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${paragraph(cell)}</table:table-cell>`).join("")}</table:table-row>`);
  const note = comment === undefined ? "" : `<text:p>See the comment.<office:annotation><dc:creator>${xml(comment.author)}</dc:creator>${paragraph(comment.text)}</office:annotation></text:p>`;
  const grid = table === undefined ? "" : `<table:table>${rows.join("")}</table:table>`;
  return zip({
    mimetype: MIME,
    "META-INF/manifest.xml": part(`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/></manifest:manifest>`),
    "content.xml": part(`<office:document-content ${NAMES}><office:body><office:text>${paragraph(title)}${paragraphs.map(paragraph).join("")}${grid}${note}</office:text></office:body></office:document-content>`),
    "styles.xml": part(`<office:document-styles ${NAMES}><office:master-styles><style:master-page>${header === undefined ? "" : `<style:header>${paragraph(header)}</style:header>`}</style:master-page></office:master-styles></office:document-styles>`),
    "meta.xml": part(`<office:document-meta ${NAMES}><office:meta><dc:title>${xml(title)}</dc:title><dc:description>${xml(metadata ?? "")}</dc:description></office:meta></office:document-meta>`),
  });
}

export const ODT: DocumentWriter = { format: "odt", ending: "odt", spots: ["body", "table", "header", "comment", "metadata"], write };
