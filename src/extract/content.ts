/** Looks for what a text reader would miss: binary stretches, and whole files folded into the text. */

/** Text files hold hardly any; compressed data is one tenth control characters. */
const FOREIGN_SHARE = 0.05;
const WINDOW = 4096;
/** A run this long holds a small file; tokens, keys and digests are shorter. */
const LONGEST_RUN = 1000;
/** Line-wrapped base64 has long lines; a list of words has short ones. */
const SHORTEST_LINE = 40;

/** Tab, line feed, vertical tab, form feed, carriage return; the separators of HL7 (MLLP) and NCPDP; escape; end-of-file of DOS. */
const ALLOWED_CONTROLS = new Set([9, 10, 11, 12, 13, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e]);

/** What text does not hold: control characters, and what random bytes give when they are read as UTF-16. */
function isForeign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x7f) return unit < 32 && !ALLOWED_CONTROLS.has(unit);
  if (unit < 0xd800) return unit < 0xa0;
  if (unit < 0xdc00) return (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00;
  if (unit < 0xe000) return at === 0 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800;
  return unit < 0xf900 || unit >= 0xfffe;
}

/** Share of the text, 0 to 1, that lies in stretches which are not text. */
export function binaryShare(text: string): number {
  let binary = 0;
  for (let start = 0; start < text.length; start += WINDOW) {
    const end = Math.min(start + WINDOW, text.length);
    let foreign = 0;
    for (let at = start; at < end; at++) if (isForeign(text, at)) foreign += 1;
    if (foreign > (end - start) * FOREIGN_SHARE) binary += end - start;
  }
  return text.length === 0 ? 0 : binary / text.length;
}

function isBase64(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 47 && unit <= 57) || unit === 43 || unit === 61;
}

/** True where a run of base64 stands in the text that is long enough to be a picture or a document. */
export function hasEmbeddedFile(text: string): boolean {
  let run = 0;
  let line = 0;
  let wrapped = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBase64(unit)) {
      run += 1;
      line += 1;
      wrapped = false;
      if (run > LONGEST_RUN) return true;
    } else if (unit === 10) {
      wrapped = line >= SHORTEST_LINE;
      if (!wrapped) run = 0;
      line = 0;
    } else if (unit !== 13 && !(wrapped && (unit === 32 || unit === 9))) {
      run = 0;
      line = 0;
    }
  }
  return false;
}
