/** Finds the command, runs it, and turns whatever it throws into one sentence and an exit code. */
import { AppError } from "../contract/index.ts";
import { EXIT, OutputClosed } from "./io.ts";
import type { Io } from "./io.ts";
import { runManifest } from "./manifest.ts";
import { runPolicy } from "./policy.ts";
import { runScan } from "./scan.ts";

const COMMANDS: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>> = {
  manifest: runManifest,
  policy: runPolicy,
  scan: runScan,
};

const HELP = `Commands:
  npm run --silent scan -- FILE…       says what is found in mails and texts
  npm run --silent scan -- --jsonl     the same for a stream of messages
  npm run --silent manifest -- …       writes the manifest for your origin
  npm run --silent policy -- …         makes the list of known patients for a policy
Each takes --help.
`;

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === "--help" || name === "-h") {
    await io.stdout(HELP);
    return EXIT.ok;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command(rest, io);
  await io.stderr(`${name === undefined ? "No command is given." : "There is no such command."} Try --help.\n`);
  return EXIT.error;
}

/** Runs the command that `args` name. Resolves with the exit code; never rejects. */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.ok;
    // The message of an unknown error may quote what was read.
    const sentence = error instanceof AppError ? error.message : new AppError("INTERNAL").message;
    await io.stderr(`${sentence}\n`).catch(() => undefined);
    return EXIT.error;
  }
}
