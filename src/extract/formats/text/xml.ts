/** XML (SVG and what has no reader of its own): the text between tags, attribute values, comments and declarations, one a line. */
import type { Budget } from "../../budget.ts";
import type { Format, Head } from "../../format.ts";
import { Lines } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { scanXml } from "../../xml.ts";

/** Object identifiers of HL7, which name kinds of numbers and no person. */
const NO_CONTENT = new Set(["root", "templateId"]);

interface XmlLines {
  readonly lines: Lines;
  /** Every element is closed. */
  readonly whole: boolean;
}

/** Text and attribute values in reading order. Broken markup: the rest is kept as it stands, so that nothing is lost. @throws LimitReached */
export function linesOfXml(text: string, budget: Budget): XmlLines {
  const lines = new Lines(budget);
  let open = 0;
  const keep = (line: string): void => {
    const trimmed = line.trim();
    if (trimmed !== "") lines.add(trimmed);
  };
  const wellFormed = scanXml(text, {
    open(tag) {
      open += 1;
      for (const [name, value] of tag.attributes()) if (value.trim() !== "" && !NO_CONTENT.has(name)) keep(`${name}: ${value}`);
    },
    close: () => { open -= 1; },
    text: keep,
    comment: keep,
    // Entities of a document type can hold text, and so can instructions.
    declaration: (declared) => { if (!declared.startsWith("xml ")) keep(declared); },
  }, budget);
  return { lines, whole: wellFormed && open <= 0 };
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const { lines, whole } = linesOfXml(text, out.budget);
  if (!whole) out.missed("damaged");
  if (lines.overflowed) out.missed("too-large");
  out.text(lines.toString());
}

/** By its declaration, or by a name that promises it. */
export function isXml(head: Head): boolean {
  return /^<\?xml\b/i.test(head.start) || (head.hasEnding("xml", "xsd", "xsl", "svg", "cda", "ccd", "ccda", "fhir") && head.start.startsWith("<"));
}

export const XML: Format = {
  key: "xml", endings: ["xml", "xsd", "xsl", "svg"], told: isXml, read,
};
