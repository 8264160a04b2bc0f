/** Text in a Windows code page. */
import { decodeSingleByte } from "../../code-pages.ts";
import { utf16, utf8 } from "../../unicode.ts";

const UTF_8 = 65001;
const UTF_16 = 1200;

/** `undefined`: the page is of two bytes a letter, or unknown. */
export function pageText(bytes: Uint8Array, codePage: number): string | undefined {
  if (codePage === UTF_8) return utf8(bytes).text;
  return codePage === UTF_16 ? utf16(bytes, true) : decodeSingleByte(bytes, codePage);
}
