/**
 * `npm run bench:attachments`: the attachment readers measured. Exit code 1 where a figure is missed. `--oracles` compares our text with other
 * libraries' on every sample; `--quick` damages 1,000 files instead of 10,000 and leaves out hostile files and the browser. Samples are read from
 * ../shared/attachments (CHARTSEAL_ATTACHMENTS names another folder) where it exists. Prints counts only.
 */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { loadBare, median } from "./bare-context.ts";
import type { ExtractFile } from "./bare-context.ts";
import { buildReaders } from "./bundles.ts";
import type { ReadersBundles } from "./bundles.ts";
import { find } from "./documents/find.ts";
import { largeDocument, largePdf, largeWorkbook } from "./documents/large.ts";
import { plantedDocuments } from "./documents/planted.ts";
import { fuzz, seeds } from "./fuzz.ts";
import { hostileMeasures } from "./hostile.ts";
import { sendFiles } from "./send-files.ts";
import { countMet, printTable } from "./table.ts";
import type { Measure } from "./table.ts";

const SEED = 20261126;
const FUZZ_SEED = 5;
const ROUNDS = 5;
const LOADS = 15;
const FOLDER = process.env["CHARTSEAL_ATTACHMENTS"] ?? "../shared/attachments";

function plantedMeasures(): readonly Measure[] {
  const [withPatients, without] = [find(plantedDocuments(true, SEED)), find(plantedDocuments(false, SEED))];
  for (const [what, { wrong }] of [["missed", withPatients], ["flagged in vain", without]] as const) if (wrong.length > 0) console.log(`${what}: ${wrong.join(", ")}`);
  return [
    { name: "planted patients found, 12 formats", value: withPatients.flagged / withPatients.documents, count: withPatients.documents, unit: "%", better: "more", must: 0.99 },
    { name: "the same documents without patients, flagged", value: without.flagged / without.documents, count: without.documents, unit: "%", better: "less", must: 0.01 },
  ];
}

/** Median milliseconds of reading, and of a plain inflate of the same file. */
function timed(extractFile: ExtractFile, name: string, bytes: Uint8Array, plain: () => void): { readonly ms: number; readonly plainMs: number } {
  const of = (work: () => void): number => median(Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }));
  return {
    ms: of(() => {
      const { status, characters } = extractFile({ name, bytes }, () => performance.now());
      if (status === "unread" || characters < 100_000) throw new Error(`${name} was not read (${status}, ${characters} characters); its time would mean nothing.`);
    }),
    plainMs: of(plain),
  };
}

function timeMeasures({ script }: ReadersBundles): readonly Measure[] {
  const source = readFileSync(script, "utf8");
  const load = median(Array.from({ length: LOADS }, () => loadBare(source).ms));
  const { extractFile } = loadBare(source);
  const jobs = [
    { name: "1 MB xlsx, 50,000 cells", file: "large.xlsx", bytes: largeWorkbook(1), must: 500 },
    { name: "200-page pdf", file: "large.pdf", bytes: largePdf(2, 200), must: 1500 },
    { name: "5 MB docx, 1 MB of it packed text", file: "large.docx", bytes: largeDocument(3, 1, 5), must: 1000 },
    { name: "5 MB docx, all of it packed text", file: "text.docx", bytes: largeDocument(4, 5) },
  ];
  const measures = jobs.map(({ name, file, bytes, must }): Measure => {
    const plain = (): void => {
      if (!file.endsWith(".pdf")) unzipSync(bytes);
    };
    const { ms, plainMs } = timed(extractFile, file, bytes, plain);
    console.log(`${name.padEnd(36)} ${(bytes.length / 1000).toFixed(0).padStart(6)} kB  ${ms.toFixed(0).padStart(5)} ms${file.endsWith(".pdf") ? "" : `, plain inflate ${plainMs.toFixed(0)} ms`}`);
    return { name, value: ms, unit: "ms", better: "less", ...(must === undefined ? {} : { must }) };
  });
  return [...measures, { name: "readers: load in a fresh bare context", value: load, unit: "ms", better: "less", must: 30, count: LOADS }];
}

function sizeMeasures({ handlerSize, bareHandlerSize }: ReadersBundles): readonly Measure[] {
  return [
    { name: "readers in launchevent.js, minified + gzip", value: (handlerSize - bareHandlerSize) / 1000, unit: "kB", better: "less", must: 60 },
    { name: "launchevent.js, minified + gzip", value: handlerSize / 1000, unit: "kB", better: "less", must: 450 },
  ];
}

function fuzzMeasures(count: number): readonly Measure[] {
  const { files, threw, slow, cutButScanned, slowestMs } = fuzz(seeds(FOLDER), count, FUZZ_SEED);
  const bad = [...cutButScanned.values()].reduce((sum, n) => sum + n, 0);
  console.log(`damaged files: slowest ${slowestMs.toFixed(0)} ms${bad === 0 ? "" : `; cut but "scanned": ${[...cutButScanned].map(([format, n]) => `${format} ${n}`).join(", ")}`}`);
  return [
    { name: "damaged files that threw", value: threw / files, count: files, unit: "%", better: "less", must: 0 },
    { name: "damaged files that hung", value: slow / files, count: files, unit: "%", better: "less", must: 0 },
    { name: "cut files called \"scanned\"", value: bad / files, count: files, unit: "%", better: "less", must: 0 },
  ];
}

async function oracleMeasures(): Promise<readonly Measure[]> {
  const { compareWithOracles } = await import("./oracles.ts");
  const rows = await compareWithOracles(seeds(FOLDER));
  return rows.map(({ format, oracle, files, words, found, refused }): Measure => {
    if (refused > 0) console.log(`${oracle} could not read ${refused} of ${files} ${format} files`);
    return { name: `words of ${oracle} found, ${format}`, value: words === 0 ? 1 : found / words, count: words, unit: "%", better: "more", must: format === "pdf" ? 0.97 : 0.99 };
  });
}

async function main(args: ReadonlySet<string>): Promise<number> {
  const bundles = await buildReaders();
  const measures: Measure[] = [...plantedMeasures(), ...timeMeasures(bundles), ...sizeMeasures(bundles), ...fuzzMeasures(args.has("--quick") ? 1_000 : 10_000)];
  if (args.has("--oracles")) measures.push(...(await oracleMeasures()));
  if (!args.has("--quick")) measures.push(...hostileMeasures(), ...(await sendFiles()));
  console.log("");
  printTable(measures);
  const { met, total, missed } = countMet(measures);
  console.log(`\n${met} of ${total} "must" figures reached${missed.length === 0 ? "" : `; below: ${missed.join("; ")}`}`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main(new Set(process.argv.slice(2)));
