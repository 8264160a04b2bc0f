import { startsAt } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import { zipDirectory } from "../../zip.ts";

const ZIP: Format = {
  key: "zip", title: "Zip archive", endings: ["zip"],
  told: ({ bytes }) => startsAt(bytes, 0, "PK\x03\x04") || startsAt(bytes, 0, "PK\x05\x06") || startsAt(bytes, 0, "PK\x07\x08"),
  read: ({ bytes }, out) => out.unread(zipDirectory(bytes, out.budget).entries.some(({ encrypted }) => encrypted) ? "encrypted" : "unsupported"), reads: "nothing yet",
};

export const OFFICE_FORMATS: readonly Format[] = [ZIP];
