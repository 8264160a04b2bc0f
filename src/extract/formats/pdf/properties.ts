/** What a PDF says of itself: the information dictionary (ISO 32000-1, 14.3.3), XMP (14.3.2), titles of its outline (12.3.3). */
import { decodeText } from "../../charset.ts";
import type { Sink } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { PdfFile } from "./file.ts";
import { Ref, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";

/** Programs, and dates of the file itself, tell of no patient. */
const NOISE = new Set(["Producer", "Creator", "CreationDate", "ModDate", "Trapped", "PTEX.Fullbanner", "SourceModified"]);
const XMP_NOISE = /^(?:producer|creatortool|.{0,40}date|.{0,40}id|format|trapped|part|conformance|version|.{0,40}uri|.{0,40}xpacket|schema|prefix|property|category|valuetype|action|when|softwareagent|changed|parameters|n|page.{0,40}|thumbnails|image|width|height)$/i;
const LONGEST = 5_000;
const MOST_TITLES = 20_000;
const DEEPEST = 50;

function infoLines(info: Dict | undefined, file: PdfFile): string[] {
  return [...(info ?? [])].filter(([key]) => !NOISE.has(key)).map(([key, value]) => [key, file.text(value)] as const)
    .filter(([, text]) => text.trim() !== "").map(([key, text]) => `${key}: ${text}`);
}

/** Texts of elements, and attributes in the short form of RDF. */
function xmpLines(bytes: Uint8Array, file: PdfFile): string[] {
  const lines: string[] = [];
  const path: string[] = [];
  const add = (name: string, text: string): void => {
    if (text.trim() !== "" && !XMP_NOISE.test(name) && lines.length < LONGEST) lines.push(`${name}: ${text.trim()}`);
  };
  scanXml(decodeText(bytes)?.text ?? "", {
    open: (tag) => {
      path.push(tag.name);
      if (tag.name === "Description") for (const [name, value] of tag.attributes()) if (name !== "about" && !/^(?:https?|uuid):/.test(value)) add(name, value);
    },
    close: () => { path.pop(); },
    // rdf:Alt, rdf:Bag, rdf:Seq and rdf:li hold the values of a property.
    text: (text) => add([...path.slice(-4)].reverse().find((name) => !/^(?:li|Alt|Bag|Seq)$/.test(name)) ?? "", text),
  }, file.budget);
  return lines;
}

function outlineTitles(catalog: Dict, file: PdfFile): string[] {
  const titles: string[] = [];
  const seen = new Set<number>();
  const walk = (first: PdfObject | undefined, depth: number): void => {
    for (let item = first; item instanceof Ref && !seen.has(item.number) && depth < DEEPEST && titles.length < MOST_TITLES; ) {
      file.budget.step();
      seen.add(item.number);
      const dict = file.dict(item);
      const title = file.text(dict?.get("Title"));
      if (title.trim() !== "") titles.push(title);
      walk(dict?.get("First"), depth + 1);
      item = dict?.get("Next");
    }
  };
  walk(file.dict(catalog.get("Outlines"))?.get("First"), 0);
  return titles;
}

/** @throws LimitReached */
export function readProperties(catalog: Dict | undefined, file: PdfFile, out: Sink): void {
  const info = infoLines(file.dict(file.trailer.get("Info")), file);
  const stream = file.resolve(catalog?.get("Metadata"));
  const bytes = stream instanceof Stream ? file.data(stream) : undefined;
  const values = new Set(info.map((line) => line.slice(line.indexOf(": ") + 2)));
  const xmp = bytes === undefined ? [] : xmpLines(bytes, file).filter((line) => !values.has(line.slice(line.indexOf(": ") + 2)));
  out.text([...new Set([...info, ...xmp])].join("\n"), { kind: "properties" });
  if (catalog !== undefined) out.text(outlineTitles(catalog, file).join("\n"), { kind: "names" });
}
