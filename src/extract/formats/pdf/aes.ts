/** AES (FIPS 197) in CBC mode, 128 and 256 bits, and RC4: what encrypted PDFs use. No secret of ours is at stake, so no constant time. */

const SBOX = new Uint8Array(256);
const INVERSE = new Uint8Array(256);
/** Products in GF(2^8) by factor. */
const PRODUCTS: Uint8Array[] = [];

function double(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x1b : 0)) & 0xff;
}

function product(value: number, factor: number): number {
  let sum = 0;
  for (let left = factor, power = value; left > 0; left >>= 1, power = double(power)) if (left & 1) sum ^= power;
  return sum;
}

/** Tables are made when they are first needed: hardly any attachment is encrypted. */
function prepare(): void {
  if (PRODUCTS.length > 0) return;
  let [value, reciprocal] = [1, 1];
  do {
    value ^= double(value);
    // Division by 3 in the field (5.1.1 needs each value's reciprocal).
    reciprocal ^= reciprocal << 1;
    reciprocal ^= reciprocal << 2;
    reciprocal = (reciprocal ^ (reciprocal << 4)) & 0xff;
    if (reciprocal & 0x80) reciprocal ^= 0x09;
    const spread = reciprocal * 0x101;
    SBOX[value] = (reciprocal ^ (spread >> 7) ^ (spread >> 6) ^ (spread >> 5) ^ (spread >> 4) ^ 0x63) & 0xff;
  } while (value !== 1);
  SBOX[0] = 0x63;
  for (let at = 0; at < 256; at++) INVERSE[SBOX[at] as number] = at;
  for (const factor of [1, 2, 3, 9, 11, 13, 14]) PRODUCTS[factor] = Uint8Array.from({ length: 256 }, (_, at) => product(at, factor));
}

/** Key expansion (5.2): 16 bytes a round and 16 before the first. */
function schedule(key: Uint8Array): Uint8Array {
  prepare();
  const words = key.length / 4;
  const all = new Uint8Array(16 * (words + 7));
  all.set(key);
  let round = 1;
  for (let word = words; word * 4 < all.length; word++) {
    const last = all.subarray(word * 4 - 4, word * 4);
    let mixed: readonly number[] = [...last];
    if (word % words === 0) {
      mixed = [1, 2, 3, 0].map((at, index) => (SBOX[last[at] as number] as number) ^ (index === 0 ? round : 0));
      round = double(round);
    } else if (words > 6 && word % words === 4) mixed = mixed.map((byte) => SBOX[byte] as number);
    for (let at = 0; at < 4; at++) all[word * 4 + at] = (all[(word - words) * 4 + at] as number) ^ (mixed[at] as number);
  }
  return all;
}

/** Adds in GF(2^8) the first 16 bytes. */
function add(to: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < 16; at++) to[at] = (to[at] as number) ^ (other[at] as number);
}

/** What a round does, each way (5.1, 5.3): the table of bytes, how far a row is shifted, the factors of a column. */
const ENCRYPT = { box: SBOX, shift: 4, factors: [2, 3, 1, 1] } as const;
const DECRYPT = { box: INVERSE, shift: -4, factors: [14, 11, 13, 9] } as const;

/** One block in its place. Columns are four bytes each. */
function crypt(block: Uint8Array, keys: Uint8Array, { box, shift, factors }: typeof ENCRYPT | typeof DECRYPT): void {
  const [first, second, third, fourth] = factors.map((factor) => PRODUCTS[factor]) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const state = new Uint8Array(16);
  const last = keys.length - 16;
  const addKey = (to: Uint8Array, round: number): void => add(to, keys.subarray(shift > 0 ? round : last - round));
  addKey(block, 0);
  for (let round = 16; round <= last; round += 16) {
    for (let at = 0; at < 16; at++) state[at] = box[block[(at + shift * (at & 3)) & 15] as number] as number;
    // Decryption adds the key before it mixes.
    if (shift < 0) addKey(state, round);
    for (let at = 0; at < 16; at++) {
      const byte = (offset: number): number => state[(at & 12) + ((at + offset) & 3)] as number;
      block[at] = round === last ? byte(0) : (first[byte(0)] as number) ^ (second[byte(1)] as number) ^ (third[byte(2)] as number) ^ (fourth[byte(3)] as number);
    }
    if (shift > 0) addKey(block, round);
  }
}

/** CBC (SP 800-38A, 6.2) over whole blocks; padding stays. */
export function aesDecrypt(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  const keys = schedule(key);
  const out = bytes.slice(0, bytes.length & ~15);
  for (let at = 0; at < out.length; at += 16) {
    const block = out.subarray(at, at + 16);
    crypt(block, keys, DECRYPT);
    add(block, at === 0 ? iv : bytes.subarray(at - 16, at));
  }
  return out;
}

/** `bytes`, a multiple of 16 long, are overwritten. */
export function aesEncrypt(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): void {
  const keys = schedule(key);
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    const block = bytes.subarray(at, at + 16);
    add(block, at === 0 ? iv : bytes.subarray(at - 16, at));
    crypt(block, keys, ENCRYPT);
  }
}

export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): number => {
    const [first, second] = [state[a] as number, state[b] as number];
    state[a] = second;
    state[b] = first;
    return (first + second) & 255;
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] as number) + (key[at % key.length] as number)) & 255;
    swap(at, other);
  }
  const out = new Uint8Array(bytes.length);
  for (let index = 0, at = 0, other = 0; index < bytes.length; index++) {
    at = (at + 1) & 255;
    other = (other + (state[at] as number)) & 255;
    out[index] = (bytes[index] as number) ^ (state[swap(at, other)] as number);
  }
  return out;
}
