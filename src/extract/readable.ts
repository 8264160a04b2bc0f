/** Bytes of a text format to text, with what in them is none said to the sink. */
import { decodeText } from "./charset.ts";
import { binaryShare, hasEmbeddedFile } from "./content.ts";
import type { Sink, SourceFile } from "./sink.ts";

const MOSTLY = 0.5;

/** The file's text. `undefined` where it has none; then the sink knows why. `readsFiles`: the caller itself reads files folded into the text. */
export function readable({ bytes, contentType }: SourceFile, out: Sink, readsFiles = false): string | undefined {
  const decoded = decodeText(bytes, contentType);
  if (decoded === undefined) {
    out.unread("text-unmapped");
    return undefined;
  }
  out.budget.step(bytes.length >> 6);
  const binary = binaryShare(decoded.text);
  if (binary > MOSTLY) {
    out.unread("unsupported");
    return undefined;
  }
  if (binary > 0 || (!readsFiles && hasEmbeddedFile(decoded.text))) out.missed("unsupported");
  if (!decoded.sure) out.missed("text-unmapped");
  return decoded.text;
}
