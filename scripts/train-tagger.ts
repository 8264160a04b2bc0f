/**
 * `npm run train:tagger`, after it packed the word lists: learns the weights of src/detect/tagger from scripts/tagger/mails.jsonl, mails that we made up, and
 * writes them to weights.ts. To be run again where features, lists or mails changed. `--check` writes nothing and exits 1 where the weights are stale.
 * `--folds` measures instead: five times, each on the fifth that was left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ZERO } from "../src/detect/tagger/model.ts";
import { packPairs } from "../src/detect/tagger/pairs.ts";
import { learn } from "./tagger/learn.ts";
import { readMails } from "./tagger/mails.ts";
import type { Mail, MailSet } from "./tagger/mails.ts";

const FOLDER = "scripts/tagger";
const WEIGHTS = "src/detect/tagger/weights.ts";
const FOLDS = 5;

function scoreOf(steps: ReadonlyMap<number, number>, { persons }: Mail): number {
  return Math.max(-Infinity, ...persons.map((features) => features.reduce((sum, feature) => sum + (steps.get(feature) ?? 0), 0)));
}

function measure(mails: readonly Mail[]): void {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const steps = learn(mails.filter((_mail, k) => k % FOLDS !== fold));
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

function main(args: ReadonlySet<string>): number {
  const mails = readMails(`${FOLDER}/mails.jsonl`);
  console.log(`${mails.length} mails, ${mails.filter(({ phi }) => phi).length} with a patient, ${mails.reduce((sum, { persons }) => sum + persons.length, 0)} names`);
  if (args.has("--folds")) {
    measure(mails);
    return 0;
  }
  const steps = learn(mails);
  const module = `/** Written by \`npm run train:tagger\`. */\nexport const WEIGHTS = "${packPairs(steps, ZERO)}";\n`;
  if (args.has("--check")) {
    const fresh = readFileSync(WEIGHTS, "utf8") === module;
    console.log(fresh ? "The tagger's weights are up to date." : "The tagger's weights are stale: run `npm run train:tagger`.");
    return fresh ? 0 : 1;
  }
  writeFileSync(WEIGHTS, module);
  console.log(`${steps.size} weights written to ${WEIGHTS}`);
  return 0;
}

process.exitCode = main(new Set(process.argv.slice(2)));
