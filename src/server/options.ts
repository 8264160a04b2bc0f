import { isIP } from "node:net";
import { parseArgs } from "node:util";
import type { Result } from "../contract/index.ts";

export interface ServerOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash; absent: `https://localhost:` and the port. */
  readonly origin?: string;
  readonly data: string;
  readonly policy?: string;
  readonly certificate?: { readonly cert: string; readonly key: string };
  readonly files: string;
  readonly trustProxy: readonly string[];
  /** Audit requests a minute from one address. */
  readonly auditRate: number;
}

export const USAGE = `Usage: node src/server/main.ts [options]
  --port N            port to listen on, 0 for any free one (8444)
  --host ADDRESS      address to listen on (127.0.0.1)
  --origin URL        where clients reach this server (https://localhost:PORT)
  --data FOLDER       database, keys, certificate, policy file (./data)
  --policy FILE       the policy file (policy.json in the data folder)
  --cert FILE         certificate in PEM, with --key; without: a self-signed one
  --key FILE          its private key in PEM
  --files FOLDER      the built add-in (dist/addin)
  --trust-proxy LIST  addresses or networks of reverse proxies, by commas
  --audit-rate N      audit requests a minute from one address (6000)
Each can be given as an environment variable too: CHARTSEAL_PORT, CHARTSEAL_TRUST_PROXY, ...`;

const NAMES = ["port", "host", "origin", "data", "policy", "cert", "key", "files", "trust-proxy", "audit-rate"] as const;
type Name = (typeof NAMES)[number];
type Given = Readonly<Partial<Record<Name, string>>>;

/** Reads the command line, and the environment for what it leaves out. Gives `"help"` when help was asked for. */
export function parseOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Result<ServerOptions | "help"> {
  const parsed = parseCommandLine(args);
  if (!parsed.ok) return parsed;
  if (parsed.value === "help") return { ok: true, value: "help" };
  const given: Given = { ...fromEnvironment(env), ...parsed.value };
  const problems: string[] = [];
  const options: ServerOptions = {
    port: wholeNumber(given, "port", { least: 0, most: 65_535, otherwise: 8444 }, problems),
    host: given.host ?? "127.0.0.1",
    ...(given.origin === undefined ? {} : { origin: origin(given.origin, problems) }),
    data: given.data ?? "data",
    ...(given.policy === undefined ? {} : { policy: given.policy }),
    ...certificate(given, problems),
    files: given.files ?? "dist/addin",
    trustProxy: proxies(given["trust-proxy"], problems),
    auditRate: wholeNumber(given, "audit-rate", { least: 1, most: 10_000_000, otherwise: 6000 }, problems),
  };
  return problems.length === 0 ? { ok: true, value: options } : { ok: false, problems };
}

function parseCommandLine(args: readonly string[]): Result<Given | "help"> {
  const strings = Object.fromEntries(NAMES.map((name) => [name, { type: "string" }] as const));
  try {
    const { values } = parseArgs({ args: [...args], options: { ...strings, help: { type: "boolean", short: "h" } }, allowPositionals: false });
    const { help, ...given } = values as Given & { readonly help?: boolean };
    return { ok: true, value: help ? "help" : given };
  } catch (thrown) {
    const [sentence = ""] = (thrown as Error).message.split(/\.(?:\s|$)/);
    return { ok: false, problems: [`${sentence}. Run with --help to see the options.`] };
  }
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Given {
  const pairs = NAMES.map((name) => [name, env[`CHARTSEAL_${name.toUpperCase().replaceAll("-", "_")}`]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== ""));
}

function wholeNumber(given: Given, name: Name, { least, most, otherwise }: { least: number; most: number; otherwise: number }, problems: string[]): number {
  const text = given[name];
  if (text === undefined) return otherwise;
  const number = /^\d{1,8}$/.test(text) ? Number(text) : -1;
  if (number < least || number > most) problems.push(`--${name} must be a whole number from ${least} to ${most}.`);
  return number;
}

function origin(text: string, problems: string[]): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" && (text === url.origin || text === `${url.origin}/`)) return url.origin;
  problems.push("--origin must be an https address without a path, such as https://addin.example.org.");
  return "";
}

function certificate({ cert, key }: Given, problems: string[]): Pick<ServerOptions, "certificate"> {
  if (cert !== undefined && key !== undefined) return { certificate: { cert, key } };
  if (cert !== undefined || key !== undefined) problems.push("--cert and --key go together.");
  return {};
}

function proxies(text: string | undefined, problems: string[]): readonly string[] {
  const list = (text ?? "").split(",").map((item) => item.trim()).filter((item) => item !== "");
  const valid = list.every((item) => {
    const [address = "", bits = "0", ...rest] = item.split("/");
    return rest.length === 0 && isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32);
  });
  if (!valid) problems.push("--trust-proxy must be a list of IP addresses or networks, such as 10.0.0.5,10.1.0.0/16.");
  return list;
}
