/** A scenario is one line of `npm run simulate -- --jsonl`. Its format is stable. */
import { SEND_MODES } from "./host/send-mode.ts";
import { FAULTS } from "./host/state.ts";
import type { Play, SendReport } from "./host/report.ts";
import type { Attachment, Message, Person } from "./host/state.ts";

export interface Scenario extends Play {
  readonly id: unknown;
}

export type Answer =
  | (SendReport & { readonly id: unknown; readonly offHost: readonly string[] })
  | { readonly id: unknown; readonly error: string };

/** Gives the bytes of a file. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

const SENDER = "ann.reed@clinic.example";
const BASE64 = /^[a-z\d+/]*={0,2}$/i;

class ScenarioError extends Error {}

function refuse(problem: string): never {
  throw new ScenarioError(problem);
}

function optionalString(value: unknown, name: string): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : refuse(`"${name}" must be a string.`);
}

function person(address: string): Person {
  return { address, name: address };
}

function addresses(value: unknown, name: string): readonly Person[] {
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => (typeof one === "string" ? person(one) : refuse(`"${name}" must be a list of addresses.`)));
}

function oneOf<T extends string>(known: readonly T[], value: unknown, name: string): T {
  return known.find((one) => one === value) ?? refuse(`"${name}" must be one of: ${known.join(", ")}.`);
}

async function attachment(value: unknown, index: number, read: ReadFile): Promise<Attachment> {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const { name, path, base64 } = given;
  if (typeof name !== "string") return refuse(`"attachments[${index}].name" must be a string.`);
  const about = { id: `attachment-${index + 1}`, name, kind: "file", contentType: "application/octet-stream", inline: false } as const;
  if (typeof path === "string") {
    const bytes = await read(path).catch(() => refuse(`"attachments[${index}].path" cannot be read.`));
    return { ...about, size: bytes.length, base64: Buffer.from(bytes).toString("base64") };
  }
  if (typeof base64 !== "string" || !BASE64.test(base64)) return refuse(`"attachments[${index}]" needs a path or base64.`);
  return { ...about, size: Buffer.from(base64, "base64").length, base64 };
}

function body(given: Record<string, unknown>): Pick<Message, "format" | "body"> {
  if (given["text"] !== undefined && given["html"] !== undefined) return refuse('Give "text" or "html", not both.');
  if (given["html"] !== undefined) return { format: "html", body: optionalString(given["html"], "html") };
  return { format: "text", body: optionalString(given["text"], "text") };
}

async function read(given: Record<string, unknown>, readFile: ReadFile): Promise<Scenario> {
  const { faults = [], attachments = [], mode = "Block" } = given;
  if (!Array.isArray(faults)) return refuse('"faults" must be a list.');
  if (!Array.isArray(attachments)) return refuse('"attachments" must be a list.');
  return {
    id: given["id"],
    mode: oneOf(SEND_MODES, mode, "mode"),
    from: person(optionalString(given["from"], "from") || SENDER),
    faults: faults.map((fault) => oneOf(FAULTS, fault, "faults")),
    content: {
      to: addresses(given["to"], "to"),
      cc: addresses(given["cc"], "cc"),
      bcc: addresses(given["bcc"], "bcc"),
      subject: optionalString(given["subject"], "subject"),
      ...body(given),
      attachments: await Promise.all(attachments.map((one, index) => attachment(one, index, readFile))),
    },
  };
}

/** Reads one line; a line that cannot be played gives its id, where it has one, and one sentence. */
export async function parseScenario(line: string, readFile: ReadFile): Promise<Scenario | { readonly id: unknown; readonly error: string }> {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { id: null, error: "The line is not JSON." };
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { id: null, error: "The line is not a JSON object." };
  const fields = given as Record<string, unknown>;
  try {
    return await read(fields, readFile);
  } catch (thrown) {
    if (thrown instanceof ScenarioError) return { id: fields["id"] ?? null, error: thrown.message };
    throw thrown;
  }
}
