/** The Markdown subset of `errorMessageMarkdown`: bold, italic, lists, https links, backslash escapes. Pure. */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "bullets" | "numbers"; readonly items: readonly (readonly Inline[])[] };

const LINK = /^\[([^\]]{1,200})\]\((https:\/\/[^)\s]{1,400})\)/;
const MARKS = ["**", "__", "*", "_"] as const;
const BULLET = /^[-*] /;
const NUMBER = /^\d{1,3}\. /;

function marked(source: string): { readonly length: number; readonly node: Inline } | undefined {
  const mark = MARKS.find((one) => source.startsWith(one));
  if (mark === undefined) return undefined;
  const end = source.indexOf(mark, mark.length + 1);
  if (end < 0) return undefined;
  const children = inlineOf(source.slice(mark.length, end));
  return { length: end + mark.length, node: { kind: mark.length === 2 ? "strong" : "em", children } };
}

export function inlineOf(source: string): readonly Inline[] {
  const nodes: Inline[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") nodes.push({ kind: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const link = LINK.exec(rest);
    const span = marked(rest);
    if (rest.startsWith("\\") && rest.length > 1) {
      plain += rest.charAt(1);
      at += 2;
    } else if (link !== null) {
      flush();
      nodes.push({ kind: "link", text: link[1] ?? "", href: link[2] ?? "" });
      at += link[0].length;
    } else if (span !== undefined) {
      flush();
      nodes.push(span.node);
      at += span.length;
    } else {
      plain += rest.charAt(0);
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** Lines end with `\r`, `\n` or both; an empty line parts paragraphs. */
export function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", children: inlineOf(paragraph.join(" ")) });
    paragraph = [];
  };
  const item = (kind: "bullets" | "numbers", text: string): void => {
    flush();
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks[blocks.length - 1] = { kind, items: [...last.items, inlineOf(text)] };
    else blocks.push({ kind, items: [inlineOf(text)] });
  };
  for (const line of source.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (trimmed === "") flush();
    else if (BULLET.test(trimmed)) item("bullets", trimmed.replace(BULLET, ""));
    else if (NUMBER.test(trimmed)) item("numbers", trimmed.replace(NUMBER, ""));
    else paragraph.push(trimmed);
  }
  flush();
  return blocks;
}
