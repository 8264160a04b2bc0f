/** Damaged copies of files. Seeded. */
import { pick } from "./random.ts";

export interface Mutant {
  readonly bytes: Uint8Array;
  /** The end is missing: such a file must never be called wholly read, where its format can show it. */
  readonly cut: boolean;
}

type Way = (bytes: Uint8Array, random: () => number) => Mutant;

function at(random: () => number, length: number): number {
  return Math.floor(random() * length);
}

/** Between 5 and 95 of 100: what is lost is more than a last line feed. */
const cut: Way = (bytes, random) => ({ bytes: bytes.slice(0, Math.max(1, Math.floor(bytes.length * (0.05 + 0.9 * random())))), cut: true });

const noise: Way = (bytes, random) => {
  const copy = bytes.slice();
  const count = 1 + at(random, Math.max(2, Math.min(200, bytes.length >> 6)));
  for (let done = 0; done < count; done++) copy[at(random, copy.length)] = at(random, 256);
  return { bytes: copy, cut: false };
};

/** A size or an offset beyond everything. */
const hugeNumber: Way = (bytes, random) => {
  const copy = bytes.slice();
  const from = at(random, copy.length);
  copy.fill(0xff, from, from + 4);
  return { bytes: copy, cut: false };
};

/** A stretch that stands twice, or in another's place. */
const blockCopy: Way = (bytes, random) => {
  const copy = bytes.slice();
  const length = 1 + at(random, Math.min(4096, bytes.length));
  copy.copyWithin(at(random, copy.length), at(random, copy.length), at(random, copy.length) + length);
  return { bytes: copy, cut: false };
};

const blanks: Way = (bytes, random) => {
  const copy = bytes.slice();
  const from = at(random, copy.length);
  copy.fill(0, from, from + 1 + at(random, 2048));
  return { bytes: copy, cut: false };
};

const WAYS: readonly Way[] = [cut, noise, hugeNumber, blockCopy, blanks];

export function mutate(bytes: Uint8Array, random: () => number): Mutant {
  return pick(random, WAYS)(bytes, random);
}
