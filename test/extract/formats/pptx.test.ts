import { attachmentText, extract } from "../../../src/extract/index.ts";
import { zipFile } from "../../support/zip.ts";

const TYPES = "<Types><Override PartName=\"/ppt/presentation.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/></Types>";
const relations = (...targets: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships>${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.pptx", bytes }));
const p = (...runs: string[]) => `<a:p>${runs.map((words) => `<a:r><a:rPr/><a:t>${words}</a:t></a:r>`).join("")}</a:p>`;
const shape = (body: string, placeholder = "") => `<p:sp><p:nvSpPr><p:cNvPr id="1" name="Title 1"/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody>${body}</p:txBody></p:sp>`;
const slide = (body: string, attributes = "") => `<p:sld${attributes}><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:sld>`;
const deck = (slides: readonly string[], more: Record<string, string | Uint8Array> = {}) => zipFile({
  "[Content_Types].xml": TYPES, "_rels/.rels": relations(["m", "officeDocument", "ppt/presentation.xml"]),
  "ppt/presentation.xml": `<p:presentation><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`).join("")}</p:sldIdLst></p:presentation>`,
  "ppt/_rels/presentation.xml.rels": relations(...slides.map((_, at) => [`r${at}`, "slide", `slides/slide${slides.length - at}.xml`] as const)),
  ...Object.fromEntries(slides.map((xml, at) => [`ppt/slides/slide${slides.length - at}.xml`, xml])), ...more,
});

test("slides in the order of the list, split runs joined, hidden and unlisted ones named so", () => {
  const result = read(deck([slide(shape(p("MRN 004", "82913"))), slide(shape(p("quiet")), " show=\"0\"")], { "ppt/slides/slide9.xml": slide(shape(p("left over"))) }));
  expect(result).toMatchObject({ format: "pptx", status: "scanned" });
  expect(result.parts).toEqual([
    { format: "text", content: "MRN 00482913", place: { kind: "slide", number: 1 } }, { format: "text", content: "quiet", place: { kind: "slide", number: 2, hidden: true } },
    { format: "text", content: "left over", place: { kind: "slide", number: 3, hidden: true } },
  ]);
});

test("tables under their heads, alternative texts, no numbers of slides", () => {
  const cell = (words: string) => `<a:tc><a:txBody>${p(words)}</a:txBody></a:tc>`;
  const table = `<a:tbl><a:tr>${cell("Name")}${cell("DOB")}</a:tr><a:tr>${cell("María López")}${cell("1/2/1950")}</a:tr></a:tbl>`;
  const { parts } = read(deck([slide(`${table}<p:pic><p:nvPicPr><p:cNvPr id="2" name="x" descr="Scan of López"/></p:nvPicPr></p:pic>${shape("<a:p><a:fld type=\"slidenum\"><a:t>7</a:t></a:fld></a:p>")}`)]));
  expect(parts.map(({ content }) => content)).toEqual(["Name\tDOB\nMaría López\t1/2/1950", "Scan of López"]);
});

test("notes, comments old and modern with authors, masters without prompts, properties", () => {
  const { parts, status } = read(deck([slide(shape(p("one")))], {
    "ppt/slides/_rels/slide1.xml.rels": relations(["n", "notesSlide", "../notesSlides/notesSlide1.xml"], ["c", "comments", "../comments/comment1.xml"], ["d", "comments", "../comments/modernComment_1.xml"]),
    "ppt/notesSlides/notesSlide1.xml": `<p:notes>${shape(p("say López"), "<p:ph type='body'/>")}</p:notes>`,
    "ppt/commentAuthors.xml": "<p:cmAuthorLst><p:cmAuthor id='0' name='Ann Example'/></p:cmAuthorLst>", "ppt/authors.xml": "<p188:authorLst><p188:author id='{B}' name='Ben Example'/></p188:authorLst>",
    "ppt/comments/comment1.xml": "<p:cmLst><p:cm authorId='0'><p:text>see chart</p:text></p:cm></p:cmLst>",
    "ppt/comments/modernComment_1.xml": `<p188:cmLst><p188:cm authorId="{B}"><p188:replyLst><p188:reply authorId="0"><p188:txBody>${p("done")}</p188:txBody></p188:reply></p188:replyLst><p188:txBody>${p("look")}</p188:txBody></p188:cm></p188:cmLst>`,
    "ppt/slideMasters/slideMaster1.xml": `<p:sldMaster>${shape(p("Click to edit"), "<p:ph type='title'/>")}${shape(p("Ward 7 only"))}</p:sldMaster>`,
    "docProps/core.xml": "<c><dc:creator>Ann</dc:creator></c>",
  }));
  expect(status).toBe("scanned");
  expect(parts.map(({ content, place }) => [place?.kind, place?.number, content])).toEqual([
    ["properties", undefined, "Author: Ann"], ["slide", 1, "one"], ["note", 1, "say López"], ["comment", 1, "Ann Example: see chart"], ["comment", 1, "Ben Example: look\nAnn Example: done"],
    ["footer", undefined, "Ward 7 only"],
  ]);
});

test("pictures over a good part of a slide, recordings, a missing slide", () => {
  const picture = (side: number) => slide(shape(p("more than twenty letters here")) + `<p:pic><p:blipFill><a:blip r:embed="i"/></p:blipFill><p:spPr><a:xfrm><a:ext cx="${side}" cy="${side}"/></a:xfrm></p:spPr></p:pic>`);
  const parts = { "ppt/slides/_rels/slide1.xml.rels": relations(["i", "image", "../media/image1.png"]), "ppt/media/image1.png": Uint8Array.from({ length: 40_000 }, (_, at) => (at * at) & 255) };
  expect(read(deck([picture(5_000_000)], parts))).toMatchObject({ status: "partial", reason: "image" });
  expect(read(deck([picture(900_000)], parts)).status).toBe("scanned");
  expect(read(deck([slide(shape(p("one")))], { "ppt/media/media1.mp4": "x" }))).toMatchObject({ status: "partial", reason: "media" });
  expect(read(deck([slide(shape(p("one")))], { "ppt/_rels/presentation.xml.rels": relations(["r0", "slide", "slides/slide7.xml"]) }))).toMatchObject({ status: "partial", reason: "damaged" });
});

test("cut anywhere, none looks clean", () => {
  const whole = deck([slide(shape(p("one"))), slide(shape(p("two")))]);
  for (let length = 4; length < whole.length; length += 11) expect(read(whole.subarray(0, length)).status).not.toBe("scanned");
});
