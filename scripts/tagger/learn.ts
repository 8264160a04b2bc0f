/** Learns the tagger's weights: logistic regression by AdaGrad. The same mails and words give the same weights. */
import { BITS } from "../../src/detect/tagger/features.ts";
import { SCALE } from "../../src/detect/tagger/model.ts";
import { seeded } from "../bench/random.ts";
import type { Mail } from "./mails.ts";
import type { Listed } from "./words.ts";

const SEED = 20261124;
const ROUNDS = 30;
const RATE = 0.1;
const SHRINK = 0.002;
/** Words of one mail alone are chance. */
const LEAST_MAILS = 2;
const MOST_STEPS = 31;
/** Of the names in a mail without a patient, those that come near the likeliest are learned from, each this much. */
const NEAR_BEST = 2;
const LEAST_SHARE = 3;
/** Mail of other trades and charts without a patient's name are there to be told apart, not to outweigh the mail of clinics. */
const SHARES: Readonly<Record<Mail["set"], number>> = { clinic: 1, ordinary: 0.5, chart: 0.5 };
/** Numbers of the lists stand behind those of the features. */
const LISTS = 1 << BITS;

function sumOf(weights: Float64Array, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] as number;
  return sum;
}

/** With the list of each word behind the word. */
function withLists({ groups }: Listed, features: readonly number[]): readonly number[] {
  return features.concat(features.flatMap((feature) => (groups.get(feature) ?? []).map((group) => LISTS + group)));
}

/** A mail tells only whether it has a patient: the likeliest name is taken for the patient's, and which that is may change from round to round. */
function fit(mails: readonly Mail[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  const random = seeded(SEED);
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

/** Weights by feature, in steps of one `SCALE`th: of the features that more than one mail has, and of listed words. */
export function learn(given: readonly Mail[], listed: Listed): ReadonlyMap<number, number> {
  const mails = given.filter(({ persons }) => persons.length > 0).map((mail) => ({ ...mail, persons: mail.persons.map((features) => withLists(listed, features)) }));
  const weights = fit(mails, LISTS + listed.count);
  const seenIn = new Map<number, number>();
  for (const { persons } of mails) for (const feature of new Set(persons.flat())) seenIn.set(feature, (seenIn.get(feature) ?? 0) + 1);
  const steps = new Map<number, number>();
  for (const feature of new Set([...seenIn.keys(), ...listed.groups.keys()])) {
    const own = (seenIn.get(feature) ?? 0) >= LEAST_MAILS ? (weights[feature] as number) : 0;
    const shared = (listed.groups.get(feature) ?? []).reduce((sum, group) => sum + (weights[LISTS + group] as number), 0);
    const step = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round((own + shared) * SCALE)));
    if (feature < LISTS && step !== 0) steps.set(feature, step);
  }
  return steps;
}
