/** Text strings (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 by their mark, else PDFDocEncoding. */
import { bytesOfLatin1 } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";

/** PDFDocEncoding where it differs from Latin-1 (Annex D.2): 0x18 to 0x1F and 0x80 to 0xA0. */
const LOW = "˘ˇˆ˙˝˛˚˜";
const HIGH = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

export function textOfString(bytes: string): string {
  if (/^(?:\xFE\xFF|\xFF\xFE|\xEF\xBB\xBF)/.test(bytes)) {
    return decodeText(bytesOfLatin1(bytes))?.text ?? "";
  }
  let text = "";
  for (const char of bytes) {
    const code = char.charCodeAt(0);
    text += (code < 0x20 ? LOW[code - 0x18] : HIGH[code - 0x80]) ?? char;
  }
  return text;
}

/** UTF-16 BE code units, as maps to Unicode hold them. */
export function textOfUtf16(bytes: string): string {
  if (bytes.length === 1) return bytes;
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  return text;
}
