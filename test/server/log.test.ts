import { AppError } from "../../src/contract/index.ts";
import { createLog, faultEntry, type LogEntry } from "../../src/server/log.ts";
import { NOW } from "./support.ts";

const CANARY = "Zzyzx-canary";

function logged(entry: LogEntry): unknown {
  const lines: string[] = [];
  createLog((line) => void lines.push(line), () => NOW)(entry);
  expect(lines.join("")).toMatch(/^[^\n]+\n$/);
  return JSON.parse(lines.join(""));
}

test("only the members of the entry's own type are written", () => {
  const request = { event: "request", method: "GET", route: "/*", status: 200, ms: 1.7, url: CANARY, body: CANARY, ip: CANARY } as LogEntry;
  expect(logged(request)).toEqual({ time: NOW.toISOString(), event: "request", method: "GET", route: "/*", status: 200, ms: 2 });
  expect(logged({ ...request, method: CANARY } as LogEntry)).toMatchObject({ method: "OTHER" });
});

test.each<[string, unknown, object]>([
  ["our own", new AppError("SERVER_DATABASE", CANARY), { code: "SERVER_DATABASE" }],
  ["the system's", Object.assign(new Error(CANARY), { code: "ENOSPC" }), { code: "INTERNAL", system: "ENOSPC" }],
  ["one with content in its code", Object.assign(new Error(CANARY), { code: CANARY }), { code: "INTERNAL" }],
  ["one with lines in its message", new Error(`a\n    at ${CANARY}\n    at b (${CANARY})`), { code: "INTERNAL" }],
  ["none at all", CANARY, { code: "INTERNAL", frames: [] }],
])("a fault tells where, never what: %s", (_name, thrown, expected) => {
  const entry = logged(faultEntry(thrown));
  expect(entry).toMatchObject(expected);
  expect(JSON.stringify(entry)).not.toContain(CANARY);
});
