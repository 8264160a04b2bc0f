import type { Format } from "../../format.ts";
import { COMPOUND } from "./compound-file.ts";
import { DOC } from "./doc.ts";
import { PPT } from "./ppt.ts";
import { RTF } from "./rtf.ts";

/** PostScript and uuencode write their text in codes: read as it stands it would be a false "clean". */
const CODED: Format = {
  key: "coded", endings: ["ps", "uu"], told: (head) => /^(?:%!PS|begin(?:-base64)? [0-7]{3,4} )/.test(head.start),
  read: (_file, out) => out.unread("unsupported"),
};

export const LEGACY_FORMATS: readonly Format[] = [COMPOUND, DOC, PPT, RTF, CODED];
