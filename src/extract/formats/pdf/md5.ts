/** MD5 (RFC 1321), which keys of encrypted PDFs are made with. It protects nothing of ours. */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;
/** Section 3.4: the whole part of 4294967296 times abs(sin(i)). */
const SINES = Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 4294967296) | 0);

/** The message in words, its bit length at the end; messages here are far below 512 MB. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, at) => { words[at >> 2] = (words[at >> 2] as number) | (byte << ((at & 3) * 8)); });
  words[bytes.length >> 2] = (words[bytes.length >> 2] as number) | (0x80 << ((bytes.length & 3) * 8));
  words[words.length - 2] = bytes.length * 8;
  return words;
}

export function md5(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round === 0 ? step : round === 1 ? 5 * step + 1 : round === 2 ? 3 * step + 5 : 7 * step;
      const sum = (a + mixed + (SINES[step] as number) + (words[block + (word & 15)] as number)) | 0;
      const shift = SHIFTS[round * 4 + (step & 3)] as number;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    [a, b, c, d].forEach((value, at) => { state[at] = (state[at] as number) + value; });
  }
  return Uint8Array.from({ length: 16 }, (_, at) => (state[at >> 2] as number) >>> ((at & 3) * 8));
}
