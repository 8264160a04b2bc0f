/** Letters by the tables of an embedded font, where the file itself gives no map to Unicode. */
import type { PdfFile } from "./file.ts";
import type { Dict } from "./objects.ts";

/** Gives the text of a code (simple fonts) or of a character identifier (composite fonts). `undefined`: the font tells nothing. */
export function embeddedTexts(_dict: Dict, _file: PdfFile): ((code: number) => string | undefined) | undefined {
  return undefined;
}
