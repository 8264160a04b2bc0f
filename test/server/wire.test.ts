import { createAuditQueue, createPolicySource, readSite } from "../../src/client/index.ts";
import type { Fetch, SessionStore, SettingsStore, Timers } from "../../src/contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../src/decide/index.ts";
import { entry, openServer, ORIGIN, writePolicy, type TestServer } from "./support.ts";

/** The client as it is built into the add-in, against the server as it runs, without a network between them. */
let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const timers: Timers = { setTimeout: () => 0, clearTimeout: () => undefined, now: () => 1_772_600_000_000 };

const fetch: Fetch = async (url, init = {}) => {
  expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
  const answer = await server.app.inject({
    method: init.method ?? "GET", url: url.slice(ORIGIN.length), headers: { ...init.headers, origin: `${ORIGIN}/` }, ...(init.body === undefined ? {} : { payload: init.body }),
  });
  expect(answer.headers["access-control-allow-origin"]).toBe(`${ORIGIN}/`);
  return { status: answer.statusCode, ok: answer.statusCode < 300, text: () => Promise.resolve(answer.body) };
};

function stores(): { readonly session: SessionStore; readonly settings: SettingsStore } {
  const kept = new Map<string, string>();
  const set = (key: string, value: string | undefined): void => void (value === undefined ? kept.delete(key) : kept.set(key, value));
  return {
    session: {
      get: (key) => Promise.resolve(kept.get(`session ${key}`)),
      set: (key, value) => Promise.resolve(set(`session ${key}`, value)),
      remove: (key) => Promise.resolve(set(`session ${key}`, undefined)),
    },
    settings: { get: (key) => kept.get(key), set, save: () => Promise.resolve() },
  };
}

async function stampedSite() {
  const { body } = await server.app.inject({ method: "GET", url: "/launchevent.js" });
  return readSite(new Function(`${body}; return site;`)() as string);
}

test("the client takes the policy by the key in its script, and follows every change of the file", async () => {
  const source = createPolicySource({ ...stores(), site: await stampedSite(), fetch, timers, parse: parsePolicy, builtIn: DEFAULT_POLICY });
  expect(await source.sync()).toMatchObject({ status: "updated", now: { from: "network", policy: { version: 1 } } });
  expect(await source.sync()).toMatchObject({ status: "unchanged" });
  writePolicy(server.data.policyFile, { name: "Example Clinic" });
  expect(await source.sync()).toMatchObject({ status: "updated", now: { policy: { name: "Example Clinic", version: 2 } } });
  // Put back as it was: a change again, so that no client takes it for a rollback.
  writePolicy(server.data.policyFile);
  expect(await source.sync()).toMatchObject({ status: "updated", now: { policy: { name: DEFAULT_POLICY.name, version: 3 } } });
});

test("a queue that waited is delivered once, conflicts and all", async () => {
  const { settings } = stores();
  const site = await stampedSite();
  const offline = createAuditQueue({ settings, site, fetch: () => Promise.reject(new Error("offline")), timers });
  for (const number of [1, 2, 3]) expect(await offline.record(entry(number))).toBe(false);
  await server.store.appendEntries([entry(2), entry(3, { ms: 1 })], "2026-03-04T05:06:07.000Z");
  const online = createAuditQueue({ settings, site, fetch, timers });
  await online.flush();
  expect(online.state().entries).toEqual([]);
  expect(await server.store.counts()).toMatchObject({ entries: 3 });
  expect(await online.record(entry(4))).toBe(true);
});
