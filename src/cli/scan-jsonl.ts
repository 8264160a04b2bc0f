/** `scan --jsonl`: lines in, answers out, in order, one message in memory at a time. */
import type { Policy } from "../contract/index.ts";
import { answerOf } from "./answer.ts";
import type { Answer, ErrorAnswer } from "./answer.ts";
import { EXIT } from "./io.ts";
import type { Io } from "./io.ts";
import { judge } from "./judge.ts";
import { linesOf } from "./lines.ts";
import type { Line } from "./lines.ts";
import { idAtStart, readInput } from "./scan-input.ts";

/** Room for an attachment at its own limit in base64, and some text. */
export const MOST_LINE_BYTES = 64 * 1024 * 1024;

async function answer(line: Line, io: Io, policy: Policy): Promise<Answer | ErrorAnswer> {
  if (line.kind === "too-long") {
    return { id: idAtStart(line.head), error: `The line is longer than ${MOST_LINE_BYTES / 1024 / 1024} MB.` };
  }
  const input = await readInput(line.text, io);
  if (!input.ok) return { id: input.id, error: input.error };
  try {
    return answerOf(input.id, judge(input.message, policy, io.now()));
  } catch {
    // What was thrown may quote the message.
    return { id: input.id, error: "The message could not be checked." };
  }
}

/** Answers every line of the standard input. */
export async function scanJsonl(io: Io, policy: Policy): Promise<number> {
  for await (const line of linesOf(io.stdin, MOST_LINE_BYTES)) {
    await io.stdout(`${JSON.stringify(await answer(line, io, policy))}\n`);
  }
  return EXIT.ok;
}
