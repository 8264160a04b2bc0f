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

/**
 * 95 % percentile bootstrap intervals of statistics over tallies that add up, such as recalls: whole rows are drawn, since what stands in
 * one row goes right or wrong together.
 */
export function bootstrapRows(tallies: readonly Float64Array[], statistics: readonly ((sums: Float64Array) => number)[], seed: number): readonly Interval[] {
  const random = seeded(seed);
  const width = tallies[0]?.length ?? 0;
  const values = statistics.map(() => new Float64Array(RESAMPLES));
  for (let r = 0; r < RESAMPLES; r++) {
    const sums = new Float64Array(width);
    for (let i = 0; i < tallies.length; i++) addTo(sums, tallies[Math.floor(random() * tallies.length)] ?? sums);
    statistics.forEach((statistic, s) => values[s]?.fill(statistic(sums), r, r + 1));
  }
  return values.map((sorted) => {
    sorted.sort();
    return { low: sorted[Math.floor(RESAMPLES * 0.025)] ?? 0, high: sorted[Math.ceil(RESAMPLES * 0.975) - 1] ?? 0 };
  });
}

/** Adds `tally` to `sums`. */
export function addTo(sums: Float64Array, tally: Float64Array): void {
  for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + (tally[c] ?? 0);
}
