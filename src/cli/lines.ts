/** A stream of bytes cut into lines, never holding more than one line. */

export type Line =
  | { readonly kind: "text"; readonly text: string }
  /** `head`: how it begins, to find its id. */
  | { readonly kind: "too-long"; readonly head: string };

const LINE_FEED = 10;
const HEAD_BYTES = 4096;

function lineOf(chunks: readonly Uint8Array[], size: number, most: number): Line {
  const bytes = Buffer.concat(chunks);
  if (size > most) return { kind: "too-long", head: bytes.subarray(0, HEAD_BYTES).toString("utf8") };
  return { kind: "text", text: bytes.toString("utf8").replace(/\r$/, "") };
}

/** Lines of UTF-8; a byte order mark at the start is no part of the first. What goes past `most` bytes is let go unread. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let size = 0;
  let first = true;
  const keep = (bytes: Uint8Array): void => {
    if (size <= most) held.push(bytes);
    size += bytes.length;
    // Copied: a slice would hold the whole line in memory.
    if (size > most) held = [Buffer.from(Buffer.concat(held).subarray(0, HEAD_BYTES))];
  };
  const take = (): Line => {
    const line = lineOf(held, size, most);
    held = [];
    size = 0;
    const marked = first && line.kind === "text" && line.text.startsWith("\uFEFF");
    first = false;
    return marked ? { kind: "text", text: line.text.slice(1) } : line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
