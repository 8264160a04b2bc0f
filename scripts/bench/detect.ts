/**
 * `npm run bench`: detection measured on the development corpus, or on generated samples where there is none.
 * Exit code 1 where a target is missed. `--errors` writes the ids of the wrong documents and why to .bench/errors.jsonl.
 * CHARTSEAL_CORPUS names another corpus folder. Prints counts only, never text.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { PACK } from "../../src/detect/index.ts";
import { readCorpus } from "./corpus.ts";
import type { Corpus } from "./corpus.ts";
import { isPositive, measureFile } from "./measure.ts";
import type { FileResult, SpanCount } from "./measure.ts";
import { bootstrapShare } from "./random.ts";
import { measureSpeed } from "./speed.ts";
import type { HipaaPart } from "../../src/contract/index.ts";

/** Share of flagged rows: at least for PHI, at most for everything else. Files without a target are shown only. */
const TARGETS: Readonly<Record<string, number>> = {
  "positives-phi": 0.85,
  "positives-phi-generated": 0.85,
  "negatives-mail": 0.005,
  "negatives-clinical": 0.02,
  "negatives-hard-generated": 0.1,
  "positives-pii-only": 0.01,
};
const MIN_SPEED = 10;
const INTERVAL_SEED = 7;
const ERRORS_FILE = ".bench/errors.jsonl";

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** One line of the table, and whether its target holds. */
function reportFile(result: FileResult): boolean {
  const share = result.flagged / Math.max(1, result.rows);
  const { low, high } = bootstrapShare(result.flagged, result.rows, INTERVAL_SEED);
  const target = TARGETS[result.name];
  const positive = isPositive(result.name);
  const ok = target === undefined || (positive ? share >= target : share <= target);
  const wanted = target === undefined ? "" : `${positive ? ">=" : "<="} ${percent(target)} ${ok ? "pass" : "FAIL"}`;
  const interval = `${percent(low)} - ${percent(high)}`;
  console.log([
    result.name.padEnd(26), String(result.rows).padStart(6), String(result.flagged).padStart(8),
    percent(share).padStart(9), interval.padStart(20), `  ${wanted}`,
  ].join(" ").trimEnd());
  return ok;
}

/** All real mail in one row: its two files were parted by medical words, so the first alone flatters. */
function pooledMail(results: readonly FileResult[]): FileResult[] {
  const mail = results.filter(({ name }) => name.startsWith("negatives-mail"));
  if (mail.length < 2) return [];
  const sum = (of: (r: FileResult) => number): number => mail.reduce((total, r) => total + of(r), 0);
  return [{ name: "  both mail files pooled", rows: sum((r) => r.rows), flagged: sum((r) => r.flagged), wrong: [] }];
}

function reportSpans(spans: ReadonlyMap<HipaaPart, SpanCount>): void {
  console.log("\nSpans of the patient side found, by paragraph of 45 CFR 164.514(b)(2)(i), overlap of at least half");
  const parts = [...spans].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [part, { found, total }] of parts) console.log(`  (${part}) ${String(found).padStart(5)} of ${String(total).padStart(5)}  ${percent(found / total).padStart(9)}`);
  const mean = parts.reduce((sum, [, { found, total }]) => sum + found / total, 0) / Math.max(1, parts.length);
  console.log(`  mean over ${parts.length} paragraphs ${percent(mean)}`);
}

function reportSpeed(corpus: Corpus): boolean {
  const mail = corpus.files.find(({ name }) => name === "negatives-mail");
  const { detect, charCodeAt } = measureSpeed(mail?.rows ?? []);
  const ok = detect >= MIN_SPEED;
  console.log(`\nSpeed on negatives-mail, CPU time: ${detect.toFixed(1)} MB/s; a charCodeAt pass ${charCodeAt.toFixed(0)} MB/s; ratio 1 : ${(charCodeAt / detect).toFixed(0)}  >= ${MIN_SPEED} MB/s ${ok ? "pass" : "FAIL"}`);
  return ok;
}

function main(args: readonly string[]): number {
  const corpus = readCorpus(process.env["CHARTSEAL_CORPUS"] ?? "../shared/corpus");
  console.log(`Detection with ${PACK.name}@${PACK.version} on the ${corpus.origin}\n`);
  console.log(`${"file".padEnd(26)} ${"rows".padStart(6)} ${"flagged".padStart(8)} ${"share".padStart(9)} ${"95 % interval".padStart(20)}   target`);
  const spans = new Map<HipaaPart, SpanCount>();
  const results = corpus.files.map((file) => measureFile(file, spans));
  const checks = [...results, ...pooledMail(results)].map(reportFile);
  reportSpans(spans);
  checks.push(reportSpeed(corpus));
  if (args.includes("--errors")) {
    const wrong = results.flatMap((result) => result.wrong);
    mkdirSync(".bench", { recursive: true });
    writeFileSync(ERRORS_FILE, wrong.map((row) => `${JSON.stringify(row)}\n`).join(""));
    console.log(`\n${wrong.length} wrong documents in ${ERRORS_FILE}`);
  }
  return checks.every(Boolean) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
