/** XML (SVG and what has no reader of its own): the text between tags, attribute values and comments, one a line. */
import type { Format, Head } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Values of attributes in one tag. Namespaces, schemas and object identifiers (`root`) are no content. */
function attributes(tag: string): readonly string[] {
  const values: string[] = [];
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]{1,100})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g)) {
    const value = decodeEntities(double ?? single ?? "").trim();
    if (value !== "" && !/^xmlns\b|^xsi:|^templateId$|^root$/i.test(name ?? "")) values.push(`${name}: ${value}`);
  }
  return values;
}

/** End of a tag: the `>` outside quotes. Linear: each position is looked at once. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 34 || unit === 39) quote = unit;
    else if (unit === 62) return at;
  }
  return -1;
}

interface Step {
  readonly end: number;
  readonly lines: readonly string[];
}

/** What stands between fixed marks, such as a comment: its inside is text too. */
function enclosed(xml: string, from: number, close: string): Step | undefined {
  const end = xml.indexOf(close, from);
  return end === -1 ? undefined : { end: end + close.length, lines: [xml.slice(from, end).trim()] };
}

function markup(xml: string, open: number): Step | undefined {
  if (xml.startsWith("<!--", open)) return enclosed(xml, open + 4, "-->");
  if (xml.startsWith("<![CDATA[", open)) return enclosed(xml, open + 9, "]]>");
  const end = tagEnd(xml, open + 1);
  if (end === -1) return undefined;
  const tag = xml.slice(open + 1, end);
  if (tag.startsWith("/") || /^\?xml\b/.test(tag)) return { end: end + 1, lines: [] };
  // Entities of a document type can hold text, and so can instructions.
  return { end: end + 1, lines: /^[!?]/.test(tag) ? [tag] : attributes(tag) };
}

/** Text and attribute values in reading order. Broken markup: the rest is kept as it stands, so that nothing is lost. */
export function linesOfXml(text: string): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const run = decodeEntities(text.slice(at, open === -1 ? text.length : open)).trim();
    if (run !== "") lines.push(run);
    if (open === -1) break;
    const step = markup(text, open);
    if (step === undefined) {
      lines.push(text.slice(open));
      break;
    }
    lines.push(...step.lines.filter((line) => line !== ""));
    at = step.end;
  }
  return lines;
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text !== undefined) out.text(linesOfXml(text).join("\n"));
}

/** By its declaration, or by a name that promises it. */
export function isXml(head: Head): boolean {
  return /^<\?xml\b/i.test(head.start) || (head.hasEnding("xml", "xsd", "xsl", "svg", "cda", "ccd", "ccda", "fhir") && head.start.startsWith("<"));
}

export const XML: Format = {
  key: "xml", title: "XML", endings: ["xml", "xsd", "xsl", "svg"],
  told: isXml,
  read, reads: "text, attribute values, comments, entity declarations",
};
