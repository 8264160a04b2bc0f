import { createAuditQueue, createEntryId } from "../../src/client/index.ts";
import { SETTING_KEYS } from "../../src/contract/index.ts";
import type { AuditEntry, Fetch } from "../../src/contract/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createSigner, createStores, siteOf } from "./signing.ts";

const site = siteOf(createSigner());

function entry(id: string): AuditEntry {
  return {
    id, schema: 1, at: "2026-01-05T09:00:00.000Z", event: "decision", action: "protect", outcome: "sent", policyVersion: 1, pack: "p@1", reasons: [],
    counts: {
      byPart: {}, patients: 0, recipients: { internal: 0, partner: 0, outside: 1, webmail: 0 }, attachments: { scanned: 0, partial: 0, unread: 0 },
    },
    applied: { header: true, label: false }, ms: 5,
  };
}

type Reply = (ids: readonly string[]) => number | "offline" | "silent";

/** A ledger that keeps what it acknowledges, by id, as the server does. */
function setUp(reply: Reply = () => 200, broken: readonly "settings"[] = []) {
  const stores = createStores(broken);
  const clock = createClock();
  const posts: (readonly string[])[] = [];
  const state = { reply };
  const fetch: Fetch = (url, init) => {
    const body = JSON.parse(init?.body ?? "") as { schema: number; entries: AuditEntry[] };
    expect(url).toBe("https://addin.clinic.example/api/audit");
    expect(body.schema).toBe(1);
    const ids = body.entries.map(({ id }) => id);
    posts.push(ids);
    const status = state.reply(ids);
    if (status === "silent") return new Promise(() => undefined);
    if (status === "offline") return Promise.reject(new TypeError("Network request failed"));
    return Promise.resolve({ ok: status < 300, status, text: () => Promise.resolve("{}") });
  };
  return { ...stores, clock, posts, state, queue: createAuditQueue({ site, fetch, timers: clock, settings: stores.settings }) };
}

const waiting = (queue: { state(): { entries: readonly AuditEntry[] } }) => queue.state().entries.map(({ id }) => id);

test("an entry that the server takes is not kept", async () => {
  const { queue, settings } = setUp();
  expect(await queue.record(entry("a"))).toBe(true);
  expect(settings.all.size).toBe(0);
});

test.each(["offline", 500, 503, 429, 401] as const)("an entry answered by %p is kept in the mailbox", async (status) => {
  const { queue, settings } = setUp(() => status);
  expect(await queue.record(entry("a"))).toBe(false);
  expect(waiting(queue)).toEqual(["a"]);
  expect(settings.saves()).toBe(1);
});

test("a server that never answers is waited for 400 ms", async () => {
  const { queue, clock } = setUp(() => "silent");
  let acknowledged: boolean | undefined;
  void queue.record(entry("a")).then((value) => { acknowledged = value; });
  await clock.advance(399);
  expect(acknowledged).toBeUndefined();
  await clock.advance(1);
  expect(acknowledged).toBe(false);
  expect(waiting(queue)).toEqual(["a"]);
});

test("what waits is handed over at once, each id once, when the server is back", async () => {
  const { queue, posts, state, settings } = setUp(() => "offline");
  for (const id of ["a", "b", "a"]) await queue.record(entry(id));
  expect(waiting(queue)).toEqual(["b", "a"]);
  state.reply = () => 200;
  posts.length = 0;
  await queue.flush();
  await queue.flush();
  expect(posts).toEqual([["b", "a"]]);
  expect(settings.all.has(SETTING_KEYS.auditQueue)).toBe(false);
});

test("what waits stays while the server is away", async () => {
  const { queue, settings } = setUp(() => "offline");
  await queue.record(entry("a"));
  await queue.flush();
  expect(waiting(queue)).toEqual(["a"]);
  expect(settings.saves()).toBe(1);
});

test("one entry that the server never takes does not hold the others back, and is counted", async () => {
  const { queue, state } = setUp(() => "offline");
  for (const id of ["a", "bad", "b"]) await queue.record(entry(id));
  state.reply = (ids) => (ids.includes("bad") ? 400 : 200);
  await queue.flush();
  expect(queue.state()).toEqual({ schema: 1, entries: [], lost: 1 });
});

test("a conflict means that the ledger has the rest: nothing is sent again", async () => {
  const { queue, state } = setUp(() => "offline");
  await queue.record(entry("a"));
  state.reply = () => 409;
  await queue.flush();
  expect(waiting(queue)).toEqual([]);
});

test("an entry added while the server is asked is not lost", async () => {
  const { queue, state } = setUp(() => "offline");
  await queue.record(entry("a"));
  state.reply = (ids) => (ids.includes("a") ? 200 : "offline");
  await Promise.all([queue.flush(), queue.record(entry("b"))]);
  expect(waiting(queue)).toEqual(["b"]);
});

test("the queue holds 40 entries and less than a third of the mailbox's room; what falls out is counted", async () => {
  const { queue, settings } = setUp(() => "offline");
  for (let index = 0; index < 50; index += 1) await queue.record(entry(`id-${index}`));
  const { entries, lost } = queue.state();
  expect(entries.length + lost).toBe(50);
  expect(entries.length).toBeLessThanOrEqual(40);
  expect(entries.at(-1)?.id).toBe("id-49");
  expect(settings.all.get(SETTING_KEYS.auditQueue)?.length).toBeLessThan(10_500);
});

test.each(["{", "null", "[]", '{"entries":5}', '{"entries":[1,null,{"id":5}],"lost":-3}'])("a queue that reads %p is taken for empty", async (text) => {
  const { queue, settings } = setUp(() => "offline");
  settings.all.set(SETTING_KEYS.auditQueue, text);
  expect(queue.state()).toEqual({ schema: 1, entries: [], lost: 0 });
  await queue.record(entry("a"));
  expect(waiting(queue)).toEqual(["a"]);
});

test("without a site, without fetch, or with settings that fail, nothing rejects", async () => {
  const { settings, clock } = setUp();
  expect(await createAuditQueue({ site: undefined, timers: clock, settings }).record(entry("a"))).toBe(false);
  expect(await createAuditQueue({ site, timers: clock, settings }).record(entry("b"))).toBe(false);
  const broken = setUp(() => "offline", ["settings"]);
  expect(await broken.queue.record(entry("a"))).toBe(false);
  await broken.queue.flush();
});

test("ids are 32 hex characters and differ with draft, time and chance", () => {
  const ids = [{ now: 1, random: 0.1 }, { now: 2, random: 0.1 }, { now: 1, random: 0.2 }, { digest: "d", now: 1, random: 0.1 }].map(createEntryId);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
