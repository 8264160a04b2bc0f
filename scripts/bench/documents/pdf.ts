import { zlibSync } from "fflate";
import type { Content, DocumentWriter } from "./document.ts";
import { latin1 } from "./document.ts";

/** Characters of a line, and lines of a page, in 10 pt Helvetica on Letter paper. */
const LINE = 92;
const LINES = 58;
const LEADING = 12;
const COLUMN = 130;

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, "\\$&").replace(/[^\x20-\xff]/g, "?")})`;
}

function wrapped(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => line.match(new RegExp(`.{1,${LINE}}(?:\\s|$)|.{1,${LINE}}`, "g")) ?? [""]);
}

interface Line {
  readonly cells: readonly string[];
}

function linesOf({ title, paragraphs, table, header }: Content): readonly Line[] {
  const plain = (text: string): readonly Line[] => wrapped(text).map((line) => ({ cells: [line] }));
  return [...(header === undefined ? [] : plain(header)), ...plain(title), ...paragraphs.flatMap((text) => [...plain(text), { cells: [""] }]), ...(table ?? []).map((cells) => ({ cells }))];
}

/** Cells of a table stand at their own places, as word processors print them. */
function pageStream(lines: readonly Line[]): Uint8Array {
  const shown = lines.flatMap(({ cells }, row) => cells.map((cell, column) => `1 0 0 1 ${54 + column * COLUMN} ${740 - row * LEADING} Tm ${literal(cell)} Tj`));
  return zlibSync(latin1(`BT /F1 10 Tf ${shown.join("\n")} ET`), { level: 6 });
}

/** Objects by number; a stream is given with its dictionary's inside. */
class Objects {
  private readonly bodies: string[] = [];

  add(body: string): number {
    this.bodies.push(body);
    return this.bodies.length;
  }

  stream(dictionary: string, bytes: Uint8Array): number {
    return this.add(`<<${dictionary} /Length ${bytes.length}>>\nstream\n${Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")}\nendstream`);
  }

  set(number: number, body: string): void {
    this.bodies[number - 1] = body;
  }

  file(root: number, info: number): Uint8Array {
    let text = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    const offsets = this.bodies.map((body, index) => {
      const at = text.length;
      text += `${index + 1} 0 obj\n${body}\nendobj\n`;
      return at;
    });
    const start = text.length;
    text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
    return latin1(`${text}trailer\n<</Size ${offsets.length + 1} /Root ${root} 0 R /Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  }
}

/** At least one page; texts longer than a page go on on the next. */
export function writePdf(content: Content): Uint8Array {
  const { comment, form, metadata, inner, title } = content;
  const objects = new Objects();
  const pages = objects.add("");
  const font = objects.add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
  const widgets = (form ?? []).map(([label, value], index) => objects.add(`<</Type /Annot /Subtype /Widget /FT /Tx /T ${literal(label)} /V ${literal(value)} /Rect [54 ${100 + 20 * index} 300 ${116 + 20 * index}]>>`));
  const note = comment === undefined ? [] : [objects.add(`<</Type /Annot /Subtype /Text /T ${literal(comment.author)} /Contents ${literal(comment.text)} /Rect [500 700 520 720]>>`)];
  const annotations = [...widgets, ...note].map((number) => `${number} 0 R`).join(" ");
  const lines = linesOf(content);
  const kids: number[] = [];
  for (let at = 0; at === 0 || at < lines.length; at += LINES) {
    const stream = objects.stream("/Filter /FlateDecode", pageStream(lines.slice(at, at + LINES)));
    kids.push(objects.add(`<</Type /Page /Parent ${pages} 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 ${font} 0 R>>>> /Contents ${stream} 0 R${at === 0 && annotations !== "" ? ` /Annots [${annotations}]` : ""}>>`));
  }
  objects.set(pages, `<</Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count ${kids.length}>>`);
  let names = "";
  if (inner !== undefined) {
    const file = objects.stream("/Type /EmbeddedFile", inner.bytes);
    const spec = objects.add(`<</Type /Filespec /F ${literal(inner.name)} /UF ${literal(inner.name)} /EF <</F ${file} 0 R>>>>`);
    names = ` /Names <</EmbeddedFiles <</Names [${literal(inner.name)} ${spec} 0 R]>>>>`;
  }
  const fields = widgets.length === 0 ? "" : ` /AcroForm <</Fields [${widgets.map((number) => `${number} 0 R`).join(" ")}]>>`;
  const root = objects.add(`<</Type /Catalog /Pages ${pages} 0 R${fields}${names}>>`);
  const info = objects.add(`<</Title ${literal(title)} /Subject ${literal(metadata ?? "")}>>`);
  return objects.file(root, info);
}

export const PDF: DocumentWriter = { format: "pdf", ending: "pdf", spots: ["body", "table", "header", "form", "comment", "metadata", "inner"], write: writePdf };
