import type { Content, DocumentWriter } from "./document.ts";
import { xml } from "./document.ts";
import { contentTypes, coreProperties, OFFICE, PACKAGE_RELATIONSHIPS, part, relationships, zip } from "./zip.ts";

const MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

class Strings {
  private readonly at = new Map<string, number>();

  index(text: string): number {
    const known = this.at.get(text);
    if (known !== undefined) return known;
    this.at.set(text, this.at.size);
    return this.at.size - 1;
  }

  toString(): string {
    return part(`<sst ${MAIN}>${[...this.at.keys()].map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join("")}</sst>`);
  }
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function sheet(rows: readonly (readonly string[])[], strings: Strings, header?: string): string {
  const lines = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => `<c r="${column(c)}${r + 1}" t="s"><v>${strings.index(cell)}</v></c>`).join("")}</row>`);
  const head = header === undefined ? "" : `<headerFooter><oddHeader>&amp;L${xml(header)}</oddHeader></headerFooter>`;
  return part(`<worksheet ${MAIN}><sheetData>${lines.join("")}</sheetData>${head}</worksheet>`);
}

/** Rows and cells of a text parted by line feeds and tabs. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split("\n").map((line) => line.split("\t"));
}

function write({ title, paragraphs, table, hidden, header, comment, metadata }: Content): Uint8Array {
  const strings = new Strings();
  const shown = sheet([[title], ...paragraphs.map((text) => [text]), ...(table ?? [])], strings, header);
  const second = sheet(hidden === undefined ? [["Nothing here"]] : rowsOf(hidden), strings);
  const notes = comment === undefined ? undefined
    : part(`<comments ${MAIN}><authors><author>${xml(comment.author)}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${xml(comment.text)}</t></r></text></comment></commentList></comments>`);
  return zip({
    "[Content_Types].xml": contentTypes([["xl/workbook.xml", `${TYPE}.sheet.main+xml`], ["xl/worksheets/sheet1.xml", `${TYPE}.worksheet+xml`], ["xl/worksheets/sheet2.xml", `${TYPE}.worksheet+xml`], ["xl/sharedStrings.xml", `${TYPE}.sharedStrings+xml`], ...(notes === undefined ? [] : [["xl/comments1.xml", `${TYPE}.comments+xml`] as const])]),
    "_rels/.rels": PACKAGE_RELATIONSHIPS("xl/workbook.xml"),
    "xl/workbook.xml": part(`<workbook ${MAIN} xmlns:r="${OFFICE}/relationships"><sheets><sheet name="Overview" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" state="${hidden === undefined ? "visible" : "hidden"}" r:id="rId2"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": relationships([["worksheet", "worksheets/sheet1.xml"], ["worksheet", "worksheets/sheet2.xml"], ["sharedStrings", "sharedStrings.xml"]]),
    "xl/worksheets/sheet1.xml": shown, "xl/worksheets/sheet2.xml": second, "xl/sharedStrings.xml": strings.toString(),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(notes === undefined ? [] : [["comments", "../comments1.xml"]]),
    ...(notes === undefined ? {} : { "xl/comments1.xml": notes }),
    "docProps/core.xml": coreProperties(xml(title), xml(metadata ?? "")),
  });
}

export const XLSX: DocumentWriter = { format: "xlsx", ending: "xlsx", spots: ["table", "hidden", "comment", "header", "metadata", "body"], write };
