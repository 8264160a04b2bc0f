import type { Format } from "../../format.ts";
import { COMPOUND } from "./compound-file.ts";

/** RTF, PostScript and uuencode write their text in codes: read as it stands it would be a false "clean". */
const CODED: Format = {
  key: "coded", title: "Coded text", endings: ["rtf", "ps", "uu"], told: (head) => /^(?:\{\\rtf|%!PS|begin(?:-base64)? [0-7]{3,4} )/.test(head.start),
  read: (_file, out) => out.unread("unsupported"), reads: "nothing yet",
};

export const LEGACY_FORMATS: readonly Format[] = [COMPOUND, CODED];
