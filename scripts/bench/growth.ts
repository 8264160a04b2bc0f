/**
 * `npm run bench:growth`: twice the hostile text at most twice the work (and 15 %), in counted steps and in CPU time of one process; 5 MB of
 * text in under 300 MB. Exit code 1 where that fails. A name as argument runs that generator alone.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Body } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { buildMemoryChild } from "./bundles.ts";
import { HOSTILE, manyMails } from "./growth-inputs.ts";
import type { Hostile } from "./growth-inputs.ts";
import { createStepCounter } from "./steps.ts";

const MOST_GROWTH = 2 * 1.15;
/** Characters. These warm up, and stop a quadratic search before it takes minutes. */
const SMALL_SIZES = [12_500, 25_000, 50_000];
const SIZE = 100_000;
/** Growth is the mean over two doublings: a single one drowns in the noise of caches and of the collector. */
const TIMES = 4;
/** Linear work over this many characters would be done by then. Milliseconds. */
const TOO_LONG = 1500;
const RUNS = 3;
/** Noise only ever adds time, so a ratio that is too high is looked at again before it counts. */
const SECOND_LOOKS = 4;
/** A thread's CPU time comes in steps of several milliseconds on some machines. Milliseconds. */
const SHORTEST = 40;
/** One long line of an export or an image pasted as text. */
const LONG_LINE = 1_000_000;

const MEMORY_TEXT = 5_000_000;
/** When the collector comes is chance: the same text takes 20 MiB more or less. */
const MEMORY_RUNS = 7;
/** Mebibytes. */
const MOST_MEMORY = 300;

function assessBody(body: Body): void {
  assess({ subject: "", body, attachments: [], recipients: [] });
}

/** Milliseconds of CPU time of this thread. */
function cost(body: Body, repeats: number): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < repeats; i++) assessBody(body);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / repeats;
}

function best(body: Body, repeats: number, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => cost(body, repeats)));
}

interface Growth {
  readonly size: number;
  readonly ms: number;
  readonly ratio: number;
}

function measure({ body }: Hostile): Growth {
  let half = Infinity;
  for (const size of SMALL_SIZES) {
    const ms = best(body(size), 1, 2);
    if (ms > TOO_LONG) return { size, ms, ratio: ms / half };
    half = ms;
  }
  return lastDoublings(body, SIZE);
}

function lastDoublings(body: Hostile["body"], from: number): Growth {
  const size = from * TIMES;
  const [small, large] = [body(from), body(size)];
  const repeats = Math.max(1, Math.ceil(SHORTEST / Math.max(0.2, best(small, 1, 3))));
  const fewer = Math.max(1, Math.ceil(repeats / TIMES));
  let [low, high, ratio] = [Infinity, Infinity, Infinity];
  for (let look = 0; look < SECOND_LOOKS && ratio > MOST_GROWTH; look++) {
    for (let run = 0; run < RUNS; run++) {
      low = Math.min(low, cost(small, repeats));
      high = Math.min(high, cost(large, fewer));
    }
    ratio = (high / low) ** (1 / Math.log2(TIMES));
  }
  return { size, ms: high, ratio };
}

/** Nothing a sender writes may make the engine throw: a fault there is a fault of the check. */
function attempt(name: string, steps: ReadonlyMap<string, number>, work: () => Growth): boolean {
  try {
    return report(name, work(), steps.get(name));
  } catch (error) {
    console.log(`${name.padEnd(34)} threw ${error instanceof Error ? error.name : "something"}   FAIL`);
    return false;
  }
}

/** In the child: the highest growth of the counted steps over two doublings, by name. */
function printSteps(chosen: readonly Hostile[]): void {
  const counter = createStepCounter();
  const grown = chosen.map(({ name, body }) => {
    assessBody(body(SMALL_SIZES[0] ?? SIZE));
    const [one = 1, two = 1, four = 1] = [SIZE / 2, SIZE, SIZE * 2].map((size) => counter.steps(() => assessBody(body(size))));
    return [name, Math.max(two / one, four / two)] as const;
  });
  console.log(JSON.stringify(grown));
}

/** Counting makes a process slow for good, so another one does it. */
function countSteps(only: string | undefined): ReadonlyMap<string, number> {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, "--steps", ...(only === undefined ? [] : [only])], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return new Map(JSON.parse(stdout) as [string, number][]);
}

function report(name: string, { size, ms, ratio }: Growth, grown: number | undefined): boolean {
  const ok = ratio <= MOST_GROWTH && (grown === undefined || grown <= MOST_GROWTH);
  console.log(`${name.padEnd(34)} ${(grown?.toFixed(2) ?? "-").padStart(7)} ${String(size).padStart(9)} ${ms.toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(7)}   ${ok ? "pass" : "FAIL"}`);
  return ok;
}

/** In a process of its own, from one plain script as it ships, so that neither the compiler of our TypeScript nor other texts count. */
async function reportMemory(): Promise<boolean> {
  const child = await buildMemoryChild();
  const file = join(dirname(child), "memory.txt");
  writeFileSync(file, manyMails(MEMORY_TEXT), "latin1");
  const runs: { before: number; most: number; findings: number }[] = [];
  for (let run = 0; run < MEMORY_RUNS; run++) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [child, file], { encoding: "utf8" });
    if (status !== 0) {
      console.log(`\nmemory: 5 MB of text could not be assessed (${/^\w*Error/m.exec(stderr)?.[0] ?? "the process failed"})   FAIL`);
      return false;
    }
    runs.push(JSON.parse(stdout) as (typeof runs)[number]);
  }
  runs.sort((a, b) => a.most - b.most);
  const { before, most, findings } = runs[MEMORY_RUNS >> 1] as (typeof runs)[number];
  const ok = most < MOST_MEMORY;
  const span = `${runs[0]?.most.toFixed(0)} to ${runs[MEMORY_RUNS - 1]?.most.toFixed(0)}`;
  console.log(`\nmemory: 5 MB of text with ${findings} findings, ${most.toFixed(0)} MiB resident at most (median; ${span}), ${before.toFixed(0)} MiB before   < ${MOST_MEMORY} ${ok ? "pass" : "FAIL"}`);
  return ok;
}

const chosenBy = (only: string | undefined): readonly Hostile[] => HOSTILE.filter(({ name }) => only === undefined || name === only);

async function main(only: string | undefined): Promise<number> {
  const steps = countSteps(only);
  console.log(`${"text".padEnd(34)} ${"steps".padStart(7)} ${"size".padStart(9)} ${"CPU".padStart(12)} ${"growth".padStart(7)}   both <= ${MOST_GROWTH.toFixed(2)}`);
  const checks = chosenBy(only).map((hostile) => attempt(hostile.name, steps, () => measure(hostile)));
  const prose = HOSTILE.find(({ name }) => name === "one line of prose");
  if (only === undefined && prose !== undefined) {
    checks.push(attempt("one line of prose, long", steps, () => lastDoublings(prose.body, LONG_LINE / TIMES)));
    checks.push(await reportMemory());
  }
  const failed = checks.filter((ok) => !ok).length;
  console.log(`\n${checks.length - failed} of ${checks.length} hold`);
  return failed === 0 ? 0 : 1;
}

const [first, second] = process.argv.slice(2);
if (first === "--steps") printSteps(chosenBy(second));
else process.exitCode = await main(first);
