import { attachmentText, extract } from "../../../src/extract/index.ts";
import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { zipFile } from "../../support/zip.ts";

const TYPES = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const relationships = (...targets: string[]) => `<Relationships>${targets.map((target, at) => `<Relationship Id='r${at + 1}' Type='http://x/${target.split("/").pop() ?? ""}' Target='${target}'/>`).join("")}</Relationships>`;
/** Sheets are given as the inside of their `worksheet` element; `states` as their states. */
const workbook = (sheets: readonly string[], more: Record<string, string> = {}, states: readonly string[] = [], head = "") => zipFile({
  "[Content_Types].xml": TYPES, "_rels/.rels": "<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>",
  "xl/workbook.xml": `<workbook>${head}<sheets>${sheets.map((_, at) => `<sheet name='Sheet ${at + 1}' sheetId='${at + 1}' r:id='r${at + 1}'${states[at] === undefined ? "" : ` state='${states[at]}'`}/>`).join("")}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relationships(...sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`)),
  ...Object.fromEntries(sheets.map((content, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet>${content}</worksheet>`])), ...more,
});
const data = (...rows: string[]) => `<sheetData>${rows.join("")}</sheetData>`;
const row = (attributes: string, ...cells: string[]) => `<row ${attributes}>${cells.join("")}</row>`;
const text = (reference: string, value: string) => `<c r='${reference}' t='inlineStr'><is><t>${value}</t></is></c>`;
const number = (reference: string, value: number, style = 0) => `<c r='${reference}' s='${style}'><v>${value}</v></c>`;
const styles = (...formats: readonly (readonly [id: number, code?: string])[]) => `<styleSheet><numFmts>${formats.map(([id, code]) => (code === undefined ? "" : `<numFmt numFmtId='${id}' formatCode='${code}'/>`)).join("")}</numFmts>`
  + `<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>${formats.map(([id]) => `<xf numFmtId='${id}'/>`).join("")}</cellXfs></styleSheet>`;
const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.xlsx", bytes }));
const parts = (bytes: Uint8Array, kind: string, hidden = false) => read(bytes).parts.filter(({ place }) => place?.kind === kind && (place.hidden ?? false) === hidden).map(({ content }) => content);

test("cells keep their columns; shared strings without their reading aid; cells without a reference follow", () => {
  const strings = "<sst><si><r><t>Ló</t></r><r><t>pez</t></r><rPh><t>ignored</t></rPh></si><si><t>gone</t></si></sst>";
  const bytes = workbook([data(row("r='1'", text("B1", "Name"), text("D1", "MRN")), row("r='2'", "<c r='B2' t='s'><v>0</v></c><c/><c t='str'><f>x</f><v>00482913</v></c>"))], { "xl/sharedStrings.xml": strings });
  expect(read(bytes)).toMatchObject({ format: "xlsx", status: "scanned" });
  expect(parts(bytes, "sheet")).toEqual(["\tName\t\tMRN\n\tLópez\t\t00482913"]);
  expect(parts(bytes, "deleted", true)).toEqual(["gone"]);
});

test("numbers are shown as their formats show them", () => {
  const formats = styles([0], [14], [164, "yyyy\\-mm"], [165, "000-00-0000"], [166, "00000000"], [167, "[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####"], [168, "#,##0.00"], [169, "[h]:mm"], [170, "&quot;days&quot; 0"]);
  const cells = row("r='1'", number("A1", 45356, 1), number("B1", 45356.604167, 2), number("C1", 900123456, 3), number("D1", 482913, 4), number("E1", 2125550142, 5), number("F1", 1234.5, 6), number("G1", 0.5, 7), number("H1", 12, 8), number("I1", 1e15));
  expect(parts(workbook([data(cells)], { "xl/styles.xml": formats }), "sheet")).toEqual(["2024-03-05\t2024-03-05 14:30\t900-12-3456\t00482913\t(212) 555-0142\t1234.5\t12:00\t12\t1000000000000000"]);
  const since1904 = workbook([data(row("r='1'", number("A1", 43894, 1)))], { "xl/styles.xml": formats }, [], "<workbookPr date1904='1'/>");
  expect(parts(since1904, "sheet")).toEqual(["2024-03-05"]);
});

test("hidden sheets, rows and columns are read and named so, rows under their head", () => {
  const rows = data(row("r='1'", text("A1", "Name"), text("B1", "MRN")), row("r='2' hidden='1'", text("A2", "López"), text("B2", "00482913")), row("r='3'", text("A3", "Kim"), text("B3", "00482914")));
  const bytes = workbook([rows, `<cols><col min='2' max='2' hidden='1'/></cols>${rows}`, data(row("r='1'", text("A1", "very hidden")))], {}, ["visible", "visible", "veryHidden"]);
  expect(parts(bytes, "sheet")).toEqual(["Name\tMRN\nKim\t00482914", "Name\nKim"]);
  expect(parts(bytes, "sheet", true)).toEqual(["Name\tMRN\nLópez\t00482913", "Name\tMRN\nLópez\t00482913\nKim\t00482914", "very hidden"]);
});

test("what stands beside the cells", () => {
  const more = {
    "xl/comments1.xml": "<comments><authors><author>Ann Example</author></authors><commentList><comment ref='A1' authorId='0'><text><r><t>call </t></r><r><t>López</t></r></text></comment></commentList></comments>",
    "xl/persons/person.xml": "<personList><person displayName='Ben Example' id='p1'/></personList>",
    "xl/threadedComments/threadedComment1.xml": "<ThreadedComments><threadedComment ref='A1' personId='p1'><text>done</text></threadedComment></ThreadedComments>",
    "xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords><r><s v='Okonkwo'/><n v='12'/></r></pivotCacheRecords>",
    "xl/drawings/drawing1.xml": "<wsDr><sp><txBody><p><r><t>in a box</t></r></p></txBody></sp></wsDr>",
  };
  const sheet = `${data(row("r='1'", "<c r='A1'><f>\"Dear Mrs. \"&amp;B1</f><v>1</v></c>"))}<dataValidations><dataValidation promptTitle='MRN' prompt='eight digits'/></dataValidations><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Ward 4&amp;RPage &amp;P</oddHeader></headerFooter>`;
  const bytes = workbook([sheet], more, [], "<definedNames><definedName name='who'>\"Maria López\"</definedName></definedNames>");
  expect(parts(bytes, "comment")).toEqual(["Ann Example: call López\nBen Example: done"]);
  expect(parts(bytes, "header")[0]).toMatch(/Ward 4\s+Page/);
  expect(parts(bytes, "note")[0]).toBe("MRN\neight digits\nDear Mrs. ");
  expect(parts(bytes, "names")[0]).toBe("who: Maria López");
  expect(parts(bytes, "table", true)[0]).toContain("Okonkwo");
  expect(parts(bytes, "text")[0]).toContain("in a box");
});

test("a roster in a hidden sheet is found, counted and named as hidden", () => {
  const rows = Array.from({ length: 12 }, (_, n) => row(`r='${n + 3}'`, text(`B${n + 3}`, `${["Maribel", "Terrence", "Aisha", "Rosa"][n % 4] ?? ""} ${["Tuttle", "Okonkwo", "Haddad"][n % 3] ?? ""}`), number(`C${n + 3}`, 20_000 + n * 97, 1), text(`D${n + 3}`, `0048${2900 + n * 7}`)));
  const bytes = workbook([data(row("r='1'", text("A1", "Rota of the ward"))), data(row("r='1'", text("B1", "List of the week")), row("r='2'", text("B2", "Patient Name"), text("C2", "DOB"), text("D2", "MRN")), ...rows)], { "xl/styles.xml": styles([0], [14]) }, ["visible", "hidden"]);
  const people = { recipients: [] };
  const assessed = assess({ subject: "Rota of the ward", body: { format: "text", content: "See attached." }, recipients: [], attachments: [assessAttachment(read(bytes), people)] });
  expect(assessed).toMatchObject({ phi: true, patients: 12 });
  expect(assessed.findings.filter(({ phi }) => phi).every(({ evidence }) => evidence.some((one) => one.kind === "structure" && one.name === "hidden content"))).toBe(true);
});

describe("hostile workbooks", () => {
  test("two hundred thousand empty cells and a row of a far column end soon", () => {
    const bytes = workbook([data(row("r='1'", text("XFD1", "far")), ...Array.from({ length: 200 }, (_, r) => row(`r='${r + 2}'`, Array.from({ length: 1000 }, (__, c) => `<c r="${String.fromCharCode(65 + (c % 26))}${r * c}" s="${c % 7}"/>`).join(""))))]);
    expect(read(bytes).status).toBe("scanned");
    expect(parts(bytes, "sheet")[0]?.trim()).toBe("far");
  });

  test("one long text told a hundred thousand times stops at the limit and keeps what was read", () => {
    const bytes = workbook([data(...Array.from({ length: 100_000 }, (_, r) => row(`r='${r}'`, `<c r='A${r}' t='s'><v>0</v></c>`)))], { "xl/sharedStrings.xml": `<sst><si><t>${"López ".repeat(2000)}</t></si></sst>` });
    const { status, reason, parts: kept } = read(bytes);
    expect({ status, reason }).toEqual({ status: "partial", reason: "too-large" });
    expect(kept[0]?.content.startsWith("López")).toBe(true);
  });

  test("sheets that the workbook does not name are read as hidden; a sheet that is not there is said", () => {
    const bytes = workbook([data(row("r='1'", text("A1", "named")))], { "xl/worksheets/other.xml": `<worksheet>${data(row("r='1'", text("A1", "unnamed")))}</worksheet>` });
    expect(parts(bytes, "sheet", true)).toEqual(["unnamed"]);
    const gone = zipFile({ "[Content_Types].xml": TYPES, "_rels/.rels": "<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>", "xl/workbook.xml": "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>" });
    expect(read(gone)).toMatchObject({ status: "unread", reason: "damaged" });
  });

  test("cut anywhere, it is never called read", () => {
    const bytes = workbook([data(row("r='1'", text("A1", "López 00482913")))]);
    for (let length = 4; length < bytes.length - 1; length += 7) expect(read(bytes.slice(0, length)).status).not.toBe("scanned");
  });
});
