import { createHash } from "node:crypto";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DEFAULT_POLICY } from "../../../src/decide/index.ts";
import type { Store } from "../../../src/server/store/index.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { entry, NOW, tempFolder } from "../support.ts";

const AT = NOW.toISOString();
let folder: ReturnType<typeof tempFolder>;
let path: string;
let store: Store;
beforeEach(async () => {
  folder = tempFolder();
  path = join(folder.path, "chartseal.db");
  store = await openSqlite(path);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

/** Reads past our own code, as an auditor would. */
function rows(sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function change(sql: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

test("what was answered is there after a restart, and stays once", async () => {
  await store.appendEntries([entry(1), entry(2)], AT);
  const before = await store.counts();
  await store.close();
  store = await openSqlite(path);
  expect(await store.counts()).toEqual(before);
  expect(await store.appendEntries([entry(2), entry(3)], AT)).toEqual({ stored: 1, duplicates: 1, conflicts: [] });
  expect(rows("select id, at, received_at from ledger order by seq")).toEqual([1, 2, 3].map((n) => ({ id: entry(n).id, at: entry(n).at, received_at: AT })));
});

test("every link covers the one before it, its place, its time of arrival and the entry", async () => {
  await store.appendEntries([entry(1), entry(2)], AT);
  await store.appendEntries([entry(3)], "2026-03-04T06:00:00.000Z");
  let previous = "00".repeat(32);
  const links = rows("select * from ledger order by seq");
  for (const [index, row] of links.entries()) {
    const { entry: text, received_at: receivedAt, seq } = row as { entry: string; received_at: string; seq: number };
    expect([seq, row["prev_hash"], JSON.parse(text)]).toEqual([index + 1, previous, entry(index + 1)]);
    const record = `{"entry":${JSON.stringify(text)},"receivedAt":"${receivedAt}","seq":${seq}}`;
    previous = createHash("sha256").update(Buffer.from(previous, "hex")).update(record).digest("hex");
    expect(row["hash"]).toBe(previous);
  }
  expect(await store.counts()).toEqual({ entries: 3, head: previous });
});

test.each([
  "update ledger set entry = '{}'", "delete from ledger", "update ledger set seq = 9 where seq = 1", "update policy_issue set policy = '{}'", "delete from policy_issue",
])("%s is refused", async (sql) => {
  await store.appendEntries([entry(1)], AT);
  await store.recordPolicy({ policy: DEFAULT_POLICY, contentHash: "aa" }, AT);
  expect(() => change(sql)).toThrow(/append-only/);
  expect(await store.counts()).toMatchObject({ entries: 1 });
});

test.each([
  ["replaces a link", "insert or replace into ledger select seq, id, at, received_at, '{}', prev_hash, 'x' from ledger where seq = 2"],
  ["replaces a link by its id", "insert or replace into ledger select 3, id, at, received_at, '{}', hash, 'x' from ledger where seq = 2"],
  ["leaves a gap", "insert into ledger select 4, 'x', at, received_at, '{}', hash, 'x' from ledger where seq = 2"],
  ["forks the chain", "insert into ledger select 3, 'x', at, received_at, '{}', prev_hash, 'x' from ledger where seq = 2"],
  ["replaces a policy", "insert or replace into policy_issue select version, issued_at, recorded_at, content_hash, '{}' from policy_issue"],
])("an insert that %s is refused", async (_name, sql) => {
  await store.appendEntries([entry(1), entry(2)], AT);
  await store.recordPolicy({ policy: DEFAULT_POLICY, contentHash: "aa" }, AT);
  expect(() => change(sql)).toThrow(/append-only/);
});

test("batches that arrive together are stored one after another", async () => {
  const batches = Array.from({ length: 20 }, (_, index) => store.appendEntries([entry(index), entry(index + 1)], AT));
  const results = await Promise.all(batches);
  expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(21);
  expect(rows("select count(*) as n, max(seq) as last, count(distinct prev_hash) as links from ledger")).toEqual([{ n: 21, last: 21, links: 21 }]);
});

test("the largest batches fit one transaction", async () => {
  const batch = (number: number) => Array.from({ length: 100 }, (_, index) => entry(number * 100 + index));
  const results = await Promise.all(Array.from({ length: 25 }, (_, number) => store.appendEntries(batch(number), AT)));
  expect(results).toEqual(Array.from({ length: 25 }, () => ({ stored: 100, duplicates: 0, conflicts: [] })));
  expect(await store.counts()).toMatchObject({ entries: 2500 });
});

test("two processes on one file do not fork the chain", async () => {
  const other = await openSqlite(path);
  try {
    for (let index = 0; index < 10; index += 1) await (index % 2 ? other : store).appendEntries([entry(index)], AT);
  } finally {
    await other.close();
  }
  expect(rows("select count(*) as n, max(seq) as last, count(distinct prev_hash) as links from ledger")).toEqual([{ n: 10, last: 10, links: 10 }]);
});

test("the file is durable as SQLite can make it, and its owner's alone", () => {
  expect(rows("pragma journal_mode")).toEqual([{ journal_mode: "wal" }]);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a version of the policy is recorded once", async () => {
  expect(await store.lastPolicy()).toBeUndefined();
  await store.recordPolicy({ policy: { ...DEFAULT_POLICY, version: 10 }, contentHash: "aa" }, AT);
  await store.recordPolicy({ policy: { ...DEFAULT_POLICY, version: 9 }, contentHash: "bb" }, AT);
  await expect(store.recordPolicy({ policy: { ...DEFAULT_POLICY, version: 10 }, contentHash: "cc" }, AT)).rejects.toThrow();
  expect(await store.lastPolicy()).toEqual({ policy: { ...DEFAULT_POLICY, version: 10 }, contentHash: "aa" });
});

test("a file that is no database is refused in a sentence", async () => {
  const other = join(folder.path, "other.db");
  writeFileSync(other, "no database ".repeat(100));
  await expect(openSqlite(other)).rejects.toMatchObject({ code: "SERVER_DATABASE", message: expect.stringContaining(other) });
});
