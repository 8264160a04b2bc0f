/** Text in a Windows code page. */
import { decodeText } from "../../charset.ts";

/** `undefined`: some letters cannot be told, since the page is of two bytes a letter or unknown. */
export function pageText(bytes: Uint8Array, codePage: number): string | undefined {
  const decoded = decodeText(bytes, `text/plain; charset=${codePage === 65001 ? "utf-8" : `windows-${codePage}`}`);
  return decoded?.sure === true ? decoded.text : undefined;
}
