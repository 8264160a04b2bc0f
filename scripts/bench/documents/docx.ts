import type { Content, DocumentWriter } from "./document.ts";
import { xml } from "./document.ts";
import { contentTypes, coreProperties, OFFICE, PACKAGE_RELATIONSHIPS, part, relationships, zip } from "./zip.ts";

const W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Word splits a text over runs wherever spelling, revision or format changed: here in the middle of every long text. */
function runs(text: string, properties = ""): string {
  const half = text.length >> 1;
  return [text.slice(0, half), text.slice(half)].map((piece) => `<w:r>${properties}<w:t xml:space="preserve">${xml(piece)}</w:t></w:r>`).join("");
}

function paragraph(text: string, properties = ""): string {
  return text.split("\n").map((line) => `<w:p>${runs(line, properties)}</w:p>`).join("");
}

function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
}

function body({ title, paragraphs, table: rows, deleted, hidden, comment }: Content): string {
  const marked = comment === undefined ? "" : "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>See the comment.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
  const gone = deleted === undefined ? "" : `<w:p><w:del w:id="1" w:author="Reviewer"><w:r><w:delText xml:space="preserve">${xml(deleted)}</w:delText></w:r></w:del></w:p>`;
  return paragraph(title) + paragraphs.map((text) => paragraph(text)).join("") + (rows === undefined ? "" : table(rows)) + marked + gone
    + (hidden === undefined ? "" : paragraph(hidden, "<w:rPr><w:vanish/></w:rPr>"));
}

function write(content: Content): Uint8Array {
  const { header, comment, inner, metadata, title } = content;
  const members: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes([["word/document.xml", `${TYPE}.document.main+xml`], ["word/header1.xml", `${TYPE}.header+xml`], ["word/comments.xml", `${TYPE}.comments+xml`]]),
    "_rels/.rels": PACKAGE_RELATIONSHIPS("word/document.xml"),
    "word/_rels/document.xml.rels": relationships([["header", "header1.xml"], ["comments", "comments.xml"], ["package", `embeddings/${inner?.name ?? "none.zip"}`]]),
    "word/document.xml": part(`<w:document ${W} xmlns:r="${OFFICE}/relationships"><w:body>${body(content)}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body></w:document>`),
    "docProps/core.xml": coreProperties(xml(title), xml(metadata ?? "")),
  };
  if (header !== undefined) members["word/header1.xml"] = part(`<w:hdr ${W}>${paragraph(header)}</w:hdr>`);
  if (comment !== undefined) members["word/comments.xml"] = part(`<w:comments ${W}><w:comment w:id="0" w:author="${xml(comment.author)}">${paragraph(comment.text)}</w:comment></w:comments>`);
  if (inner !== undefined) members[`word/embeddings/${inner.name}`] = inner.bytes;
  return zip(members);
}

export const DOCX: DocumentWriter = { format: "docx", ending: "docx", spots: ["body", "table", "header", "comment", "metadata", "deleted", "hidden", "inner"], write };
