/** Plain text, Markdown, logs: read as it stands. */
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text !== undefined) out.text(text);
}

/** Asked last: whatever no other format claims. */
export const PLAIN: Format = { key: "text", endings: ["txt", "text", "md", "markdown", "log", "ini", "yaml", "yml"], read };
