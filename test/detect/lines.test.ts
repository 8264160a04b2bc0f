import type { Body } from "../../src/contract/index.ts";
import { lineFinder } from "../../src/detect/lines.ts";

const line = (format: Body["format"], content: string, mark: string): number => lineFinder({ format, content })(content.indexOf(mark));

describe("lineFinder", () => {
  const cases: readonly (readonly [string, Body["format"], string, number])[] = [
    ["the first character", "text", "X", 1],
    ["the end of the first line", "text", "abc X\nd", 1],
    ["the start of the second line", "text", "abc\nX", 2],
    ["an empty line counts", "text", "abc\n\nX", 3],
    ["invisible characters before it", "text", "a\u200bb\n\u200bX", 2],
    ["source line breaks are none in HTML", "html", "<p>\n\n\nabc\n X</p>", 1],
    ["a break element", "html", "<p>abc<br>X</p>", 2],
    ["two paragraphs", "html", "<p>abc</p><p>def &amp; X</p>", 2],
    ["a style sheet is not read", "html", "<style>p {\n}\n</style><div>X</div>", 1],
    ["a row of a table", "html", "<table><tr><td>a</td></tr><tr><td>b</td><td>X</td></tr></table>", 2],
  ];
  test.each(cases)("%s", (_, format, content, expected) => {
    expect(line(format, content, "X")).toBe(expected);
  });

  test("an offset past the end is on the last line", () => {
    expect(lineFinder({ format: "html", content: "<p>a</p><p>b</p>" })(99)).toBe(2);
    expect(lineFinder({ format: "text", content: "a\nb" })(99)).toBe(2);
    expect(lineFinder({ format: "html", content: "" })(0)).toBe(1);
  });
});
