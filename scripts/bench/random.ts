/** Seeded chance: the same seed gives the same run on every machine. */

/** Numbers in [0, 1), Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError("Nothing to pick from.");
  return item;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;

/** 95 % percentile bootstrap interval of the share of `hits` in `total` rows. */
export function bootstrapShare(hits: number, total: number, seed: number): Interval {
  if (total === 0) return { low: 0, high: 0 };
  const random = seeded(seed);
  const share = hits / total;
  const shares = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    let count = 0;
    for (let i = 0; i < total; i++) if (random() < share) count++;
    shares[r] = count / total;
  }
  shares.sort();
  return { low: shares[Math.floor(RESAMPLES * 0.025)] ?? 0, high: shares[Math.ceil(RESAMPLES * 0.975) - 1] ?? 0 };
}
