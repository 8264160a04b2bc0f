/** Line numbers for people: a finding's offset counts the host's string, which for HTML has no lines that a reader would know. */
import type { Body, Section } from "../contract/index.ts";
import { readHtml } from "./html.ts";
import { scanText } from "./scan-text.ts";
import { sectionOf, splitSections, stretchAt } from "./sections.ts";
import { readPlain } from "./text.ts";
import type { OffsetMap } from "./text.ts";

/** Index of the first entry greater than `value` in an ascending list; `length` when there is none below it. */
function firstAbove(list: readonly number[], value: number, length = list.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the source's `offset` stands in the read text. What is never shown stands where the next shown character does. */
function readOffset(map: OffsetMap | undefined, offset: number, length: number): number {
  if (map === undefined) return offset;
  const { shown = map.at.length } = map;
  const segment = firstAbove(map.to, offset, shown);
  const at = map.at[segment];
  if (at === undefined || segment >= shown) return at ?? length;
  const inside = Math.max(0, offset - (map.from[segment] ?? 0));
  return Math.min(at + inside, (map.at[segment + 1] ?? length) - 1);
}

/** For one text: gives the line, from 1, that a reader sees at a source offset. Reads the text once for all offsets. */
export function lineFinder({ format, content }: Body): (offset: number) => number {
  const { text, map } = format === "html" ? readHtml(content) : readPlain(content);
  const breaks: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return (offset) => firstAbove(breaks, readOffset(map, offset, text.length) - 1) + 1;
}

/** For one text: gives the section in which a source offset stands, also one that is never shown, such as a picture's. */
export function sectionFinder({ format, content }: Body): (offset: number) => Section {
  const read = format === "html" ? readHtml(content) : readPlain(content);
  const stretches = splitSections(read, scanText(read.text), false);
  return (offset) => {
    const at = readOffset(read.map, offset, read.text.length);
    // A picture below the last line has no text after it: it belongs to the line before it.
    return sectionOf(stretchAt(stretches, Math.min(at, Math.max(0, read.text.trimEnd().length - 1))));
  };
}
