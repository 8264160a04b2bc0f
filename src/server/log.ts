import { types } from "node:util";
import { ERRORS, type ErrorCode } from "../contract/index.ts";

/** All that a log line can say. No member can hold a body, an address, a query string, a subject or a file name of a mail. */
export type LogEntry =
  | { readonly event: "started"; readonly port: number; readonly policyVersion: number; readonly entries: number }
  | { readonly event: "certificate"; readonly selfSigned: boolean; readonly daysLeft: number }
  | { readonly event: "certificate-refused"; readonly code: ErrorCode }
  | { readonly event: "stopping"; readonly signal: "SIGINT" | "SIGTERM" }
  | { readonly event: "stopped" }
  | { readonly event: "request"; readonly method: string; readonly route: string; readonly status: number; readonly ms: number }
  | { readonly event: "policy-issued"; readonly version: number }
  | { readonly event: "policy-refused"; readonly code: ErrorCode; readonly problems: number }
  | { readonly event: "audit-conflict"; readonly conflicts: number }
  | { readonly event: "fault"; readonly code: ErrorCode; readonly system?: string; readonly frames: readonly string[] };

export type Log = (entry: LogEntry) => void;

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);

/** Writes one JSON line an entry. Members are copied by name, so that a value with more members than its type cannot slip through. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (entry) => write(`${JSON.stringify({ time: now().toISOString(), ...allowed(entry) })}\n`);
}

function allowed(entry: LogEntry): LogEntry {
  const { event } = entry;
  switch (event) {
    case "started": return { event, port: entry.port, policyVersion: entry.policyVersion, entries: entry.entries };
    case "certificate": return { event, selfSigned: entry.selfSigned, daysLeft: entry.daysLeft };
    case "certificate-refused": return { event, code: entry.code };
    case "stopping": return { event, signal: entry.signal };
    case "stopped": return { event };
    case "request": return {
      event, method: METHODS.has(entry.method) ? entry.method : "OTHER", route: entry.route, status: entry.status, ms: Math.round(entry.ms),
    };
    case "policy-issued": return { event, version: entry.version };
    case "policy-refused": return { event, code: entry.code, problems: entry.problems };
    case "audit-conflict": return { event, conflicts: entry.conflicts };
    case "fault": return { event, code: entry.code, ...(entry.system ? { system: entry.system } : {}), frames: entry.frames };
  }
}

/**
 * A fault as a log entry: our code, the system's code, and where it was thrown. The message is left out, since a library may
 * quote its input in it.
 */
export function faultEntry(thrown: unknown): LogEntry {
  const { code, stack } = types.isNativeError(thrown) ? (thrown as NodeJS.ErrnoException) : {};
  const frames = (stack ?? "").split("\n").filter((line) => /^ {4}at [^\n]+:\d+:\d+\)?$/.test(line)).slice(0, 5).map((line) => line.trim());
  const known = code !== undefined && Object.hasOwn(ERRORS, code);
  return {
    event: "fault",
    code: known ? (code as ErrorCode) : "INTERNAL",
    ...(!known && code !== undefined && /^[A-Z][A-Z0-9_]{0,47}$/.test(code) ? { system: code } : {}),
    frames,
  };
}
