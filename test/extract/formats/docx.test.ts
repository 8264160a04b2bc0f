import { attachmentText, extract } from "../../../src/extract/index.ts";
import { bytesOf, zipFile } from "../../support/zip.ts";

const NOTE = "Patient: María López, MRN 00482913, type 2 diabetes.";
const TYPES = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const document = (body: string, more: Record<string, string | Uint8Array> = {}) =>
  zipFile({ "[Content_Types].xml": TYPES, "_rels/.rels": "<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='word/document.xml'/></Relationships>", "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...more });
const read = (bytes: Uint8Array, name = "a.docx") => attachmentText(extract({ name, bytes }));
const text = (bytes: Uint8Array, kind = "text", hidden = false) =>
  read(bytes).parts.filter(({ place }) => place?.kind === kind && (place.hidden ?? false) === hidden).map(({ content }) => content).join("\n");
const p = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;
const r = (words: string, properties = "") => `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const cell = (...content: string[]) => `<w:tc><w:tcPr/>${content.join("")}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

describe("the body", () => {
  test("runs join to words, tabs and breaks stay, tab stops are none", () => {
    const bytes = document(p("<w:pPr><w:tabs><w:tab w:val='left' w:pos='99'/></w:tabs></w:pPr>", r("MRN 004"), r("82913"), "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/><w:t>z</w:t></w:r>") + p(r("A &amp; B")));
    expect(read(bytes)).toMatchObject({ format: "docx", status: "scanned" });
    expect(text(bytes)).toBe("MRN 00482913\tx\ny-z\nA & B");
  });

  test("tables: a line a row, cells under their heads, spans kept apart", () => {
    expect(text(document(table(row(cell(p(r("Name"))), cell(p(r("MRN")))), row(cell(p(r("María")), p(r("López"))), cell(p(r("00482913")))), row("<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p(r("both")) + "</w:tc>", cell(p(r("c"))))))))
      .toBe("Name\tMRN\nMaría López\t00482913\nboth\t\tc");
  });

  test("a table in a table: rows stay rows; a frame of one cell keeps its lines", () => {
    const inner = table(row(cell(p(r("DOB"))), cell(p(r("SSN")))), row(cell(p(r("1/2/1950"))), cell(p(r("900-12-3456")))));
    expect(text(document(table(row(cell(p(r("left"))), cell(p(r("right")), inner)))))).toBe("left\tright\nDOB\tSSN\n1/2/1950\t900-12-3456");
    expect(text(document(table(row(cell(p(r("Name: María")), p(r("MRN: 1")), inner)))))).toBe("Name: María\nMRN: 1\nDOB\tSSN\n1/2/1950\t900-12-3456");
  });

  test("a text box once, though it is written twice, after its paragraph", () => {
    const box = `<w:txbxContent>${p(r("in the box"))}</w:txbxContent>`;
    expect(text(document(p(r("be"), `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`, r("fore"))))).toBe("before\nin the box");
  });
});

describe("what is not shown", () => {
  test("deleted and moved text, with the label before it", () => {
    const bytes = document(p(r("MRN: "), `<w:del w:author="Ann Example"><w:r><w:delText>00482913</w:delText></w:r></w:del>`, `<w:ins w:author="Ben Example">${r("none")}</w:ins>`) + p(`<w:moveFrom>${r("moved away")}</w:moveFrom>`));
    expect(text(bytes)).toBe("MRN: none");
    expect(text(bytes, "deleted", true)).toBe("MRN: 00482913\nmoved away");
    expect(text(bytes, "properties")).toBe("Edited by: Ann Example\nEdited by: Ben Example");
  });

  test("hidden runs and styles", () => {
    const styles = "<w:styles><w:style w:styleId='Quiet'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    const bytes = document(p(r("seen "), r("unseen", "<w:vanish/>"), r("seen too", "<w:vanish w:val='0'/>")) + p("<w:pPr><w:pStyle w:val='Quiet'/></w:pPr>", r("styled")), { "word/styles.xml": styles });
    expect(text(bytes)).toBe("seen seen too");
    expect(text(bytes, "text", true)).toBe("unseen\nstyled");
  });

  test("alternative texts", () => {
    expect(text(document(p(r("a")) + "<w:p><w:r><w:drawing><wp:docPr id='1' name='Picture 1' descr='Wound of López'/></w:drawing></w:r></w:p>"), "text", true)).toBe("Wound of López");
  });

  test("codes of fields, names of controls", () => {
    const field = (...codes: string[]) => "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join("") + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("shown") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    const bytes = document(p(field(" HYPERLINK &quot;mailto:maria", "@example.com&quot;")) + p(field(" PAGE ")) + p(`<w:sdt><w:sdtPr><w:alias w:val="Patient ID"/></w:sdtPr><w:sdtContent>${r("00482913")}</w:sdtContent></w:sdt>`));
    expect(text(bytes, "form")).toBe("HYPERLINK \"mailto:maria@example.com\"\nPatient ID: 00482913");
    expect(text(bytes)).toBe("shown\nshown\n00482913");
  });
});

describe("other parts", () => {
  test("headers once, notes, comments with their authors, links, properties, variables, custom data", () => {
    const header = `<w:hdr>${p(r("Ward 7"))}</w:hdr>`;
    const bytes = document(p(r("body")), {
      "word/header1.xml": header, "word/header2.xml": header, "word/header3.xml": `<w:hdr>${p(r("First page"))}</w:hdr>`, "word/footnotes.xml": `<w:footnotes><w:footnote>${p(r("a note"))}</w:footnote></w:footnotes>`,
      "word/comments.xml": `<w:comments><w:comment w:author="Ann Example">${p(r(NOTE))}</w:comment></w:comments>`,
      "word/_rels/document.xml.rels": "<Relationships><Relationship Id='h' Type='http://x/hyperlink' TargetMode='External' Target='mailto:maria@example.com'/></Relationships>",
      "docProps/core.xml": "<cp:coreProperties><dc:title>López, María</dc:title><cp:lastModifiedBy>Ann</cp:lastModifiedBy><cp:revision>3</cp:revision></cp:coreProperties>",
      "docProps/custom.xml": "<Properties><property name='MRN'><vt:lpwstr>00482913</vt:lpwstr></property><property name='_AdHocReviewCycleID'><vt:i4>12345</vt:i4></property></Properties>",
      "word/settings.xml": "<w:settings><w:docVars><w:docVar w:name='DOB' w:val='1/2/1950'/></w:docVars></w:settings>", "customXml/item1.xml": "<data><patient id='77'>López</patient></data>",
      "word/charts/chart1.xml": "<c:chart><c:v>HbA1c of María</c:v></c:chart>",
    });
    expect(read(bytes).status).toBe("scanned");
    expect(text(bytes, "header")).toBe("Ward 7\nFirst page");
    expect(text(bytes, "note")).toBe("a note");
    expect(text(bytes, "comment")).toBe(`Ann Example: ${NOTE}`);
    expect(text(bytes, "link")).toBe("mailto:maria@example.com");
    expect(text(bytes, "properties")).toBe("Title: López, María\nLast saved by: Ann\nMRN: 00482913\nDOB: 1/2/1950\nEdited by: Ann Example");
    expect(text(bytes)).toContain("id: 77\npatient: López");
    expect(text(bytes)).toContain("HbA1c of María");
  });

  test("embedded files are read; macros are said unread", () => {
    const bytes = document(p(r("body")), { "word/embeddings/letter.docx": document(p(r(NOTE))) });
    expect(read(bytes)).toMatchObject({ status: "scanned" });
    expect(text(bytes)).toContain(NOTE);
    expect(read(document(p(r("body")), { "word/vbaProject.bin": "x" }))).toMatchObject({ status: "partial", reason: "unsupported" });
  });

  test("pictures: a page's worth is said unread, a logo is not, nothing else makes the document a picture", () => {
    const drawing = (cx: number) => `<w:p><w:r><w:drawing><wp:extent cx="${cx}" cy="${cx}"/><a:blip r:embed="i"/></w:drawing></w:r></w:p>`;
    const parts = { "word/media/image1.png": Uint8Array.from({ length: 40_000 }, (_, at) => (at * at) & 255), "word/_rels/document.xml.rels": "<Relationships><Relationship Id='i' Type='http://x/image' Target='media/image1.png'/></Relationships>" };
    expect(read(document(p(r("more than twenty letters here")) + drawing(6_000_000), parts))).toMatchObject({ status: "partial", reason: "image" });
    expect(read(document(p(r("more than twenty letters here")) + drawing(900_000), parts)).status).toBe("scanned");
    expect(read(document(p(r("Page 1")) + drawing(900_000), parts))).toMatchObject({ status: "unread", reason: "image-only" });
  });
});

describe("hostile documents", () => {
  const whole = document(p(r(NOTE)).repeat(40), { "word/comments.xml": `<w:comments><w:comment w:author="Ann">${p(r("aside"))}</w:comment></w:comments>` });
  test("cut anywhere, none looks clean", () => {
    for (let length = 4; length < whole.length; length += 13) expect(read(whole.subarray(0, length)).status).not.toBe("scanned");
  });
  test.each([
    ["nesting", "<w:p>".repeat(100_000), "too-large"], ["tables in tables", "<w:tbl><w:tr><w:tc>".repeat(50_000), "too-large"], ["what closes and never opened", `</w:tc></w:tr></w:tbl></w:p></w:sdt>${p(r(NOTE))}`, undefined],
  ])("%s", (_what, body, reason) => {
    const result = read(zipFile({ "word/document.xml": body, "[Content_Types].xml": TYPES }));
    if (reason === undefined) expect(result.parts[0]?.content).toBe(NOTE);
    else expect(result).toMatchObject({ status: "unread", reason });
  });
  test("entities of a document type stay as they are", () => {
    expect(text(zipFile({ "[Content_Types].xml": TYPES, "word/document.xml": `<!DOCTYPE a [<!ENTITY b "${"c".repeat(1000)}">]><w:p>${r("&b;".repeat(1000))}</w:p>` })).length).toBe(3000);
  });
  test("a document of size that yields nothing", () => {
    expect(read(document("", { "word/odd.bin.xml": bytesOf("<a/>"), "word/theme/theme1.xml": Array.from({ length: 20_000 }, (_, at) => `<a b="${(at * 7919) % 9973}"/>`).join("") }))).toMatchObject({ status: "unread", reason: "no-text" });
  });
});
