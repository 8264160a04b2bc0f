import { attachmentText, extract } from "../../../src/extract/index.ts";
import { zipFile } from "../../support/zip.ts";

const NOTE = "Patient: María López, MRN 00482913, type 2 diabetes.";
const mime = (kind: string) => `application/vnd.oasis.opendocument.${kind}`;
const odf = (kind: string, body: string, { styles = "", more = {} }: { styles?: string; more?: Record<string, string | Uint8Array> } = {}) => zipFile({
  mimetype: mime(kind), "content.xml": `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`, ...more,
});
const read = (bytes: Uint8Array, name = "a.bin") => attachmentText(extract({ name, bytes }));
const said = (bytes: Uint8Array) => read(bytes).parts.map(({ content, place }) => [`${place?.kind}${place?.number ?? ""}${place?.hidden === true ? " hidden" : ""}`, content]);
const p = (text: string) => `<text:p>${text}</text:p>`;
const odt = (body: string, options?: Parameters<typeof odf>[2]) => odf("text", `<office:text>${body}</office:text>`, options);

describe("texts", () => {
  test("paragraphs, spans, blanks, fields, tables", () => {
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
    const bytes = odt(`<text:h>Letter</text:h>${p("MRN 004<text:span>82913</text:span><text:s text:c='3'/>x<text:tab/>y<text:line-break/>z <text:date>1/2/1950</text:date>")}<table:table><table:table-column/><table:table-row>${cell("Name")}${cell("DOB")}</table:table-row><table:table-row>${cell("López")}${cell("1/2/1950")}</table:table-row></table:table>`);
    expect(read(bytes)).toMatchObject({ format: "odt", status: "scanned" });
    expect(said(bytes)).toEqual([["text", "Letter\nMRN 00482913   x\ty\nz 1/2/1950\nName\tDOB\nLópez\t1/2/1950"]]);
  });

  test("comments, notes, changes, hidden text, boxes, alternative texts, links, headers, properties", () => {
    const styles = "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>";
    const change = "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ann Example</dc:creator><dc:date>2026-01-01</dc:date></office:change-info><text:p>deleted López</text:p></text:deletion></text:changed-region></text:tracked-changes>";
    const bytes = odt(
      `${change}${p("be<office:annotation><dc:creator>Ben Example</dc:creator><dc:date>2026</dc:date><text:p>call her</text:p></office:annotation>fore<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note>")}`
      + p("seen <text:span text:style-name='H'>unseen</text:span>") + `<text:section text:display='none'>${p("whole section")}</text:section>`
      + p("<draw:frame svg:width='2cm' svg:height='1cm'><draw:text-box><text:p>in the box</text:p></draw:text-box><svg:title>Scan of López</svg:title></draw:frame>anchor") + p("<text:a xlink:href='mailto:maria@example.com'>write</text:a>"),
      { styles, more: { "styles.xml": `<office:document-styles><office:master-styles><style:master-page><style:header>${p("Ward 7")}</style:header></style:master-page></office:master-styles></office:document-styles>`, "meta.xml": "<office:meta><meta:initial-creator>Ann</meta:initial-creator><meta:user-defined meta:name='MRN'>00482913</meta:user-defined><meta:generator>x</meta:generator></office:meta>" } });
    expect(read(bytes).status).toBe("scanned");
    expect(said(bytes)).toEqual([
      ["properties", "Author: Ann\nMRN: 00482913"], ["text", "before\nseen \nanchor\nin the box\nScan of López\nwrite"], ["note", "a note"], ["comment", "Ben Example: call her"],
      ["text hidden", "unseen\nwhole section"], ["deleted hidden", "deleted López"], ["properties", "Edited by: Ann Example"], ["link", "mailto:maria@example.com"], ["header", "Ward 7"],
    ]);
  });

  test("under a password", () => {
    expect(read(odt(p("x"), { more: { "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" } }))).toMatchObject({ format: "odt", status: "unread", reason: "encrypted", parts: [] });
  });

  test("one XML file", () => {
    const flat = `<?xml version="1.0"?><office:document xmlns:office="x" office:mimetype="${mime("text")}"><office:meta><dc:title>Plan</dc:title></office:meta><office:body><office:text>${p(NOTE)}</office:text></office:body></office:document>`;
    expect(read(new TextEncoder().encode(flat), "a.fodt")).toMatchObject({ format: "odt", status: "scanned", parts: [{ content: `${NOTE}\nPlan` }] });
    expect(read(new TextEncoder().encode(flat.slice(0, -40)), "a.fodt")).toMatchObject({ format: "odt", status: "partial", reason: "damaged" });
  });

  test("embedded objects and files; pictures of a page's size; macros", () => {
    const frame = (side: string) => p(`more than twenty letters here<draw:frame svg:width="${side}" svg:height="${side}"><draw:image xlink:href="Pictures/1.png"/></draw:frame>`);
    const picture = { "Pictures/1.png": Uint8Array.from({ length: 40_000 }, (_, at) => (at * at) & 255) };
    expect(read(odt(frame("15cm"), { more: picture }))).toMatchObject({ status: "partial", reason: "image" });
    expect(read(odt(frame("2cm"), { more: picture })).status).toBe("scanned");
    expect(read(odt(p("a"), { more: { "Basic/Standard/Module1.xml": "<x/>" } }))).toMatchObject({ status: "partial", reason: "unsupported" });
    const inner = odt(p("a"), { more: { "Object 1/content.xml": p("in the chart"), "Object 2": zipFile({ "note.txt": NOTE }) } });
    expect(read(inner).status).toBe("scanned");
    expect(said(inner).map(([, content]) => content)).toEqual(["a", "in the chart", NOTE, "note txt"]);
  });
});

