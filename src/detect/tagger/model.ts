/** The weights that `npm run train:tagger` learned, decoded when a text first needs them: most mail speaks of no care and needs none. */
import { BITS } from "./features.ts";
import type { Features } from "./features.ts";
import { WEIGHTS } from "./weights.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A distance between two features takes one digit; each of these before it adds all that one digit can tell. */
const CARRY = "~";
const CARRY_CODE = CARRY.charCodeAt(0);
/** The weight 0 in the middle of what a digit can tell. */
const MIDDLE = 32;

let decoded: Int8Array | undefined;

function decode({ features }: typeof WEIGHTS): Int8Array {
  const values = new Uint8Array(128);
  for (let k = 0; k < DIGITS.length; k++) values[DIGITS.charCodeAt(k)] = k;
  const weights = new Int8Array(1 << BITS);
  const { length } = features;
  let feature = -1;
  for (let at = 0; at < length; at += 2) {
    let code = features.charCodeAt(at);
    for (; code === CARRY_CODE; code = features.charCodeAt(++at)) feature += DIGITS.length;
    feature += (values[code] as number) + 1;
    weights[feature] = (values[features.charCodeAt(at + 1)] as number) - MIDDLE;
  }
  return weights;
}

/** The weights as text; `weights` in steps of one `SCALE`th, from -32 to 31. */
export function encode(weights: ReadonlyMap<number, number>): string {
  let text = "";
  let before = -1;
  for (const [feature, weight] of [...weights].sort(([a], [b]) => a - b)) {
    const step = feature - before - 1;
    text += CARRY.repeat(Math.floor(step / DIGITS.length)) + DIGITS.charAt(step % DIGITS.length) + DIGITS.charAt(weight + MIDDLE);
    before = feature;
  }
  return text;
}

/** Steps in one unit of log-odds. */
export const SCALE = 8;

/** How far these features speak for a patient, in steps of log-odds; 0 is even. */
export function scoreOf(features: Features): number {
  decoded ??= decode(WEIGHTS);
  let sum = 0;
  for (let k = 0; k < features.count; k++) sum += decoded[features.at(k)] as number;
  return sum;
}
