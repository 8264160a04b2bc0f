import { indexOfBytes } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import { readPdf } from "./read.ts";

/** Readers take a PDF whose head stands anywhere in the first kilobyte. */
const PDF: Format = {
  key: "pdf", title: "PDF", endings: ["pdf"], told: ({ bytes }) => indexOfBytes(bytes, "%PDF-", 0, 1029) !== -1,
  read: readPdf, reads: "text of all pages in reading order, form fields, notes, attached files, properties, outline titles; also where it opens without a password", leaves: "pages that are pictures, fonts without a map to letters, files under a password (all three are said)",
};

export const PDF_FORMATS: readonly Format[] = [PDF];
