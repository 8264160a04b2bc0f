/**
 * A short print of an attachment's content as Outlook gave it. It only tells whether a file is still the one that was read a
 * while ago in the same draft, so that it must be fast, not secret: SHA-256 in pure JavaScript takes a quarter of a second for
 * ten files, longer than the whole of Send may.
 */

/** Odd multipliers with well-spread bits, one a lane (those of MurmurHash3 and xxHash, both in the public domain). */
const LANES = [0x85ebca6b, 0xc2b2ae35, 0x9e3779b1, 0x27d4eb2f] as const;

function finished(lane: number, length: number): string {
  let mixed = lane ^ length;
  mixed = Math.imul(mixed ^ (mixed >>> 16), LANES[0]);
  mixed = Math.imul(mixed ^ (mixed >>> 13), LANES[1]);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/** 128 bits in hex. The same text gives the same print. */
export function contentPrint(content: string): string {
  let [a, b, c, d] = [1, 2, 3, 4];
  const { length } = content;
  // Four units at once, each of base64 in bits of its own, in two pairs of lanes: each unit reaches two lanes, each lane is turned at every step.
  for (let at = 0; at < length; at += 4) {
    const odd = content.charCodeAt(at + 2) | (content.charCodeAt(at + 3) << 16);
    const pair = content.charCodeAt(at) ^ (content.charCodeAt(at + 1) << 16) ^ ((odd << 8) | (odd >>> 24));
    a = Math.imul(a ^ pair, LANES[0]);
    a ^= a >>> 15;
    b = Math.imul(b + pair, LANES[1]) ^ (b >>> 13);
    c = Math.imul(c ^ a, LANES[2]);
    d = (Math.imul(d ^ b, LANES[3]) + c) | 0;
  }
  return [a, b, c, d].map((lane) => finished(lane, length)).join("");
}
