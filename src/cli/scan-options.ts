/** The options of `scan`. */
import { parseArgs } from "node:util";
import type { Result } from "../contract/index.ts";

export interface ScanOptions {
  readonly files: readonly string[];
  readonly jsonl: boolean;
  readonly json: boolean;
  readonly explain: boolean;
  readonly help: boolean;
  readonly policy?: string;
}

export const SCAN_HELP = `scan: says what protected health information is found, and what the policy would do.

  npm run --silent scan -- [options] FILE or FOLDER…
      .eml files as whole messages; .txt, .html and other text files as the body of one; any other document as an
      attachment. A folder stands for all files below it. A text of more than 25 MB is judged in parts.
      Exit code: 0 none found, 3 found, 2 something could not be read.
  npm run --silent scan -- --jsonl [--policy FILE] < messages.jsonl
      One message a line in, one answer a line out, in order. A line that cannot be used is answered {id, error}.
      In:  {id, text | html, subject?, from?, to?, cc?, bcc?, attachments?: [{name, path | base64}]}
      Out: {id, phi, action, score, patients, sensitive, findings, attachments}
      Exit code: 0 when the input was read to its end, 2 otherwise.

  --policy FILE   the organization's policy as JSON, instead of the default one
  --explain       say for each finding why it counts
  --json          answer with JSON lines instead of a table
  --help          this text

Without recipients, one recipient outside the organization is assumed. Found text is shown masked, or not at all.
`;

const OPTIONS = {
  jsonl: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  explain: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  policy: { type: "string" },
} as const;

function misuse({ files, jsonl, json, explain, help }: ScanOptions): string | undefined {
  if (help) return undefined;
  if (jsonl && files.length > 0) return "With --jsonl the messages come from the standard input; leave the file names out.";
  if (jsonl && (json || explain)) return "--jsonl has one fixed answer; leave --json and --explain out.";
  if (json && explain) return "--json and --explain cannot go together; leave one out.";
  return !jsonl && files.length === 0 ? "No file is given." : undefined;
}

/** Reads the command line. One sentence says what is wrong with it. */
export function scanOptions(args: readonly string[]): Result<ScanOptions> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    const { policy, ...flags } = values;
    const options: ScanOptions = { files: positionals, ...flags, ...(policy === undefined ? {} : { policy }) };
    const problem = misuse(options);
    return problem === undefined ? { ok: true, value: options } : { ok: false, problems: [problem] };
  } catch (error) {
    // Its first sentence says what is wrong; the rest is advice on option syntax.
    const [sentence = "The options cannot be read"] = String((error as Partial<Error>).message).split(/\.(?:\s|$)/);
    return { ok: false, problems: [`${sentence}.`] };
  }
}
