/** Base64 for runtimes without `atob`. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NOT_A_DIGIT = 64;
const VALUES = new Uint8Array(256).fill(NOT_A_DIGIT);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

function valueAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return (VALUES[unit & 0xff] as number) | (unit > 0xff ? NOT_A_DIGIT : 0);
}

/**
 * The bytes of standard base64 (RFC 4648 section 4), or `undefined` where it is not: no line breaks, padding in full,
 * no bits beyond the last byte. Half an attachment must not pass for a whole one.
 */
export function base64ToBytes(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  let all = 0;
  let units = 0;
  const whole = digits - (digits % 4);
  for (let index = 0; index < whole; index += 4) {
    // Without a call a letter: a file of 10 MB has 13 million.
    const first = text.charCodeAt(index);
    const second = text.charCodeAt(index + 1);
    const third = text.charCodeAt(index + 2);
    const fourth = text.charCodeAt(index + 3);
    const a = VALUES[first & 0xff] as number;
    const b = VALUES[second & 0xff] as number;
    const c = VALUES[third & 0xff] as number;
    const d = VALUES[fourth & 0xff] as number;
    units |= first | second | third | fourth;
    all |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    bytes[at + 1] = (b << 4) | (c >> 2);
    bytes[at + 2] = (c << 6) | d;
    at += 3;
  }
  if (padding > 0) {
    const a = valueAt(text, whole);
    const b = valueAt(text, whole + 1);
    const c = padding === 1 ? valueAt(text, whole + 2) : 0;
    const beyond = padding === 1 ? c & 3 : b & 15;
    all |= a | b | c | (beyond === 0 ? 0 : NOT_A_DIGIT);
    bytes[at] = (a << 2) | (b >> 4);
    if (padding === 1) bytes[at + 1] = (b << 4) | (c >> 2);
  }
  return (all & NOT_A_DIGIT) === 0 && units <= 0xff ? bytes : undefined;
}
