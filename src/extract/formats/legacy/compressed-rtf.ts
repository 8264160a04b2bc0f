/** Compressed RTF, the body of Outlook messages (MS-OXRTFCP). */
import type { Budget } from "../../budget.ts";
import { bytesOfLatin1, startsAt, u16be, u32le } from "../../bytes.ts";
import type { StreamBytes } from "./sectors.ts";

/** What both sides know beforehand (2.1.2.1). */
const DICTIONARY =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
  + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const HEADER_BYTES = 16;
const WINDOW = 4096;
/** A reference of two bytes gives at most 17. */
const MOST_RATIO = 9;

/** `whole` is false where the stream ends before its end mark. @throws LimitReached */
export function decompressRtf(packed: Uint8Array, budget: Budget): StreamBytes {
  const size = u32le(packed, 4);
  if (startsAt(packed, 8, "MELA")) {
    const bytes = packed.subarray(HEADER_BYTES, HEADER_BYTES + size);
    return { bytes, whole: bytes.length === size };
  }
  if (!startsAt(packed, 8, "LZFu")) return { bytes: packed.subarray(0, 0), whole: false };
  const window = new Uint8Array(WINDOW);
  window.set(bytesOfLatin1(DICTIONARY));
  let into = DICTIONARY.length;
  // The header's size is believed only as far as the packed bytes can give it.
  const bytes = new Uint8Array(Math.min(packed.length * MOST_RATIO, budget.limits.memberBytes));
  let filled = 0;
  const put = (byte: number): void => {
    if (filled < bytes.length) bytes[filled++] = byte;
    window[into] = byte;
    into = (into + 1) % WINDOW;
  };
  const outcome = (ended: boolean): StreamBytes => {
    budget.inflate(filled, filled, packed.length);
    return { bytes: bytes.subarray(0, filled), whole: ended && filled < bytes.length };
  };
  let at = HEADER_BYTES;
  while (at < packed.length) {
    budget.step();
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if (((flags >> bit) & 1) === 0) put(packed[at++] ?? 0);
      else {
        const reference = u16be(packed, at);
        at += 2;
        const from = reference >> 4;
        if (from === into) return outcome(true);
        for (let index = 0; index < (reference & 15) + 2; index++) put(window[(from + index) % WINDOW] ?? 0);
      }
    }
  }
  return outcome(false);
}
