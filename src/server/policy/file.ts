import { existsSync, readFileSync, statSync } from "node:fs";
import { AppError, type Policy } from "../../contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../decide/index.ts";
import { detectionProblems } from "../../detect/index.ts";
import { writePrivate } from "../data-folder.ts";

/** `SERVER_POLICY_FILE` with every problem in words, and their number for the log. */
export class PolicyFileError extends AppError {
  readonly problems: number;

  constructor(path: string, problems: readonly string[]) {
    super("SERVER_POLICY_FILE", `The policy file ${path} cannot be used: ${problems.join("; ")}.`);
    this.problems = problems.length;
  }
}

/** Gives the organisation a file to edit. */
export function writeDefaultPolicy(path: string): void {
  if (!existsSync(path)) writePrivate(path, `${JSON.stringify(DEFAULT_POLICY, null, 2)}\n`);
}

/** Reads and checks the policy file. Throws `PolicyFileError`. */
export function readPolicyFile(path: string): Policy {
  const parsed = parsePolicy(parseJson(path, readText(path)), detectionProblems);
  if (!parsed.ok) throw new PolicyFileError(path, parsed.problems.map((problem) => problem.replace(/\.$/, "")));
  return parsed.value;
}

/** Changes when the file does; cheap enough to be asked on every request. Never throws. */
export function fileStamp(path: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return `${ino}-${size}-${mtimeNs}-${ctimeNs}`;
  } catch {
    return "unreadable";
  }
}

function readText(path: string): string {
  try {
    // Editors on Windows begin a file with a byte order mark, which JSON does not allow.
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PolicyFileError(path, [code === "ENOENT" ? "it is not there" : `it cannot be read (${code ?? "unknown"})`]);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where = /\(line \d+ column \d+\)/.exec((cause as SyntaxError).message);
    throw new PolicyFileError(path, [`it is not valid JSON${where ? ` ${where[0]}` : ""}`]);
  }
}
