/** The readers as one plain script, for a context that has nothing but the language. */
import { attachmentText, extract } from "../../src/extract/index.ts";
import type { SourceFile } from "../../src/extract/index.ts";

/** The clock is the only thing that the host lends. */
(globalThis as { extractFile?: unknown }).extractFile = (file: SourceFile, now: () => number) => {
  const { status, reason, format, parts } = attachmentText(extract(file, { now }));
  return { status, reason, format, characters: parts.reduce((sum, { content }) => sum + content.length, 0), parts: parts.length };
};
