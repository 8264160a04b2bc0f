import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ERRORS, OVERRIDE_REASONS, type AuditEntry, type ErrorCode } from "../../../src/contract/index.ts";
import { entry, NOW, openServer, type TestServer } from "../support.ts";

let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const CANARY = "Zzyzx Quux-Canary 000-12-3456";
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "POST", url: "/api/audit", headers: { "content-type": "application/json", ...headers }, payload: payload as object });
const send = (...entries: readonly unknown[]) => post({ schema: 1, entries });

test("entries are stored once, however often they are sent", async () => {
  const first = await send(entry(1), entry(2));
  expect([first.statusCode, first.json()]).toEqual([200, { schema: 1, stored: 2, duplicates: 0 }]);
  expect((await send(entry(2), entry(3), entry(3))).json()).toEqual({ schema: 1, stored: 1, duplicates: 2 });
  expect(await server.store.counts()).toMatchObject({ entries: 3 });
});

test("the order of members does not make another entry", async () => {
  await send(entry(1));
  const turned = Object.fromEntries(Object.entries(entry(1)).reverse());
  expect((await send(turned)).json()).toEqual({ schema: 1, stored: 0, duplicates: 1 });
});

test("an id with other content is named, and nothing else is; the rest is stored", async () => {
  await send(entry(1), entry(2));
  const answer = await send(entry(1, { ms: 999 }), entry(2), entry(3), entry(4), entry(4, { action: "block" }));
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toEqual({
    schema: 1, error: "AUDIT_CONFLICT", message: ERRORS.AUDIT_CONFLICT, ids: [entry(1).id, entry(4).id], stored: 2, duplicates: 1,
  });
  expect((await send(entry(1), entry(4))).json()).toEqual({ schema: 1, stored: 0, duplicates: 2 });
});

test("an override and a fault are taken in all their kinds", async () => {
  const overrides = OVERRIDE_REASONS.map((override, index) => entry(100 + index, { event: "override", override }));
  const faults = (Object.keys(ERRORS) as ErrorCode[]).map((fault, index) => entry(200 + index, { fault, reasons: [{ ruleId: "fault", code: "fault" }] }));
  const answer = await send(...overrides, ...faults);
  expect([answer.statusCode, answer.json<{ stored: number }>().stored]).toEqual([200, overrides.length + faults.length]);
});

const with_ = (change: object): AuditEntry => ({ ...entry(1), ...change });
const counts = (change: object) => with_({ counts: { ...entry(1).counts, ...change } });
test.each<[string, unknown, string]>([
  ["free text as a rule id", with_({ reasons: [{ ruleId: CANARY, code: "phi-outside" }] }), "/entries/0/reasons/0/ruleId"],
  ["a long slug", with_({ reasons: [{ ruleId: "a".repeat(49), code: "phi-outside" }] }), "/entries/0/reasons/0/ruleId"],
  ["a second line behind a slug", with_({ reasons: [{ ruleId: `a\n${CANARY}`, code: "phi-outside" }] }), "/entries/0/reasons/0/ruleId"],
  ["free text as a reason", with_({ reasons: [{ ruleId: "a", code: CANARY }] }), "/entries/0/reasons/0/code"],
  ["a member beside a reason", with_({ reasons: [{ ruleId: "a", code: "fault", text: CANARY }] }), "/entries/0/reasons/0"],
  ["free text as a pack", with_({ pack: CANARY }), "/entries/0/pack"],
  ["free text as an id", with_({ id: CANARY }), "/entries/0/id"],
  ["free text as a time", with_({ at: CANARY }), "/entries/0/at"],
  ["text behind a time", with_({ at: `2026-03-04T05:06:07Z ${CANARY}` }), "/entries/0/at"],
  ["free text as an override", with_({ override: CANARY }), "/entries/0/override"],
  ["free text as a fault", with_({ fault: CANARY }), "/entries/0/fault"],
  ["an unknown action", with_({ action: "warn" }), "/entries/0/action"],
  ["an unknown member", with_({ subject: CANARY }), "/entries/0"],
  ["an unknown member named by content", with_({ [CANARY]: 1 }), "/entries/0"],
  ["an unknown class", counts({ byPart: { [CANARY]: 1 } }), "/entries/0/counts/byPart"],
  ["an identifier as a count", counts({ patients: 123456789 }), "/entries/0/counts/patients"],
  ["a fraction as a count", counts({ patients: 1.123456789 }), "/entries/0/counts/patients"],
  ["a count as text", counts({ patients: "1" }), "/entries/0/counts/patients"],
  ["a negative count", counts({ byPart: { A: -1 } }), "/entries/0/counts/byPart/A"],
  ["a truth value as text", with_({ applied: { header: CANARY, label: false } }), "/entries/0/applied/header"],
  ["an endless duration", with_({ ms: 3_600_001 }), "/entries/0/ms"],
  ["a missing member", (({ ms: _, ...rest }) => rest)(entry(1)), "/entries/0"],
  ["something else than an entry", CANARY, "/entries/0"],
  ["nothing", null, "/entries/0"],
])("%s is refused by its place, never quoted, and nothing is stored", async (_name, bad, path) => {
  const answer = await send(bad);
  expect([answer.statusCode, answer.json()]).toEqual([400, { schema: 1, error: "INPUT_INVALID", message: ERRORS.INPUT_INVALID, path, rule: expect.any(String) }]);
  expect((await send(entry(5), bad)).statusCode).toBe(400);
  expect(await server.store.counts()).toMatchObject({ entries: 0 });
  expectNoCanary(answer.body + JSON.stringify(answer.headers));
});

