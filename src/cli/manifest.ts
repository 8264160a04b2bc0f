/** `npm run manifest`: our manifest.xml for another origin. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../contract/index.ts";
import type { Result } from "../contract/index.ts";
import { EXIT, OutputClosed } from "./io.ts";
import type { Io } from "./io.ts";

const TEMPLATE = join(import.meta.dirname, "..", "..", "manifest.xml");
const TEMPLATE_ORIGIN = "https://localhost:8444";
const SEND_MODES = ["Block", "SoftBlock", "PromptUser"] as const;
export type SendMode = (typeof SEND_MODES)[number];

const USAGE = `Usage: npm run --silent manifest -- --origin https://addin.example.org [options]
  --origin URL      where the add-in's files are served: https://, a host, a port if it is not 443
  --send-mode MODE  what Outlook does while the add-in cannot be loaded: Block (default) holds the message,
                    SoftBlock and PromptUser can let it go unchecked
  --version 1.2.3.4 must be higher than the one deployed, or the admin center refuses the update
  --id GUID         an id of your own, for a second deployment beside the first, such as a test one
  --out FILE        writes the file instead of printing the manifest
`;

export interface ManifestChoices {
  readonly origin: string;
  readonly sendMode?: SendMode;
  readonly version?: string;
  readonly id?: string;
}

const refuse = (problem: string): Result<never> => ({ ok: false, problems: [problem] });

/** What a typed origin has too much or too little, before a URL parser silently repairs it. */
function shapeProblem(text: string): string | undefined {
  if (!/^https:\/\//i.test(text)) return "--origin must begin with https:// because Outlook loads add-ins over https only.";
  const rest = text.slice("https://".length);
  if (rest === "") return "--origin lacks the host, as in https://addin.example.org.";
  if (rest.endsWith("/") && !rest.slice(0, -1).includes("/")) return "--origin must not end with a slash.";
  if (/[/?#\\]/.test(rest)) return "--origin must not have a path, a query or a fragment: the add-in is served from the top of its host.";
  if (rest.includes("@")) return "--origin must not hold a user name or a password.";
  if (!/^[\p{L}\p{M}\p{N}.:[\]-]+$/u.test(rest)) return "--origin has a character that no host has.";
  return undefined;
}

/** Reads an https origin strictly. The result is in the form that browsers use: lower case, punycode, no default port. */
export function parseOrigin(text: string): Result<string> {
  const problem = shapeProblem(text);
  if (problem !== undefined) return refuse(problem);
  if (!URL.canParse(text)) return refuse("--origin is not a valid address: check the host and the port.");
  const { origin, hostname, port } = new URL(text);
  // A parser reads 1.2 as 1.0.0.2 and drops a final dot's meaning: what it had to change is a typing mistake.
  const typed = text.slice("https://".length).replace(/:\d{0,5}$/, "").toLowerCase();
  const isAscii = /^\p{ASCII}*$/u.test(typed);
  if (hostname.endsWith(".") || port === "0" || text.endsWith(":") || (isAscii && typed !== hostname)) {
    return refuse("--origin is not a valid address: check the host and the port.");
  }
  return { ok: true, value: origin };
}

const isSendMode = (text: string): text is SendMode => (SEND_MODES as readonly string[]).includes(text);

interface Values {
  readonly origin?: string | undefined;
  readonly "send-mode"?: string | undefined;
  readonly version?: string | undefined;
  readonly id?: string | undefined;
}

function checkValues(values: Values): Result<ManifestChoices> {
  const { origin = "", version, id, "send-mode": sendMode } = values;
  const parsed = origin === "" ? refuse("--origin is missing.") : parseOrigin(origin);
  if (!parsed.ok) return parsed;
  if (sendMode !== undefined && !isSendMode(sendMode)) return refuse(`--send-mode must be one of ${SEND_MODES.join(", ")}.`);
  if (version !== undefined && !/^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(version)) return refuse("--version must be one to four numbers of up to five digits, as in 1.2.3.4.");
  if (id !== undefined && !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(id)) {
    return refuse("--id must be a random GUID (version 4) without braces.");
  }
  return {
    ok: true,
    value: {
      origin: parsed.value,
      ...(sendMode === undefined ? {} : { sendMode }),
      ...(version === undefined ? {} : { version }),
      ...(id === undefined ? {} : { id: id.toLowerCase() }),
    },
  };
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");

/** Replaces what stands between two marks; a template that does not hold them exactly once is not ours. */
function replaceOnce(xml: string, { before, after, by }: { readonly before: string; readonly after: string; readonly by: string | undefined }): string {
  if (by === undefined) return xml;
  const [head, tail, ...others] = xml.split(before);
  const end = tail?.indexOf(after) ?? -1;
  if (head === undefined || tail === undefined || others.length > 0 || end < 0) throw new AppError("INTERNAL", `manifest.xml must hold ${before} once.`);
  return `${head}${before}${escapeXml(by)}${tail.slice(end)}`;
}

/** Writes the choices into the text of our manifest.xml. Throws `INTERNAL` if that text is not as committed. */
export function fillManifest(template: string, { origin, sendMode, version, id }: ManifestChoices): string {
  if (!template.includes(TEMPLATE_ORIGIN)) throw new AppError("INTERNAL", `manifest.xml must be for ${TEMPLATE_ORIGIN}.`);
  const edits = [
    { before: "<Id>", after: "</Id>", by: id },
    { before: "<Version>", after: "</Version>", by: version },
    { before: 'SendMode="', after: '"', by: sendMode },
  ];
  return edits.reduce(replaceOnce, template).replaceAll(TEMPLATE_ORIGIN, escapeXml(origin));
}

/** Why a file operation failed, in one sentence and without a stack. */
function fileProblem(action: "read" | "written", thrown: unknown): string {
  const { code = "unknown reason" } = thrown as { readonly code?: string };
  const why: Readonly<Record<string, string>> = { ENOENT: "the folder or file does not exist", EACCES: "access is denied", EISDIR: "it is a folder" };
  return `The manifest could not be ${action}: ${why[code] ?? code}.`;
}

type Request = { readonly help: true } | { readonly help: false; readonly choices: ManifestChoices; readonly out: string | undefined };

function parseRequest(args: readonly string[]): Result<Request> {
  const option = { type: "string" } as const;
  const options = { origin: option, "send-mode": option, version: option, id: option, out: option, help: { type: "boolean" } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    if (values.help === true) return { ok: true, value: { help: true } };
    if (values.out !== undefined && resolve(values.out) === TEMPLATE) {
      return refuse("--out must not be manifest.xml itself: every other manifest is made from it.");
    }
    const choices = checkValues(values);
    return choices.ok ? { ok: true, value: { help: false, choices: choices.value, out: values.out } } : choices;
  } catch (thrown) {
    return refuse((thrown as Error).message);
  }
}

/** Prints or writes the manifest. Exit code 0, or 2 with a sentence on stderr. */
export async function runManifest(args: readonly string[], io: Io): Promise<number> {
  const request = parseRequest(args);
  if (!request.ok) {
    await io.stderr(`${request.problems.join("\n")}\n\n${USAGE}`);
    return EXIT.error;
  }
  if (request.value.help) {
    await io.stdout(USAGE);
    return EXIT.ok;
  }
  const { choices, out } = request.value;
  let action: "read" | "written" = "read";
  try {
    const xml = fillManifest(new TextDecoder().decode(await io.readFile(TEMPLATE)), choices);
    action = "written";
    await (out === undefined ? io.stdout(xml) : io.writeFile(out, xml));
  } catch (thrown) {
    if (thrown instanceof AppError || thrown instanceof OutputClosed) throw thrown;
    await io.stderr(`${fileProblem(action, thrown)}\n`);
    return EXIT.error;
  }
  if (choices.sendMode !== undefined && choices.sendMode !== "Block") {
    await io.stderr(`Note: with ${choices.sendMode} a message can leave unchecked while the add-in cannot be loaded. Block holds it.\n`);
  }
  if (out !== undefined) await io.stdout(`Wrote ${out} for ${choices.origin}.\n`);
  return EXIT.ok;
}
