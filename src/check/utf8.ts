/** Half a surrogate pair becomes U+FFFD, as the standard encoder has it. */
function pointOf(char: string): number {
  const point = char.codePointAt(0) ?? 0xfffd;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

const LEADS = [0, 0xc0, 0xe0, 0xf0] as const;

/** UTF-8 without a text encoder, which classic Outlook lacks. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const char of text) {
    const point = pointOf(char);
    const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[at] = LEADS[following] | (point >> (6 * following));
    at += 1;
    for (let left = following - 1; left >= 0; left -= 1) {
      bytes[at] = 0x80 | ((point >> (6 * left)) & 0x3f);
      at += 1;
    }
  }
  return bytes.subarray(0, at);
}
