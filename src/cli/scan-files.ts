/** `scan FILE…`: a report, or a JSON line, for each file. */
import { AppError } from "../contract/index.ts";
import type { Policy } from "../contract/index.ts";
import { answerOf } from "./answer.ts";
import { EXIT } from "./io.ts";
import type { Io } from "./io.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judge.ts";
import { printable } from "./mask.ts";
import { readMessage } from "./read-message.ts";
import { report } from "./report.ts";
import type { ScanOptions } from "./scan-options.ts";

type Outcome = Judgement | { readonly problem: string };

async function judgeFile(path: string, io: Io, policy: Policy): Promise<Outcome> {
  try {
    return judge(await readMessage(path, io), policy, io.now());
  } catch (error) {
    // Any other error may quote what was read.
    return { problem: error instanceof AppError ? error.message : new AppError("INTERNAL").message };
  }
}

async function tellProblem(path: string, problem: string, { json }: ScanOptions, io: Io): Promise<void> {
  if (json) await io.stdout(`${JSON.stringify({ id: path, error: problem })}\n`);
  else await io.stderr(`${printable(path)}: ${problem}\n`);
}

/** Exit code: what could not be read outweighs what was found, and that outweighs nothing. */
export async function scanFiles(options: ScanOptions, io: Io, policy: Policy): Promise<number> {
  let failed = false;
  let phi = false;
  for (const path of options.files) {
    const outcome = await judgeFile(path, io, policy);
    if ("problem" in outcome) {
      failed = true;
      await tellProblem(path, outcome.problem, options, io);
      continue;
    }
    phi ||= outcome.assessment.phi;
    await io.stdout(options.json ? `${JSON.stringify(answerOf(path, outcome))}\n` : report(path, outcome, options.explain));
  }
  if (failed) return EXIT.error;
  return phi ? EXIT.phi : EXIT.ok;
}
