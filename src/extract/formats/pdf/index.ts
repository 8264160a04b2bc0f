import { indexOfBytes } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import { readPdf } from "./read.ts";

/** Readers take a PDF whose head stands anywhere in the first kilobyte. */
const PDF: Format = {
  key: "pdf", endings: ["pdf"], told: ({ bytes }) => indexOfBytes(bytes, "%PDF-", 0, 1029) !== -1,
  read: readPdf,
};

export const PDF_FORMATS: readonly Format[] = [PDF];
