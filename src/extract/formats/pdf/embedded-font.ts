/** Letters by the tables of an embedded font, where the file itself gives no map to Unicode. */
import { latin1, startsAt, u16be } from "../../bytes.ts";
import { readCff } from "./cff.ts";
import { textOfGlyph } from "./encodings.ts";
import type { PdfFile } from "./file.ts";
import { Stream } from "./objects.ts";
import type { Dict } from "./objects.ts";
import { readSfnt } from "./sfnt.ts";

/** Gives the text of a code (simple fonts) or of a character identifier (composite fonts). */
export type Letters = (code: number) => string | undefined;

/** A Type 1 program begins in plain PostScript; its encoding stands there. */
const TYPE1_HEAD = 32_768;

function type1(bytes: Uint8Array): Letters | undefined {
  const head = latin1(bytes, 0, TYPE1_HEAD);
  const texts = new Map<number, string | undefined>();
  for (const [, code, name] of head.matchAll(/dup\s{1,9}(\d{1,3})\s{0,9}\/([^\s/]{1,40})\s{1,9}put/g)) texts.set(Number(code), textOfGlyph(name as string));
  return texts.size === 0 ? undefined : (code) => texts.get(code);
}

function program(descriptor: Dict | undefined, key: string, file: PdfFile): Uint8Array | undefined {
  const stream = file.resolve(descriptor?.get(key));
  return stream instanceof Stream ? file.data(stream) : undefined;
}

/** `CIDToGIDMap` (Table 117): two bytes for each identifier. */
function glyphMap(font: Dict, file: PdfFile): (cid: number) => number {
  const map = file.resolve(font.get("CIDToGIDMap"));
  const bytes = map instanceof Stream ? file.data(map) : undefined;
  return bytes === undefined ? (cid) => cid : (cid) => u16be(bytes, cid * 2);
}

/** `undefined`: the font is not embedded, or tells nothing. @throws LimitReached */
export function embeddedLetters(font: Dict, file: PdfFile): Letters | undefined {
  const descriptor = file.dict(font.get("FontDescriptor"));
  const bytes = program(descriptor, "FontFile2", file) ?? program(descriptor, "FontFile3", file);
  if (bytes === undefined) {
    const old = program(descriptor, "FontFile", file);
    return old === undefined ? undefined : type1(old);
  }
  const isCff = bytes[0] === 1 && bytes[1] === 0 && !startsAt(bytes, 0, "\0\x01\0\0");
  if (isCff) return readCff(bytes, file.budget)?.ofCode;
  const sfnt = readSfnt(bytes, file.budget);
  if (sfnt === undefined) return undefined;
  if ((file.name(font.get("Subtype")) ?? "").startsWith("CIDFont")) {
    const glyphOf = glyphMap(font, file);
    return (cid) => sfnt.ofGlyph(glyphOf(cid));
  }
  return sfnt.ofCode;
}