test.each<[string, string, string, number]>([
  ["text that is no JSON", CANARY, "application/json", 400],
  ["JSON that breaks off", `{"schema":1,"entries":["${CANARY}`, "application/json", 400],
  ["nothing at all", "", "application/json", 400],
  ["plain text", CANARY, "text/plain", 415],
  ["a form", `a=${CANARY}`, "application/x-www-form-urlencoded", 415],
  ["a polluted prototype", `{"__proto__":{"x":"${CANARY}"},"schema":1,"entries":[]}`, "application/json", 400],
  ["more than 256 kB", JSON.stringify({ schema: 1, entries: [CANARY.repeat(10_000)] }), "application/json", 413],
])("%s is refused without a word of it", async (_name, payload, type, status) => {
  const answer = await server.app.inject({ method: "POST", url: "/api/audit", headers: { "content-type": type }, payload });
  expect([answer.statusCode, answer.json<{ schema: number }>().schema]).toEqual([status, 1]);
  expectNoCanary(answer.body + JSON.stringify(answer.headers));
});

test.each<[string, unknown]>([
  ["no entries", { schema: 1, entries: [] }],
  ["more than a hundred", { schema: 1, entries: Array.from({ length: 101 }, (_, index) => entry(index)) }],
  ["another schema", { schema: 2, entries: [entry(1)] }],
  ["a member beside the entries", { schema: 1, entries: [entry(1)], note: CANARY }],
])("a batch with %s is refused", async (_name, payload) => {
  const answer = await post(payload);
  expect(answer.statusCode).toBe(400);
  expectNoCanary(answer.body);
});

test("content in an address, a query or a header reaches no sink either", async () => {
  await server.app.inject({ method: "POST", url: `/api/audit?subject=${encodeURIComponent(CANARY)}`, payload: { schema: 1, entries: [entry(1)] } });
  await server.app.inject({ method: "GET", url: `/${encodeURIComponent(CANARY)}`, headers: { referer: CANARY, "x-forwarded-for": CANARY } });
  await server.app.inject({ method: "PUT", url: `/api/${encodeURIComponent(CANARY)}` });
  expect(server.logged.map((line) => JSON.parse(line) as object).filter((line) => "route" in line)).toEqual([
    { time: NOW.toISOString(), event: "request", method: "POST", route: "/api/audit", status: 200, ms: expect.any(Number) },
    { time: NOW.toISOString(), event: "request", method: "GET", route: "/*", status: 404, ms: expect.any(Number) },
    { time: NOW.toISOString(), event: "request", method: "PUT", route: "none", status: 404, ms: expect.any(Number) },
  ]);
  expectNoCanary("");
});

test("an address that asks too often is told to wait, others are not", async () => {
  await server.close();
  server = await openServer({ auditRate: 2, trustProxy: ["127.0.0.1"] });
  const from = (address: string) => post({ schema: 1, entries: [entry(1)] }, { "x-forwarded-for": address });
  const codes = [];
  for (const address of ["192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"]) codes.push((await from(address)).statusCode);
  expect(codes).toEqual([200, 200, 429, 200]);
  const refused = await from("192.0.2.1");
  expect(refused.json()).toEqual({ schema: 1, error: "REQUEST_TOO_OFTEN", message: ERRORS.REQUEST_TOO_OFTEN });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await server.app.inject({ method: "GET", url: "/api/policy" })).statusCode).toBe(200);
});

test("a database that fails answers 500 in our words and stores nothing", async () => {
  await server.store.close();
  const answer = await send(entry(1));
  expect([answer.statusCode, answer.json()]).toEqual([500, { schema: 1, error: "INTERNAL", message: ERRORS.INTERNAL }]);
  const fault = server.logged.map((line) => JSON.parse(line) as { event: string; frames?: string[] }).find(({ event }) => event === "fault");
  expect(fault?.frames?.length).toBeGreaterThan(0);
});

/** Not in the answer, not in the log, not in any file of the data folder: database, its log, keys. */
function expectNoCanary(answer: string): void {
  const folder = dirname(server.data.database);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const stored = files.map((item) => readFileSync(join(item.parentPath, item.name), "latin1")).join("");
  for (const word of ["Zzyzx", "Quux", "000-12-3456", "%20Quux"]) expect([answer, server.logged.join(""), stored].some((sink) => sink.includes(word))).toBe(false);
}
