/**
 * `npm run bench:growth`: twice the hostile text at most twice the work (and 15 %), in CPU time of one process; 5 MB of text in under 300 MB.
 * Exit code 1 where that fails. A name as argument runs that generator alone.
 */
import { spawnSync } from "node:child_process";
import type { Body } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { HOSTILE, manyMails } from "./growth-inputs.ts";
import type { Hostile } from "./growth-inputs.ts";

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
function attempt(name: string, work: () => Growth): boolean {
  try {
    return report(name, work());
  } catch (error) {
    console.log(`${name.padEnd(28)} threw ${error instanceof Error ? error.name : "something"}   FAIL`);
    return false;
  }
}

function report(name: string, { size, ms, ratio }: Growth): boolean {
  const ok = ratio <= MOST_GROWTH;
  console.log(`${name.padEnd(28)} ${String(size).padStart(8)} ${ms.toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(7)}   ${ok ? "pass" : "FAIL"}`);
  return ok;
}

/** Runs in a process of its own, whose memory holds nothing else. Prints mebibytes before and at most. */
function memoryChild(): void {
  const content = manyMails(MEMORY_TEXT);
  const before = process.memoryUsage().rss;
  assess({ subject: "", body: { format: "text", content: "" }, attachments: [{ name: "a.txt", status: "scanned", parts: [{ format: "text", content }] }], recipients: [] });
  console.log(JSON.stringify({ before: before / 2 ** 20, most: process.resourceUsage().maxRSS / 1024 }));
}

function reportMemory(): boolean {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, "--memory"], { encoding: "utf8" });
  if (status !== 0) {
    console.log(`\nmemory: 5 MB of text could not be assessed (${/^\w*Error/m.exec(stderr)?.[0] ?? "the process failed"})   FAIL`);
    return false;
  }
  const { before, most } = JSON.parse(stdout) as { before: number; most: number };
  const ok = most < MOST_MEMORY;
  console.log(`\nmemory: 5 MB of text, ${most.toFixed(0)} MiB resident at most, ${before.toFixed(0)} MiB before   < ${MOST_MEMORY} ${ok ? "pass" : "FAIL"}`);
  return ok;
}

function main(only: string | undefined): number {
  console.log(`${"text".padEnd(28)} ${"size".padStart(8)} ${"CPU".padStart(12)} ${"growth".padStart(7)}   <= ${MOST_GROWTH.toFixed(2)}`);
  const chosen = HOSTILE.filter(({ name }) => only === undefined || name === only);
  const checks = chosen.map((hostile) => attempt(hostile.name, () => measure(hostile)));
  const prose = HOSTILE.find(({ name }) => name === "one line of prose");
  if (only === undefined && prose !== undefined) {
    checks.push(attempt("one line of prose, long", () => lastDoublings(prose.body, LONG_LINE / TIMES)));
    checks.push(reportMemory());
  }
  const failed = checks.filter((ok) => !ok).length;
  console.log(`\n${checks.length - failed} of ${checks.length} hold`);
  return failed === 0 ? 0 : 1;
}

const [argument] = process.argv.slice(2);
if (argument === "--memory") memoryChild();
else process.exitCode = main(argument);
