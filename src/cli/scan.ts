/** `scan`: the way of a draft, from files or lines instead of Outlook. */
import { AppError } from "../contract/index.ts";
import type { Policy, Result } from "../contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../decide/index.ts";
import { detectionProblems } from "../detect/index.ts";
import { EXIT } from "./io.ts";
import type { Io } from "./io.ts";
import { scanFiles } from "./scan-files.ts";
import { scanJsonl } from "./scan-jsonl.ts";
import { SCAN_HELP, scanOptions } from "./scan-options.ts";

async function readPolicy(path: string, io: Io): Promise<Result<Policy>> {
  const bytes = await io.readFile(path).catch(() => {
    throw new AppError("INPUT_INVALID", "The policy file cannot be read; check its name and your rights to it.");
  });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { ok: false, problems: ["policy: the file is not JSON; check its commas and quotes."] };
  }
  return parsePolicy(json, detectionProblems);
}

/** Runs `scan` and resolves with its exit code. */
export async function runScan(args: readonly string[], io: Io): Promise<number> {
  const options = scanOptions(args);
  if (!options.ok) {
    await io.stderr(`${options.problems.join("\n")} Try --help.\n`);
    return EXIT.error;
  }
  const { help, jsonl, policy: path } = options.value;
  if (help) {
    await io.stdout(SCAN_HELP);
    return EXIT.ok;
  }
  const policy: Result<Policy> = path === undefined ? { ok: true, value: DEFAULT_POLICY } : await readPolicy(path, io);
  if (!policy.ok) {
    await io.stderr(`The policy cannot be used.\n${policy.problems.map((problem) => `  ${problem}\n`).join("")}`);
    return EXIT.error;
  }
  return jsonl ? scanJsonl(io, policy.value) : scanFiles(options.value, io, policy.value);
}
