/** The gates of `npm run check`: each is a command that must exit 0. Unit tests are jest's and run beside them. */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

export interface Gate {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const root = join(import.meta.dirname, "..");
const node = process.execPath;
const tsc = (project: string): Gate => ({ name: `types: ${project}`, command: ["tsc", "-p", `tsconfig.${project}.json`] });

/** In the order in which they run: what everything else needs comes first. */
export const GATES: readonly Gate[] = [
  { name: "build", command: [node, "scripts/build.ts", "--if-stale", "--quiet"] },
  tsc("pure"), tsc("handler"), tsc("web"), tsc("node"),
  { name: "lint", command: ["eslint", ".", "--max-warnings", "0"] },
  { name: "arrows", command: ["depcruise", "src", "--config", ".dependency-cruiser.cjs"] },
  { name: "lexicon is packed", command: [node, "scripts/pack-lexicon.ts", "--check"] },
  { name: "tagger's words are packed", command: [node, "scripts/tagger/pack-words.ts", "--check"] },
  { name: "tagger's weights are learned", command: [node, "scripts/train-tagger.ts", "--check"] },
  { name: "docs are up to date", command: [node, "scripts/docs.ts", "--check"] },
  { name: "handler bundle", command: [node, "scripts/check-bundle.ts"] },
  { name: "manifest", command: [node, "scripts/check-manifest.ts"] },
];

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs one command with the project's own binaries first on the path; gives its exit code and all it printed. */
export function run(command: readonly [string, ...string[]], options: { readonly show?: boolean } = {}): Promise<Outcome> {
  const [program, ...args] = command;
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, PATH: path }, shell: process.platform === "win32" });
    let output = "";
    const take = (bytes: Buffer): void => {
      output += bytes.toString();
      if (options.show) process.stderr.write(bytes);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs every gate, prints a line each and the output of those that fail. */
export async function runGates(gates: readonly Gate[] = GATES): Promise<{ readonly passed: number; readonly failed: number }> {
  let failed = 0;
  for (const gate of gates) {
    const started = process.hrtime.bigint();
    const { code, output } = await run(gate.command);
    const seconds = Number((process.hrtime.bigint() - started) / 100_000_000n) / 10;
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${gate.name} (${seconds} s)`);
    if (code !== 0) {
      failed += 1;
      console.log(output.trimEnd().replaceAll(/^/gm, "       "));
    }
  }
  return { passed: gates.length - failed, failed };
}

/** Runs jest on the given paths and gives its counts. A crash without a report counts as one failure. */
export async function runJest(args: readonly string[]): Promise<{ readonly passed: number; readonly failed: number }> {
  const { mkdtemp, readFile, rm } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const folder = await mkdtemp(join(tmpdir(), "chartseal-jest-"));
  const report = join(folder, "report.json");
  try {
    const { code } = await run(["jest", "--json", `--outputFile=${report}`, ...args], { show: true });
    const counts = JSON.parse(await readFile(report, "utf8")) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };
    const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    return { passed: counts.numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
