/** Zip files and Office packages for made documents. The same content gives the same bytes. */
import { zipSync } from "fflate";
import { utf8 } from "./document.ts";

/** 1 January 2026; without it the clock would stand in the file. */
const MADE = new Date(2026, 0, 1);

/** Texts are written as UTF-8. */
export function zip(members: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.fromEntries(Object.entries(members).map(([name, content]) => [name, typeof content === "string" ? utf8(content) : content]));
  return zipSync(bytes, { level: 6, mtime: MADE });
}

const HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";

export function part(markup: string): string {
  return HEAD + markup;
}

/** A relationships part: type (last word of its URL) and target, numbered rId1, rId2 … */
export function relationships(entries: readonly (readonly [type: string, target: string])[]): string {
  const list = entries.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type.includes("/") ? type : `${OFFICE}/relationships/${type}`}" Target="${target}"/>`);
  return part(`<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`);
}

export function contentTypes(main: readonly (readonly [name: string, type: string])[]): string {
  const overrides = main.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join("");
  return part(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Default Extension="xml" ContentType="application/xml"/><Default Extension="zip" ContentType="application/zip"/>${overrides}</Types>`);
}

/** docProps/core.xml: what a person can write into a document's properties. */
export function coreProperties(title: string, description: string): string {
  return part(`<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title>`
    + `<dc:description>${description}</dc:description></cp:coreProperties>`);
}

export const PACKAGE_RELATIONSHIPS = (main: string): string =>
  relationships([["officeDocument", main], [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]]);
