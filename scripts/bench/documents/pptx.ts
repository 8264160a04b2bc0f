import type { Content, DocumentWriter } from "./document.ts";
import { xml } from "./document.ts";
import { contentTypes, coreProperties, OFFICE, PACKAGE_RELATIONSHIPS, part, relationships, zip } from "./zip.ts";

const A = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
const P = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const TYPE = "application/vnd.openxmlformats-officedocument.presentationml";

function paragraphs(texts: readonly string[]): string {
  return texts.flatMap((text) => text.split("\n")).map((line) => `<a:p><a:r><a:t>${xml(line)}</a:t></a:r></a:p>`).join("");
}

function shape(texts: readonly string[]): string {
  return `<p:sp><p:nvSpPr/><p:txBody><a:bodyPr/>${paragraphs(texts)}</p:txBody></p:sp>`;
}

function frame(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${paragraphs([cell])}</a:txBody></a:tc>`).join("")}</a:tr>`);
  return `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${lines.join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function slide(shapes: string, show = true): string {
  return part(`<p:sld ${A} ${P}${show ? "" : " show=\"0\""}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`);
}

function write({ title, paragraphs: texts, table, hidden, notes, comment, metadata }: Content): Uint8Array {
  const first = relationships([...(notes === undefined ? [] : [["notesSlide", "../notesSlides/notesSlide1.xml"] as const]), ...(comment === undefined ? [] : [["comments", "../comments/comment1.xml"] as const])]);
  return zip({
    "[Content_Types].xml": contentTypes([["ppt/presentation.xml", `${TYPE}.presentation.main+xml`], ["ppt/slides/slide1.xml", `${TYPE}.slide+xml`], ["ppt/slides/slide2.xml", `${TYPE}.slide+xml`]]),
    "_rels/.rels": PACKAGE_RELATIONSHIPS("ppt/presentation.xml"),
    "ppt/presentation.xml": part(`<p:presentation ${P} xmlns:r="${OFFICE}/relationships"><p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst></p:presentation>`),
    "ppt/_rels/presentation.xml.rels": relationships([["slide", "slides/slide1.xml"], ["slide", "slides/slide2.xml"]]),
    "ppt/slides/slide1.xml": slide(shape([title]) + shape(texts) + (table === undefined ? "" : frame(table))),
    "ppt/slides/slide2.xml": slide(shape([hidden ?? "Thank you"]), hidden === undefined),
    "ppt/slides/_rels/slide1.xml.rels": first,
    ...(notes === undefined ? {} : { "ppt/notesSlides/notesSlide1.xml": part(`<p:notes ${A} ${P}><p:cSld><p:spTree>${shape([notes])}</p:spTree></p:cSld></p:notes>`) }),
    ...(comment === undefined ? {} : {
      "ppt/commentAuthors.xml": part(`<p:cmAuthorLst ${P}><p:cmAuthor id="0" name="${xml(comment.author)}"/></p:cmAuthorLst>`),
      "ppt/comments/comment1.xml": part(`<p:cmLst ${P}><p:cm authorId="0"><p:text>${xml(comment.text)}</p:text></p:cm></p:cmLst>`),
    }),
    "docProps/core.xml": coreProperties(xml(title), xml(metadata ?? "")),
  });
}

export const PPTX: DocumentWriter = { format: "pptx", ending: "pptx", spots: ["body", "table", "notes", "hidden", "comment", "metadata"], write };
