/** Ten files, 10 MB in all, as a busy clinician attaches them. Seeded. */
import { seeded } from "../random.ts";
import { largeDocument, largePdf, largeWorkbook, prose } from "./large.ts";
import { CSV, EML } from "./plain-formats.ts";
import { PPTX } from "./pptx.ts";
import { zip } from "./zip.ts";

export interface MixedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

function picture(random: () => number, bytes: number, head: readonly number[]): Uint8Array {
  const made = Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256));
  made.set(head);
  return made;
}

export function mixedFiles(seed: number): readonly MixedFile[] {
  const random = seeded(seed);
  const file = (name: string, contentType: string, bytes: Uint8Array): MixedFile => ({ name, contentType, bytes });
  const jpeg = [0xff, 0xd8, 0xff, 0xe0];
  const rows = Array.from({ length: 4000 }, (_, index) => [String(index + 1), prose(random, 25)]);
  const letter = EML.write({ title: "Report", paragraphs: [prose(random, 300)], inner: { name: "report.pdf", bytes: largePdf(seed + 1, 60) } });
  return [
    file("report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", largeDocument(seed, 0.2, 1.2)),
    file("extract.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", largeWorkbook(seed)),
    file("chart.pdf", "application/pdf", largePdf(seed, 200)),
    file("photo.jpg", "image/jpeg", picture(random, 2_000_000, jpeg)),
    file("screen.png", "image/png", picture(random, 900_000, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    file("rows.csv", "text/csv", CSV.write({ title: "Rows", paragraphs: [], table: [["No", "Text"], ...rows] })),
    file("letters.zip", "application/zip", zip({ "a.docx": largeDocument(seed + 2, 0.15, 0.6), "b.docx": largeDocument(seed + 3, 0.1, 0.4) })),
    file("forwarded.eml", "message/rfc822", letter),
    file("talk.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", PPTX.write({ title: "Talk", paragraphs: [prose(random, 2000)] })),
    file("fax.tif", "image/tiff", picture(random, 2_200_000, [0x49, 0x49, 0x2a, 0])),
  ];
}
