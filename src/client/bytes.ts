/** Text codings that classic Outlook's engine lacks. Both are strict: a second spelling of the same bytes is refused. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((char, value) => [char, value]));

/** RFC 4648 section 5 without padding; undefined for any other character, an impossible length, or bits left over. */
export function base64urlToBytes(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = VALUES.get(char);
    if (value === undefined) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : undefined;
}

/** ASCII only: all that a JWS is made of. @throws RangeError on any other character, which would otherwise pass for its lower bits */
export function asciiToBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const unit = char.charCodeAt(0);
    if (unit > 0x7f) throw new RangeError("not ASCII");
    return unit;
  });
}

/** Lead byte -> bytes that follow, least code point allowed. */
function shapeOf(lead: number): readonly [following: number, least: number, bits: number] | undefined {
  if (lead < 0x80) return [0, 0, lead];
  if (lead >= 0xc2 && lead < 0xe0) return [1, 0x80, lead & 0x1f];
  if (lead >= 0xe0 && lead < 0xf0) return [2, 0x800, lead & 0x0f];
  if (lead >= 0xf0 && lead < 0xf5) return [3, 0x10000, lead & 0x07];
  return undefined;
}

function codePointAt(bytes: Uint8Array, at: number): readonly [point: number, next: number] | undefined {
  const shape = shapeOf(bytes[at] ?? 0xff);
  if (shape === undefined) return undefined;
  const [following, least, bits] = shape;
  let point = bits;
  for (let index = 1; index <= following; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || point > 0x10ffff || isSurrogate ? undefined : [point, at + following + 1];
}

/** RFC 3629; undefined where the bytes are not well-formed UTF-8. */
export function utf8ToText(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const read = codePointAt(bytes, at);
    if (read === undefined) return undefined;
    parts.push(String.fromCodePoint(read[0]));
    at = read[1];
  }
  return parts.join("");
}
