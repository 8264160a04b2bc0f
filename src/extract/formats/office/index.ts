import type { Format } from "../../format.ts";
import { GZIP, TAR } from "./archives.ts";
import { DOCX } from "./docx.ts";
import { PPTX } from "./pptx.ts";
import { IWORK, ZIP } from "./zip.ts";

function notYet(key: string, title: string, ...endings: readonly string[]): Format {
  return { key, title, endings, read: (_file, out) => out.unread("unsupported"), reads: "nothing yet" };
}

export const OFFICE_FORMATS: readonly Format[] = [
  ZIP, GZIP, TAR, IWORK,
  DOCX, PPTX, notYet("odt", "OpenDocument text", "odt", "ott"),
  notYet("ods", "OpenDocument spreadsheet", "ods", "ots"), notYet("odp", "OpenDocument presentation", "odp", "otp"), notYet("opc", "Visio or XPS document", "vsdx", "xps", "oxps"),
];
