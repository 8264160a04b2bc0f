import { attachmentText, extract } from "../../../src/extract/index.ts";
import { pdfString, simplePdf, textLines } from "../../support/pdf.ts";
import type { SimplePdf } from "../../support/pdf.ts";

const read = (bytes: Uint8Array) => attachmentText(extract({ name: "letter.pdf", bytes }));
const pagesOf = (bytes: Uint8Array) => read(bytes).parts.filter(({ place }) => place?.kind === "page").map(({ content }) => content);
const page = (content: string, more: Partial<SimplePdf> = {}) => pagesOf(simplePdf({ pages: [content], ...more }))[0];
/** Text at a place, in the font of 12 points. */
const at = (x: number, y: number, text: string) => `BT /F1 12 Tf ${x} ${y} Td ${pdfString(text)} Tj ET`;

describe("text of pages", () => {
  test("each page is a part with its number", () => {
    const { status, format, parts } = read(simplePdf({ pages: [textLines("Patient: Ana Roe", "MRN 00482913"), textLines("Seen on 03/04/2025")] }));
    expect({ status, format, parts }).toEqual({
      status: "scanned", format: "pdf",
      parts: [
        { format: "text", content: "Patient: Ana Roe\nMRN 00482913", place: { kind: "page", number: 1 } },
        { format: "text", content: "Seen on 03/04/2025", place: { kind: "page", number: 2 } },
      ],
    });
  });

  test("a number drawn in pieces is one, words parted by a gap are two", () => {
    expect(page("BT /F1 12 Tf 72 700 Td [(004) -20 (829) 15 (13) -300 (Roe)] TJ ET")).toBe("00482913 Roe");
  });

  test("a row of cells is parted by tabs, whatever the order of its columns", () => {
    const rows = [["Name", "DOB", "MRN"], ["Ana Roe", "03/04/1961", "00482913"], ["Jo Doe", "05/06/1972", "00482914"]];
    const cells = rows.flatMap((row, line) => row.map((text, column) => ({ text, line, column })));
    const drawn = (list: typeof cells) => page(list.map(({ text, line, column }) => at(72 + column * 150, 700 - line * 20, text)).join("\n"));
    const expected = rows.map((row) => row.join("\t")).join("\n");
    expect(drawn(cells)).toBe(expected);
    expect(drawn([...cells].sort((a, b) => a.column - b.column))).toBe(expected);
  });
});

test("a file cut anywhere is never said scanned", () => {
  const whole = simplePdf({ pages: [textLines("Patient: Ana Roe"), textLines("MRN 00482913")] });
  for (let length = 8; length < whole.length - 1; length += length < whole.length - 9 ? 7 : 1) expect(`${length} ${read(whole.subarray(0, length)).status}`).not.toBe(`${length} scanned`);
});
