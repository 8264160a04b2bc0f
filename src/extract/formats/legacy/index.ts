import { indexOfBytes, startsAt } from "../../bytes.ts";
import type { Format } from "../../format.ts";

/** Directory entries are named in UTF-16. */
const ENCRYPTED_STREAM = Array.from("EncryptedPackage").join("\0");

/** A stream `EncryptedPackage` holds a whole Office document under a password or rights management (MS-OFFCRYPTO 2.3). */
const COMPOUND: Format = {
  key: "compound", title: "Compound file", endings: [], told: ({ bytes }) => startsAt(bytes, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
  read: ({ bytes }, out) => out.unread(indexOfBytes(bytes, ENCRYPTED_STREAM) === -1 ? "unsupported" : "encrypted"), reads: "nothing yet",
};

/** RTF, PostScript and uuencode write their text in codes: read as it stands it would be a false "clean". */
const CODED: Format = {
  key: "coded", title: "Coded text", endings: ["rtf", "ps", "uu"], told: (head) => /^(?:\{\\rtf|%!PS|begin(?:-base64)? [0-7]{3,4} )/.test(head.start),
  read: (_file, out) => out.unread("unsupported"), reads: "nothing yet",
};

export const LEGACY_FORMATS: readonly Format[] = [COMPOUND, CODED];
