/** A PDF: everything it shows and holds, in the order of what matters most. */
import type { Sink, SourceFile } from "../../sink.ts";
import { readAnnotations } from "./annotations.ts";
import { readEmbeddedFiles } from "./embedded-files.ts";
import { readFields } from "./fields.ts";
import { PdfFile } from "./file.ts";
import { isDict, Ref } from "./objects.ts";
import type { Dict } from "./objects.ts";
import { pagesOf, readPages } from "./pages.ts";
import { readProperties } from "./properties.ts";

/** By the trailer; where that is lost, the last object that says so. */
function catalogOf(file: PdfFile): Dict | undefined {
  const root = file.dict(file.trailer.get("Root"));
  if (root !== undefined) return root;
  file.damaged = true;
  let found: Dict | undefined;
  for (const number of file.numbers) {
    const dict = file.resolve(new Ref(number));
    if (isDict(dict) && file.name(dict.get("Type")) === "Catalog") found = dict;
  }
  return found;
}

/** @throws LimitReached */
export function readPdf({ bytes }: SourceFile, out: Sink): void {
  const file = new PdfFile(bytes, out.budget);
  if (file.locked) return out.unread("encrypted");
  try {
    const catalog = catalogOf(file);
    const pages = pagesOf(catalog, file);
    readProperties(catalog, file, out);
    if (catalog !== undefined) readFields(catalog, file, out);
    readPages(pages, file, out);
    readAnnotations(pages, file, out);
    readEmbeddedFiles(file, out);
  } finally {
    if (file.damaged) out.missed("damaged");
    if (file.tooLong) out.missed("too-large");
  }
}
