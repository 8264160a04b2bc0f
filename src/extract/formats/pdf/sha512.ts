/** SHA-512 and SHA-384 (FIPS 180-4), which keys of encrypted PDFs are made with. They protect nothing of ours. A 64-bit word is two of 32 bits, the high one first. */

/** The first 80 primes. */
function primes(): readonly number[] {
  const found: number[] = [];
  for (let next = 2; found.length < 80; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

/** The first 64 bits behind the point of the roots of `numbers`. */
function roots(numbers: readonly number[], power: bigint): Int32Array {
  return Int32Array.from(numbers.flatMap((number) => {
    let root = 0n;
    for (let bit = 1n << 69n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= BigInt(number) << (64n * power)) root += bit;
    return [Number(BigInt.asIntN(32, root >> 32n)), Number(BigInt.asIntN(32, root))];
  }));
}

/** 4.2.3. Made when it is first needed: hardly any attachment is encrypted. */
let constants: Int32Array | undefined;

/** High word of `high`, `low` turned right; with the two exchanged, the low one. */
function turned(high: number, low: number, by: number): number {
  return by < 32 ? (high >>> by) | (low << (32 - by)) : (low >>> (by - 32)) | (high << (64 - by));
}

function mixed(high: number, low: number, a: number, b: number, c: number): number {
  return turned(high, low, a) ^ turned(high, low, b) ^ turned(high, low, c);
}

/** The message in big-endian words, its bit length at the end; messages here are far below 512 MB. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(((bytes.length + 16) >> 7) * 32 + 32);
  bytes.forEach((byte, at) => { words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - (at & 3) * 8)); });
  words[bytes.length >> 2] = (words[bytes.length >> 2] as number) | (0x80 << (24 - (bytes.length & 3) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

/** Puts a word at `at` of `to`: a sum of high halves, and one of low halves without a sign, whose carry is still in it. */
function put(to: Int32Array, at: number, high: number, low: number): void {
  to[at] = high + Math.floor(low / 0x1_0000_0000);
  to[at + 1] = low;
}

/** One round (6.4.2, step 3) over `state`, the words a to h. */
function turn(state: Int32Array, words: Int32Array, keys: Int32Array, at: number): void {
  const word = (index: number): number => state[index] as number;
  const majority = (half: number): number => (word(half) & (word(half + 2) ^ word(half + 4))) ^ (word(half + 2) & word(half + 4));
  const choice = (half: number): number => word(half + 12) ^ (word(half + 8) & (word(half + 10) ^ word(half + 12)));
  const high = word(14) + mixed(word(8), word(9), 14, 18, 41) + choice(0) + (keys[at] as number) + (words[at] as number);
  const low = (word(15) >>> 0) + (mixed(word(9), word(8), 14, 18, 41) >>> 0) + (choice(1) >>> 0) + ((keys[at + 1] as number) >>> 0) + ((words[at + 1] as number) >>> 0);
  const next = mixed(word(0), word(1), 28, 34, 39) + majority(0);
  const nextLow = (mixed(word(1), word(0), 28, 34, 39) >>> 0) + (majority(1) >>> 0);
  state.copyWithin(2, 0, 14);
  put(state, 8, word(8) + high, (word(9) >>> 0) + low);
  put(state, 0, next + high, nextLow + low);
}

/** `first`: which of the primes the state begins with. */
function digest(bytes: Uint8Array, first: number): Uint8Array {
  constants ??= roots(primes(), 3n);
  const total = roots(primes().slice(first, first + 8), 2n);
  const message = padded(bytes);
  const words = new Int32Array(160);
  for (let block = 0; block < message.length; block += 32) {
    words.set(message.subarray(block, block + 32));
    for (let at = 32; at < 160; at += 2) {
      const word = (back: number): number => words[at - back] as number;
      // These end in shifts, not turns: the high words lose what the low ones gain.
      put(words, at, word(32) + word(14) + (mixed(word(30), word(29), 1, 8, 7) ^ (word(29) << 25)) + (mixed(word(4), word(3), 19, 61, 6) ^ (word(3) << 26)),
        (word(31) >>> 0) + (word(13) >>> 0) + (mixed(word(29), word(30), 1, 8, 7) >>> 0) + (mixed(word(3), word(4), 19, 61, 6) >>> 0));
    }
    const state = total.slice();
    for (let at = 0; at < 160; at += 2) turn(state, words, constants, at);
    for (let at = 0; at < 16; at += 2) put(total, at, (total[at] as number) + (state[at] as number), ((total[at + 1] as number) >>> 0) + ((state[at + 1] as number) >>> 0));
  }
  return Uint8Array.from({ length: 64 }, (_, at) => (total[at >> 2] as number) >>> (24 - (at & 3) * 8));
}

export function sha512(bytes: Uint8Array): Uint8Array {
  return digest(bytes, 0);
}

export function sha384(bytes: Uint8Array): Uint8Array {
  return digest(bytes, 8).subarray(0, 48);
}
