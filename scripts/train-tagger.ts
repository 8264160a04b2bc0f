/**
 * `npm run train:tagger`: learns the weights of src/detect/tagger from scripts/tagger/mails.jsonl, mails that we made up, and from the word lists beside
 * it, and writes them to weights.ts. To be run again where features, lists or mails changed. `--folds` measures instead: five times, each on the fifth that was left out.
 */
import { writeFileSync } from "node:fs";
import { encode } from "../src/detect/tagger/model.ts";
import { learn } from "./tagger/learn.ts";
import { readMails } from "./tagger/mails.ts";
import type { Mail, MailSet } from "./tagger/mails.ts";
import { readWords } from "./tagger/words.ts";

const FOLDER = "scripts/tagger";
const WEIGHTS = "src/detect/tagger/weights.ts";
const FOLDS = 5;

function scoreOf(steps: ReadonlyMap<number, number>, { persons }: Mail): number {
  return Math.max(-Infinity, ...persons.map((features) => features.reduce((sum, feature) => sum + (steps.get(feature) ?? 0), 0)));
}

function measure(mails: readonly Mail[], words: ReturnType<typeof readWords>): void {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const steps = learn(mails.filter((_mail, k) => k % FOLDS !== fold), words);
    return mails.filter((_mail, k) => k % FOLDS === fold).map((mail) => ({ set: mail.set, phi: mail.phi, score: scoreOf(steps, mail) }));
  }).flat();
  const share = (phi: boolean, set: MailSet, from: number): string => {
    const all = scored.filter((one) => one.phi === phi && one.set === set);
    return `${((100 * all.filter(({ score }) => score >= from).length) / all.length).toFixed(1)} %`;
  };
  for (let from = -16; from <= 32; from += 4) {
    console.log(`from ${from}: ${share(true, "clinic", from)} of mails with a patient; without ${share(false, "clinic", from)}, ordinary ${share(false, "ordinary", from)}, charts ${share(false, "chart", from)}`);
  }
}

function main(args: ReadonlySet<string>): void {
  const mails = readMails(`${FOLDER}/mails.jsonl`);
  const words = readWords(`${FOLDER}/words`);
  console.log(`${mails.length} mails, ${mails.filter(({ phi }) => phi).length} with a patient, ${mails.reduce((sum, { persons }) => sum + persons.length, 0)} names, ${words.groups.size} listed features`);
  if (args.has("--folds")) return measure(mails, words);
  const steps = learn(mails, words);
  writeFileSync(WEIGHTS, `/** Written by \`npm run train:tagger\`. */\nexport const WEIGHTS = {\n  features: "${encode(steps)}",\n};\n`);
  console.log(`${steps.size} weights written to ${WEIGHTS}`);
}

main(new Set(process.argv.slice(2)));
