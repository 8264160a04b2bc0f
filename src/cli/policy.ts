/** `policy hash-patients`: turns names and numbers into the keyed hashes that a policy may hold. */
import { createHmac } from "node:crypto";
import { parseArgs } from "node:util";
import { AppError } from "../contract/index.ts";
import type { Result } from "../contract/index.ts";
import { knownPatientKey } from "../detect/index.ts";
import { EXIT } from "./io.ts";
import type { Io } from "./io.ts";
import { linesOf } from "./lines.ts";

export const POLICY_HELP = `policy hash-patients: makes the list of known patients for a policy, without a name in it.

  npm run --silent policy -- hash-patients [--policy FILE] < patients.txt
      Reads one name or number a line from the standard input; writes the JSON for "knownPatients" of a policy's "detection".
      Lines of which too little is left (one word, or fewer than four letters and digits) are told by their number and left out.
      Exit code: 0 when every line was taken, 2 otherwise.

  --policy FILE   take the key from this policy, so that hashes made before stay good; otherwise a new key is made
  --help          this text

The list still speaks of patients: who holds the policy can try names against it. docs/policy.md says what follows.
`;

const HEX_DIGITS = 16;
const KEY_BYTES = 32;
const MOST_LINE_BYTES = 4096;

/** A `KeyedHash`, as the add-in makes it. */
export function keyedHash(key: string, text: string): string {
  return createHmac("sha256", Buffer.from(key, "base64url")).update(text, "utf8").digest("hex").slice(0, HEX_DIGITS);
}

interface Options {
  readonly help: boolean;
  readonly policy?: string;
}

function optionsOf(args: readonly string[]): Result<Options> {
  const wrong = (sentence: string): Result<Options> => ({ ok: false, problems: [sentence] });
  try {
    const { values, positionals } = parseArgs({
      args: [...args], options: { help: { type: "boolean", short: "h", default: false }, policy: { type: "string" } }, allowPositionals: true, strict: true,
    });
    const { policy, help } = values;
    if (!help && (positionals.length !== 1 || positionals[0] !== "hash-patients")) return wrong("The one thing `policy` does is hash-patients; names come from the standard input.");
    return { ok: true, value: { help, ...(policy === undefined ? {} : { policy }) } };
  } catch {
    return wrong("There is an option that `policy` does not know.");
  }
}

/** The policy need not be valid as a whole: its list may be the very thing that is being made. */
async function keyIn(path: string, io: Io): Promise<string> {
  const bytes = await io.readFile(path).catch(() => {
    throw new AppError("INPUT_INVALID", "The policy file cannot be read; check its name and your rights to it.");
  });
  try {
    const policy = JSON.parse(new TextDecoder().decode(bytes)) as { readonly detection?: { readonly knownPatients?: { readonly key?: unknown } } } | null;
    const key = policy?.detection?.knownPatients?.key;
    if (typeof key === "string" && Buffer.from(key, "base64url").length === KEY_BYTES) return key;
  } catch {
    throw new AppError("INPUT_INVALID", "The policy file is not JSON; check its commas and quotes.");
  }
  throw new AppError("INPUT_INVALID", "The policy has no key under detection.knownPatients; leave --policy out to make one.");
}

/** Runs `policy` and resolves with its exit code. Says nothing of a line but its number. */
export async function runPolicy(args: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok) {
    await io.stderr(`${options.problems.join("\n")} Try --help.\n`);
    return EXIT.error;
  }
  if (options.value.help) {
    await io.stdout(POLICY_HELP);
    return EXIT.ok;
  }
  const key = options.value.policy === undefined ? Buffer.from(io.randomBytes(KEY_BYTES)).toString("base64url") : await keyIn(options.value.policy, io);
  const hashes = new Set<string>();
  const refused: number[] = [];
  let number = 0;
  for await (const line of linesOf(io.stdin, MOST_LINE_BYTES)) {
    number += 1;
    if (line.kind === "text" && line.text.trim() === "") continue;
    const text = line.kind === "text" ? knownPatientKey(line.text) : undefined;
    if (text === undefined) refused.push(number);
    else hashes.add(keyedHash(key, text));
  }
  // Sorted: the order of the lines would tell who was added last.
  await io.stdout(`${JSON.stringify({ key, hashes: [...hashes].sort() }, null, 2)}\n`);
  for (const at of refused) await io.stderr(`Line ${at} was left out: too little of it is left to tell a patient by.\n`);
  return refused.length === 0 ? EXIT.ok : EXIT.error;
}
