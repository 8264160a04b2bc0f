/** Deflate streams (RFC 1951), read as far as they go. */

/** In which order lengths of the codes for lengths come (3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** The first value of each code and how many bits add to it (3.2.5): bits grow by one every `step` codes. */
function values(from: number, step: number): { readonly first: Uint16Array; readonly bits: Uint8Array } {
  const bits = Uint8Array.from({ length: 32 }, (_, code) => Math.max(0, Math.floor(code / step) - 1));
  let next = from;
  return { bits, first: Uint16Array.from(bits, (more) => (next += 1 << more) - (1 << more)) };
}
const LENGTHS = values(3, 4);
// The longest has a code of its own.
LENGTHS.first[28] = 258;
LENGTHS.bits[28] = 0;
const DISTANCES = values(1, 2);

/** The symbol that ends a block. */
const END = 256;
/** The longest run that one code stands for, and after how many bytes the caller is told. */
const LONGEST = 258;
const TOLD = 65_536;

/** By the bits ahead, the symbol times 16 and how long its code is (3.2.2); 0 where there is no code. */
function tableOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(16);
  let most = 1;
  for (const length of lengths) {
    counts[length] = (counts[length] as number) + 1;
    most = Math.max(most, length);
  }
  counts[0] = 0;
  const codes = new Uint32Array(17);
  for (let length = 0; length < 16; length++) codes[length + 1] = ((codes[length] as number) + (counts[length] as number)) << 1;
  const table = new Uint16Array(1 << most);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = codes[length] as number;
    codes[length] = code + 1;
    // Of a code the highest bit comes first, of all else the lowest.
    let start = 0;
    for (let bit = 0; bit < length; bit++) start |= ((code >> bit) & 1) << (length - 1 - bit);
    for (let at = start; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  });
  return table;
}

export class Deflated {
  /** What has come out: the first `length` of `bytes`. */
  bytes: Uint8Array;
  length = 0;
  private readonly packed: Uint8Array;
  private readonly tell: (length: number, read: number) => void;
  private readonly end: number;
  private bit = 0;
  /** Beyond this length more room is needed, or a word to the caller. */
  private next = 0;

  /** `tell` is given the length now and then, and of how many bytes it came; it may throw to end the reading. */
  constructor(packed: Uint8Array, tell: (length: number, read: number) => void) {
    this.packed = packed;
    this.end = packed.length * 8;
    this.tell = tell;
    this.bytes = new Uint8Array(Math.min(65_536, packed.length * 4 + 512));
  }

  /** True where the stream came to its end. `most`: it stops soon after so many bytes. */
  read(most: number): boolean {
    for (let last = false, sound = true; sound; ) {
      this.tell(this.length, this.bit >> 3);
      if (last) return this.length <= most;
      last = this.take(1) === 1;
      const type = this.take(2);
      sound = type === 0 ? this.stored() : type === 1 ? this.fixed(most) : type === 2 && this.dynamic(most);
    }
    this.tell(this.length, this.packed.length);
    return false;
  }

  private get isOver(): boolean {
    return this.bit > this.end;
  }

  private take(bits: number): number {
    const { packed, bit } = this;
    const at = bit >> 3;
    this.bit += bits;
    return (((packed[at] as number) | ((packed[at + 1] as number) << 8) | ((packed[at + 2] as number) << 16)) >> (bit & 7)) & ((1 << bits) - 1);
  }

  /** The next one; the end where the stream has none or was cut. */
  private symbol(table: Uint16Array): number {
    const { packed, bit } = this;
    const at = bit >> 3;
    const ahead = ((packed[at] as number) | ((packed[at + 1] as number) << 8) | ((packed[at + 2] as number) << 16)) >> (bit & 7);
    const entry = table[ahead & (table.length - 1)] as number;
    this.bit += entry === 0 ? Infinity : entry & 15;
    return this.bit > this.end ? END : entry >> 4;
  }

  private room(length: number): void {
    const { bytes } = this;
    this.tell(this.length, this.bit >> 3);
    if (this.length + length > bytes.length) {
      this.bytes = new Uint8Array(Math.max(bytes.length * 2, this.length + length));
      this.bytes.set(bytes);
    }
    this.next = Math.min(this.bytes.length, this.length + TOLD) - LONGEST;
  }

  private stored(): boolean {
    this.bit = (this.bit + 7) & ~7;
    const claimed = this.take(16);
    if (claimed !== (this.take(16) ^ 0xffff)) return false;
    const at = this.bit >> 3;
    const kept = this.packed.subarray(at, at + claimed);
    this.room(kept.length);
    this.bytes.set(kept, this.length);
    this.length += kept.length;
    this.bit += claimed * 8;
    return !this.isOver;
  }

  private fixed(most: number): boolean {
    const lengths = new Uint8Array(288).fill(8).fill(9, 144).fill(7, 256).fill(8, 280);
    return this.codes(tableOf(lengths), tableOf(new Uint8Array(32).fill(5)), most);
  }

  private dynamic(most: number): boolean {
    const [literals, distances, count] = [this.take(5) + 257, this.take(5) + 1, this.take(4) + 4];
    const own = new Uint8Array(19);
    for (const symbol of ORDER.slice(0, count)) own[symbol] = this.take(3);
    const table = tableOf(own);
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length && !this.isOver; ) {
      const symbol = this.symbol(table);
      if (symbol < 16) lengths[at++] = symbol;
      else {
        const times = symbol === 16 ? this.take(2) + 3 : symbol === 17 ? this.take(3) + 3 : this.take(7) + 11;
        lengths.fill(symbol === 16 ? lengths[at - 1] ?? 0 : 0, at, at + times);
        at += times;
      }
    }
    return !this.isOver && this.codes(tableOf(lengths.subarray(0, literals)), tableOf(lengths.subarray(literals)), most);
  }

  /** The symbols of a block up to its end. */
  private codes(literals: Uint16Array, distances: Uint16Array, most: number): boolean {
    while (this.length <= most) {
      const symbol = this.symbol(literals);
      if (symbol === END) return !this.isOver;
      if (this.length > this.next) this.room(LONGEST);
      if (symbol < 256) this.bytes[this.length++] = symbol;
      else if (!this.again(symbol - 257, distances)) return false;
    }
    return false;
  }

  /** Copies what stands further back. */
  private again(code: number, distances: Uint16Array): boolean {
    const length = (LENGTHS.first[code] as number) + this.take(LENGTHS.bits[code] as number);
    const far = this.symbol(distances);
    const distance = (DISTANCES.first[far] as number) + this.take(DISTANCES.bits[far] as number);
    if (this.isOver || code > 28 || far > 29 || distance > this.length) return false;
    const { bytes } = this;
    for (let left = length; left > 0; left--, this.length++) bytes[this.length] = bytes[this.length - distance] as number;
    return true;
  }
}
