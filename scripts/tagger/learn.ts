/** Learns the tagger's weights: logistic regression by AdaGrad. The same mails give the same weights. */
import { BITS } from "../../src/detect/tagger/feature-set.ts";
import { SCALE, ZERO } from "../../src/detect/tagger/model.ts";
import { seeded } from "../bench/random.ts";
import type { Mail } from "./mails.ts";

/** The mean of several runs: which name of a mail is learned from hangs on the order of the mails. */
const SEEDS = [20261124, 20261125, 20261126, 20261127, 20261128, 20261129];
const ROUNDS = 30;
const RATE = 0.03;
const SHRINK = 0.002;
/** What one mail alone holds is chance. */
const LEAST_MAILS = 8;
/** Of the names in a mail without a patient, those that come near the likeliest are learned from, each this much. */
const NEAR_BEST = 2;
const LEAST_SHARE = 3;
/** Mail of other trades and charts without a patient's name are there to be told apart, not to outweigh the mail of clinics. */
const SHARES: Readonly<Record<Mail["set"], number>> = { clinic: 1, ordinary: 1.5, chart: 2 };

function sumOf(weights: Float64Array, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] as number;
  return sum;
}

/** Before learning, not after: weights that lean on what is dropped later are worth little. */
function withoutRare(mails: readonly Mail[]): readonly Mail[] {
  const seenIn = new Uint16Array(1 << BITS);
  for (const { persons } of mails) for (const feature of new Set(persons.flat())) seenIn[feature] = (seenIn[feature] as number) + 1;
  return mails.map((mail) => ({ ...mail, persons: mail.persons.map((features) => features.filter((feature) => (seenIn[feature] as number) >= LEAST_MAILS)) }));
}

/** A mail tells only whether it has a patient: the likeliest name is taken for the patient's, and which that is may change from round to round. */
function fit(mails: readonly Mail[], seed: number): Float64Array {
  const weights = new Float64Array(1 << BITS);
  const squares = new Float64Array(1 << BITS).fill(1e-8);
  const random = seeded(seed);
  const order = [...mails];
  const update = (features: readonly number[], wanted: number, share: number): void => {
    const error = (1 / (1 + Math.exp(-sumOf(weights, features))) - wanted) * share;
    for (const feature of features) {
      const slope = error + SHRINK * (weights[feature] as number);
      squares[feature] = (squares[feature] as number) + slope * slope;
      weights[feature] = (weights[feature] as number) - (RATE * slope) / Math.sqrt(squares[feature] as number);
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [order[k], order[other]] = [order[other] as Mail, order[k] as Mail];
    }
    for (const { set, phi, persons } of order) {
      const sums = persons.map((features) => sumOf(weights, features));
      const best = Math.max(...sums);
      if (phi) update(persons[sums.indexOf(best)] as readonly number[], 1, 1);
      else persons.forEach((features, k) => { if ((sums[k] as number) > best - NEAR_BEST) update(features, 0, SHARES[set] / Math.min(LEAST_SHARE, persons.length)); });
    }
  }
  return weights;
}

/** Weights by feature, in steps of one `SCALE`th. */
export function learn(given: readonly Mail[]): ReadonlyMap<number, number> {
  const mails = withoutRare(given.filter(({ persons }) => persons.length > 0));
  const runs = SEEDS.map((seed) => fit(mails, seed));
  const most = ZERO - 1;
  const steps = new Map<number, number>();
  for (let feature = 0; feature < 1 << BITS; feature++) {
    const mean = runs.reduce((sum, weights) => sum + (weights[feature] as number), 0) / runs.length;
    const step = Math.max(-most, Math.min(most, Math.round(mean * SCALE)));
    if (step !== 0) steps.set(feature, step);
  }
  return steps;
}