describe("spreadsheets", () => {
  const cell = (text: string, attributes = "") => `<table:table-cell ${attributes}>${text === "" ? "" : p(text)}</table:table-cell>`;
  const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const ods = (sheets: string, styles = "") => odf("spreadsheet", `<office:spreadsheet>${sheets}</office:spreadsheet>`, { styles });

  test("sheets with their names, dates in full, values that are not shown, notes", () => {
    const note = "<office:annotation><dc:creator>Ann</dc:creator><text:p>asthma</text:p></office:annotation>";
    const bytes = ods(`<table:table table:name="Ward">${row(cell("Name") + cell("DOB") + cell("MRN"))}${row(`<table:table-cell>${note}${p("López")}</table:table-cell>` + cell("1/2/50", "office:value-type='date' office:date-value='1950-01-02'") + cell("", "office:value='482913'"))}</table:table>`);
    expect(read(bytes)).toMatchObject({ format: "ods", status: "scanned", parts: [{ place: { kind: "sheet", number: 1, name: "Ward" } }, {}] });
    expect(said(bytes)).toEqual([["sheet1", "Name\tDOB\tMRN\nLópez\t1/2/50 1950-01-02\t482913"], ["comment1", "Ann: asthma"]]);
  });

  test("hidden sheets, rows and columns, under their heads", () => {
    const styles = "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>";
    const columns = "<table:table-column/><table:table-column table:visibility='collapse'/><table:table-column/>";
    const bytes = ods(`<table:table table:name="A">${columns}${row(cell("Name") + cell("DOB") + cell("Ward"))}${row(cell("one") + cell("two") + cell("three"))}${row(cell("four") + cell("five") + cell("six"), "table:visibility='filter'")}</table:table><table:table table:name="B" table:style-name="ta2">${row(cell(NOTE))}</table:table>`, styles);
    expect(said(bytes)).toEqual([["sheet1", "Name\tWard\none\tthree"], ["sheet1 hidden", "Name\tDOB\tWard\nfour\tfive\tsix\nDOB\ntwo"], ["sheet2 hidden", NOTE]]);
  });

  test("repeated cells keep columns apart and cost nothing", () => {
    const bytes = ods(`<table:table>${row(cell("a") + cell("", "table:number-columns-repeated='2'") + cell("d"))}${row(cell("", "table:number-columns-repeated='16384'"), "table:number-rows-repeated='1048575'")}${row(cell("x", "table:number-columns-repeated='16384'"))}</table:table>`);
    expect(said(bytes)).toEqual([["sheet1", `a\t\t\td\n${Array(64).fill("x").join("\t")}`]]);
    expect(read(ods(`<table:table>${row("<table:table-cell/>".repeat(1000)).repeat(300)}${row(cell(NOTE))}</table:table>`))).toMatchObject({ status: "scanned", parts: [{ content: NOTE }] });
  });
});

test("presentations: slides in order, hidden ones, notes with their slide", () => {
  const page = (text: string, more = "") => `<draw:page draw:name="x" ${more}><draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box>${p(`say ${text}`)}</draw:text-box></draw:frame></presentation:notes></draw:page>`;
  const bytes = odf("presentation", `<office:presentation>${page("one")}${page("two", "draw:style-name='dp2'")}</office:presentation>`, { styles: "<style:style style:name='dp2'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>" });
  expect(read(bytes)).toMatchObject({ format: "odp", status: "scanned" });
  expect(said(bytes)).toEqual([["slide1", "one"], ["note1", "say one"], ["slide2 hidden", "two"], ["note2", "say two"]]);
});

describe("hostile files", () => {
  test("cut anywhere, none looks clean", () => {
    const whole = odt(p(NOTE).repeat(30), { more: { "meta.xml": "<dc:title>x</dc:title>" } });
    for (let length = 4; length < whole.length; length += 7) expect(read(whole.subarray(0, length)).status).not.toBe("scanned");
  });
  test.each([["nesting", "<text:p>".repeat(100_000)], ["frames", "<table:table><table:table-row><table:table-cell>".repeat(40_000)]])("%s", (_what, body) => {
    expect(read(odt(body))).toMatchObject({ status: "unread", reason: "too-large" });
  });
  test("what closes and never opened", () => {
    expect(said(odt(`</text:note></table:table-cell></table:table-row></table:table></text:p></draw:text-box>${p(NOTE)}`))).toEqual([["text", NOTE]]);
  });
});
