/** Speed and start, each in child processes: other work of the bench neither warms nor clutters them. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { draftOf } from "./corpus.ts";
import type { Row } from "./corpus.ts";

/** Contender -> millions of UTF-16 code units a second, the best of its rounds. */
export type Rates = Readonly<Record<string, number>>;

/** Node compiles on for some fifty megabytes of mail, in threads whose time counts as well. */
const JIT = { rounds: 12, most: Infinity, least: 2_000_000 };
/** The interpreter is slow, and as slow on a part as on the whole. */
const JITLESS = { rounds: 3, most: 1_000_000, least: 300_000 };
const STARTS = 11;

function run(args: readonly string[], input: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`A child of the bench failed: ${stderr.slice(-500)}`);
  return JSON.parse(stdout);
}

/** Runs all contenders over the rows' text: every n-th row where it is too much, over and over where it is too little to warm to. */
export function measureSpeed(script: string, rows: readonly Row[], jitless: boolean): Rates {
  const { rounds, most, least } = jitless ? JITLESS : JIT;
  const total = rows.reduce((sum, { text }) => sum + text.length, 0);
  const step = Math.max(1, Math.ceil(total / most));
  const times = Math.max(1, Math.ceil(least / Math.max(1, total)));
  const drafts = rows.filter((_, i) => i % step === 0).map((row) => {
    const { subject, body } = draftOf(row).draft;
    return { subject, content: body.content };
  });
  const { best } = run([...(jitless ? ["--jitless"] : []), script], JSON.stringify({ rounds, drafts: Array.from({ length: times }, () => drafts).flat() })) as { best: Record<string, number> };
  return best;
}

export interface Start {
  /** Milliseconds, medians over fresh processes. CPU time says the same on a busy machine; wall time does not. */
  readonly cpu: number;
  readonly wall: number;
}

export function measureStart(script: string): Start {
  const child = join(import.meta.dirname, "start-child.ts");
  const runs = Array.from({ length: STARTS }, () => run([child, script], "") as Start);
  const median = (of: (start: Start) => number): number => runs.map(of).sort((a, b) => a - b)[STARTS >> 1] ?? Number.NaN;
  return { cpu: median((s) => s.cpu), wall: median((s) => s.wall) };
}
