/** The weights that `npm run train:tagger` learned, unpacked when a text first needs them: most mail speaks of no care and needs none. */
import { BITS } from "./feature-set.ts";
import type { Features } from "./feature-set.ts";
import { unpackPairs } from "./pairs.ts";
import { WEIGHTS } from "./weights.ts";

/** The digit that stands for a weight of 0: weights are from -32 to 31. */
export const ZERO = 32;
/** Steps in one unit of log-odds. */
export const SCALE = 8;

let weights: Int8Array | undefined;

/** What one feature adds. */
export function weightOf(feature: number): number {
  weights ??= unpackPairs(WEIGHTS, ZERO, BITS);
  return weights[feature] as number;
}

/** How far these features speak for a patient, in steps of log-odds; 0 is even. */
export function scoreOf(features: Features): number {
  weights ??= unpackPairs(WEIGHTS, ZERO, BITS);
  let sum = 0;
  for (let k = 0; k < features.count; k++) sum += weights[features.at(k)] as number;
  return sum;
}
