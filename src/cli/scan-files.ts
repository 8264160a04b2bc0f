/** `scan FILE…`: a report, or a JSON line, for each file, those in folders too. */
import { AppError } from "../contract/index.ts";
import type { Policy } from "../contract/index.ts";
import { answerOf } from "./answer.ts";
import { filesIn } from "./find-files.ts";
import { EXIT, OutputClosed } from "./io.ts";
import type { Io } from "./io.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judge.ts";
import { longText } from "./long-text.ts";
import { printable } from "./mask.ts";
import { readBody, readMessage } from "./read-message.ts";
import { report } from "./report.ts";
import type { ScanOptions } from "./scan-options.ts";

type Outcome = { readonly name: string } & (Judgement | { readonly problem: string });

/** One outcome, or one for each piece of a long text. */
async function* judgeFile(path: string, io: Io, policy: Policy): AsyncGenerator<Outcome> {
  try {
    let pieces = 0;
    if (!path.toLowerCase().endsWith(".eml") && (await io.list(path)) === undefined) {
      for await (const piece of longText(path, io)) yield { name: `${path} (part ${++pieces})`, ...judge(readBody(path, piece, io), policy, io.now()) };
    }
    if (pieces === 0) yield { name: path, ...judge(await readMessage(path, io), policy, io.now()) };
  } catch (error) {
    yield { name: path, problem: sentenceOf(error) };
  }
}

/** Any other error may quote what was read. */
function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return typeof (error as NodeJS.ErrnoException).code === "string" ? UNREADABLE : new AppError("INTERNAL").message;
}

const UNREADABLE = "The file cannot be opened; check its name and your rights to it.";
const CLEAR_LINE = "\r\u001b[K";

/** On a terminal alone, and gone before anything else is written. */
function progress({ isTerminal, stderr }: Io): { readonly show: (read: number, path: string) => Promise<void>; readonly clear: () => Promise<void> } {
  const say = async (text: string): Promise<void> => (isTerminal ? stderr(text) : undefined);
  return { show: (read, path) => say(`${CLEAR_LINE}${read} read, now ${printable(path).slice(-60)}`), clear: () => say(CLEAR_LINE) };
}

async function* outcomes(options: ScanOptions, io: Io, policy: Policy): AsyncGenerator<Outcome> {
  const { show, clear } = progress(io);
  let read = 0;
  for (const given of options.files) {
    try {
      for await (const path of filesIn(given, io)) {
        await show(read, path);
        for await (const outcome of judgeFile(path, io, policy)) {
          await clear();
          yield outcome;
        }
        read += 1;
      }
    } catch (error) {
      if (error instanceof OutputClosed) throw error;
      await clear();
      yield { name: given, problem: sentenceOf(error) };
    }
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
  for await (const outcome of outcomes(options, io, policy)) {
    const { name } = outcome;
    if ("problem" in outcome) {
      failed = true;
      await tellProblem(name, outcome.problem, options, io);
      continue;
    }
    phi ||= outcome.assessment.phi;
    await io.stdout(options.json ? `${JSON.stringify(answerOf(name, outcome))}\n` : report(name, outcome, options.explain));
  }
  if (failed) return EXIT.error;
  return phi ? EXIT.phi : EXIT.ok;
}
