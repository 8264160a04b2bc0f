/**
 * `node scripts/bench/hostile.ts [words of a case]`: hostile files, each made by script and read in a fresh process. Counted is what `extract` adds: CPU time
 * of its thread, which it also takes for its clock, and the most memory resident above that before it began, when the file and the readers were there already.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOSTILE_CASES } from "./hostile/cases.ts";
import type { Measure } from "./table.ts";

interface Outcome {
  readonly status?: string;
  readonly reason?: string;
  readonly format?: string;
  readonly characters?: number;
  readonly threw: boolean;
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

/** Time to end once the limit of 8 s is passed. */
const MOST_MS = 9_000;
const MOST_MB = 300;
/** Above all this a process is taken to hang. */
const HANGS_MS = 120_000;

function run(file: string, name: string): Outcome | undefined {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, "hostile", "child.ts"), file, name], { encoding: "utf8", timeout: HANGS_MS });
  return status === 0 ? (JSON.parse(stdout) as Outcome) : undefined;
}

/** In a process of its own too: a child starts with its parent's peak of memory. */
function make(index: number, file: string): void {
  const { status } = spawnSync(process.execPath, [import.meta.filename, "--make", String(index), file], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`Hostile file ${index} could not be made.`);
}

/** Prints a line a case. */
export function hostileMeasures(wanted = ""): readonly Measure[] {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  let [slowest, most, count] = [0, 0, 0];
  try {
    for (const [index, { what, name }] of HOSTILE_CASES.entries()) {
      if (!what.includes(wanted)) continue;
      const file = join(folder, "file");
      make(index, file);
      const outcome = run(file, name);
      const { status = "ended", reason = "", format = "", characters = 0, cpu = Infinity, wall = 0, megabytes = Infinity, threw = true } = outcome ?? {};
      console.log([what.padEnd(46), (threw ? "threw" : status).padEnd(8), reason.padEnd(12), format.padEnd(9), `${cpu.toFixed(0).padStart(6)} ms CPU`, `${wall.toFixed(0).padStart(6)} ms`, `${megabytes.toFixed(0).padStart(4)} MB`, `${(characters / 1e6).toFixed(1).padStart(5)} M characters`].join(" "));
      [slowest, most, count] = [Math.max(slowest, threw ? Infinity : cpu), Math.max(most, megabytes), count + 1];
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [
    { name: "hostile files: slowest, CPU ms", value: slowest, count, unit: "ms", better: "less", must: MOST_MS },
    { name: "hostile files: most memory added, MB", value: most, count, unit: "MB", better: "less", must: MOST_MB },
  ];
}

if (process.argv[1] === import.meta.filename) {
  const [first, index, file] = process.argv.slice(2);
  if (first === "--make") writeFileSync(file ?? "", HOSTILE_CASES[Number(index)]?.make() ?? "");
  else hostileMeasures(first);
}
