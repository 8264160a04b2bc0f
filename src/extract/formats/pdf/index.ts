import { indexOfBytes } from "../../bytes.ts";
import type { Format } from "../../format.ts";

/** Readers take a PDF whose head stands anywhere in the first kilobyte. */
const PDF: Format = {
  key: "pdf", title: "PDF", endings: ["pdf"], told: ({ bytes }) => indexOfBytes(bytes, "%PDF-", 0, 1029) !== -1,
  read: ({ bytes }, out) => out.unread(indexOfBytes(bytes, "/Encrypt") === -1 ? "unsupported" : "encrypted"), reads: "nothing yet",
};

export const PDF_FORMATS: readonly Format[] = [PDF];
