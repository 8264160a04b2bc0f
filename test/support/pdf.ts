/** Writes small PDFs for tests, object by object. */
import { deflateSync } from "node:zlib";

export type PdfEntries = Readonly<Record<string, string>>;

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A PDF string with what needs escaping escaped. */
export const pdfString = (text: string): string => `(${text.replace(/[\\()]/g, "\\$&")})`;
/** A PDF string in UTF-16. */
export const pdfUnicode = (text: string): string => `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("")}>`;

/** Lines from the top of a page, in the font `F1` of 12 points. */
export const textLines = (...lines: readonly string[]): string => `BT /F1 12 Tf 72 720 Td 14 TL ${lines.map((line) => `${pdfString(line)} Tj T*`).join(" ")} ET`;

export interface PdfStream {
  readonly dict: string;
  readonly data: string | Uint8Array;
}

/** Numbers are given from 1 on, in the order of adding. */
export class PdfWriter {
  private readonly objects: (string | PdfStream)[] = [];
  /** Entries of the trailer beside Root and Size. */
  trailer = "";
  /** Changes an object's bytes before they are written: encryption. */
  seal: (bytes: Uint8Array, number: number) => Uint8Array = (bytes) => bytes;

  get next(): number {
    return this.objects.length + 1;
  }

  add(object: string | PdfStream): string {
    this.objects.push(object);
    return `${this.objects.length} 0 R`;
  }

  stream(data: string | Uint8Array, dict = ""): string {
    return this.add({ dict, data });
  }

  packed(data: string | Uint8Array, dict = ""): string {
    return this.add({ dict: `/Filter /FlateDecode ${dict}`, data: deflateSync(typeof data === "string" ? latin(data) : data) });
  }

  /** Puts `objects` into an object stream; their numbers start at `first`. */
  objectStream(first: number, objects: readonly string[]): string {
    const offsets: number[] = [];
    let body = "";
    for (const object of objects) {
      offsets.push(body.length);
      body += `${object} `;
    }
    const head = `${offsets.map((offset, at) => `${first + at} ${offset}`).join(" ")} `;
    return this.packed(head + body, `/Type /ObjStm /N ${objects.length} /First ${head.length}`);
  }

  bytes(root: string): Uint8Array {
    const pieces: Uint8Array[] = [latin("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")];
    const offsets: number[] = [];
    let length = pieces[0]!.length;
    const put = (piece: Uint8Array): void => {
      pieces.push(piece);
      length += piece.length;
    };
    this.objects.forEach((object, at) => {
      offsets.push(length);
      put(latin(`${at + 1} 0 obj\n`));
      if (typeof object === "string") put(latin(object));
      else {
        const data = this.seal(typeof object.data === "string" ? latin(object.data) : object.data, at + 1);
        put(latin(`<< ${object.dict} /Length ${data.length} >>\nstream\n`));
        put(data);
        put(latin("\nendstream"));
      }
      put(latin("\nendobj\n"));
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    put(latin(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root ${root} ${this.trailer} >>\nstartxref\n${length}\n%%EOF\n`));
    return new Uint8Array(Buffer.concat(pieces));
  }
}

export interface SimplePdf {
  /** Content streams, one a page. */
  readonly pages: readonly string[];
  /** The font `F1`; Helvetica where it is left out. */
  readonly font?: (pdf: PdfWriter) => string;
  /** Further resources, entries of the page and of the catalog. */
  readonly resources?: (pdf: PdfWriter) => string;
  readonly page?: (pdf: PdfWriter) => string;
  readonly catalog?: (pdf: PdfWriter) => string;
  readonly trailer?: (pdf: PdfWriter) => string;
}

/** A whole PDF of text pages. */
export function simplePdf({ pages, font, resources, page, catalog, trailer }: SimplePdf): Uint8Array {
  const pdf = new PdfWriter();
  const f1 = font?.(pdf) ?? pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const shared = resources?.(pdf) ?? "";
  const own = page?.(pdf) ?? "";
  const contents = pages.map((content) => pdf.packed(content));
  const tree = pdf.next + pages.length;
  const kids = contents.map((content) => pdf.add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 ${f1} >> ${shared} >> /Contents ${content} ${own} >>`));
  pdf.add(`<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`);
  const more = catalog?.(pdf) ?? "";
  pdf.trailer = trailer?.(pdf) ?? "";
  return pdf.bytes(pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R ${more} >>`));
}

/** In a predefined encoding for Japanese, whose Latin letters only its own table tells: our reader has none, pdf.js does. */
export function japanesePdf(...lines: readonly string[]): Uint8Array {
  const hex = (text: string): string => `<${Buffer.from(text, "latin1").toString("hex")}>`;
  return simplePdf({
    pages: [`BT /F1 12 Tf 72 720 Td 14 TL ${lines.map((line) => `${hex(line)} Tj T*`).join(" ")} ET`],
    font(pdf) {
      const descriptor = pdf.add("<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
      const letters = pdf.add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor ${descriptor} /DW 1000 /W [1 230 500 231 632 500] >>`);
      return pdf.add(`<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light-90ms-RKSJ-H /Encoding /90ms-RKSJ-H /DescendantFonts [${letters}] >>`);
    },
  });
}

/** A head, and nothing behind it that any reader can open. */
export const ruinedPdf = (): Uint8Array => latin(`%PDF-1.7\n${"1 0 obj << /Type /Nothing >> stream lost ".repeat(20)}`);
