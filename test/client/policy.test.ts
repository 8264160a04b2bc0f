import { createPolicySource } from "../../src/client/index.ts";
import type { PolicySourceParts } from "../../src/client/index.ts";
import { SESSION_KEYS, SETTING_KEYS } from "../../src/contract/index.ts";
import type { Fetch } from "../../src/contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../src/decide/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createSigner, createStores, policyOf, signJws, siteOf } from "./signing.ts";

const signer = createSigner();
const stranger = createSigner();
const signed = (version: number) => signJws(policyOf(version), signer);

function serving(jws: string, status = 200): Fetch {
  return () => Promise.resolve({ ok: status === 200, status, text: () => Promise.resolve(JSON.stringify({ schema: 1, jws })) });
}
const offline: Fetch = () => Promise.reject(new TypeError("Network request failed"));
const silent: Fetch = () => new Promise(() => undefined);

function setUp(changes: Partial<PolicySourceParts> = {}, broken: readonly ("session" | "settings")[] = []) {
  const stores = createStores(broken);
  const clock = createClock();
  const asked: string[] = [];
  const fetch: Fetch | undefined = "fetch" in changes ? changes.fetch : offline;
  const source = createPolicySource({
    site: siteOf(signer), session: stores.session, settings: stores.settings, timers: clock, parse: parsePolicy, builtIn: DEFAULT_POLICY, ...changes,
    fetch: fetch === undefined ? undefined : (url, init) => { asked.push(url); return fetch(url, init); },
  });
  return { ...stores, clock, source, asked };
}

describe("at Send", () => {
  test("the draft's copy is used, and the network left alone", async () => {
    const { source, session, asked } = setUp();
    session.all.set(SESSION_KEYS.policy, signed(4));
    expect(await source.current()).toMatchObject({ from: "session", policy: { version: 4 } });
    expect(asked).toEqual([]);
  });

  test("the mailbox's copy is used where the draft has none", async () => {
    const { source, settings, asked } = setUp();
    settings.all.set(SETTING_KEYS.lastPolicy, signed(4));
    settings.all.set(SETTING_KEYS.lastSync, "2026-01-02T03:04:05.000Z");
    expect(await source.current()).toEqual({ from: "settings", policy: policyOf(4), lastSync: "2026-01-02T03:04:05.000Z" });
    expect(asked).toEqual([]);
  });

  test.each([[3, 5, "settings"], [5, 3, "session"], [4, 4, "session"]] as const)("of versions %p (draft) and %p (mailbox) the newer is used", async (draft, mailbox, from) => {
    const { source, session, settings } = setUp();
    session.all.set(SESSION_KEYS.policy, signed(draft));
    settings.all.set(SETTING_KEYS.lastPolicy, signed(mailbox));
    expect(await source.current()).toMatchObject({ from, policy: { version: Math.max(draft, mailbox) } });
  });

  test("a tampered copy is passed over and named", async () => {
    const { source, session, settings } = setUp();
    session.all.set(SESSION_KEYS.policy, signJws(policyOf(9, { rules: [] }), { ...stranger, kid: signer.kid }));
    settings.all.set(SETTING_KEYS.lastPolicy, signed(4));
    expect(await source.current()).toMatchObject({ from: "settings", policy: { version: 4 }, problem: "POLICY_SIGNATURE" });
  });

  test("with only a tampered copy and no server the built-in policy holds", async () => {
    const { source, session } = setUp();
    session.all.set(SESSION_KEYS.policy, `${signed(4)}x`);
    expect(await source.current()).toEqual({ from: "built-in", policy: DEFAULT_POLICY, problem: "POLICY_SIGNATURE" });
  });

  test("a signed policy that does not parse is refused", async () => {
    const { source, session } = setUp();
    session.all.set(SESSION_KEYS.policy, signJws({ ...policyOf(4), onFault: "allow" }, signer));
    expect(await source.current()).toMatchObject({ from: "built-in", problem: "POLICY_INVALID" });
  });

  test("without any copy the server is asked", async () => {
    const { source, asked } = setUp({ fetch: serving(signed(7)) });
    expect(await source.current()).toMatchObject({ from: "network", policy: { version: 7 } });
    expect(asked).toEqual(["https://addin.clinic.example/api/policy"]);
  });

  test("a server that never answers is waited for 1.5 s", async () => {
    const { source, clock } = setUp({ fetch: silent });
    let from: string | undefined;
    void source.current().then((now) => { from = now.from; });
    await clock.advance(1_499);
    expect(from).toBeUndefined();
    await clock.advance(1);
    expect(from).toBe("built-in");
  });

  test.each([
    ["no fetch", { fetch: undefined }], ["no site", { site: undefined }], ["no server", {}], ["a refusal", { fetch: serving(signed(7), 503) }],
  ])("with %s the built-in policy holds", async (_name, changes) => {
    const { source } = setUp(changes);
    expect(await source.current()).toMatchObject({ from: "built-in", problem: "POLICY_UNAVAILABLE" });
  });

  test("stores that fail cost their copy only", async () => {
    const { source } = setUp({ fetch: serving(signed(7)) }, ["session", "settings"]);
    expect(await source.current()).toMatchObject({ from: "network", policy: { version: 7 } });
  });
});

describe("while a mail is written", () => {
  test("the policy is kept with the draft and in the mailbox", async () => {
    const { source, session, settings, clock } = setUp({ fetch: serving(signed(7)) });
    expect(await source.prefetch()).toMatchObject({ status: "updated", now: { from: "network", policy: { version: 7 } } });
    expect(session.all.get(SESSION_KEYS.policy)).toBe(signed(7));
    expect(settings.all.get(SETTING_KEYS.lastPolicy)).toBe(signed(7));
    expect(settings.all.get(SETTING_KEYS.lastSync)).toBe(new Date(clock.now()).toISOString());
    expect(settings.saves()).toBe(1);
  });

  test("an unchanged policy is not saved to the mailbox again before a day has passed", async () => {
    const { source, settings, clock } = setUp({ fetch: serving(signed(7)) });
    await source.prefetch();
    await clock.advance(3_600_000);
    expect(await source.prefetch()).toMatchObject({ status: "unchanged" });
    expect(settings.saves()).toBe(1);
    await clock.advance(86_400_000);
    await source.prefetch();
    expect(settings.saves()).toBe(2);
  });

  test("an older policy than the one kept is refused", async () => {
    const { source, session, settings } = setUp({ fetch: serving(signed(6)) });
    settings.all.set(SETTING_KEYS.lastPolicy, signed(7));
    expect(await source.prefetch()).toMatchObject({ status: "refused", problem: "POLICY_ROLLBACK", now: { from: "settings", policy: { version: 7 } } });
    expect(session.all.size).toBe(0);
    expect(settings.all.get(SETTING_KEYS.lastPolicy)).toBe(signed(7));
  });

  test.each([
    ["tampered", signJws(policyOf(8), { ...stranger, kid: signer.kid }), "POLICY_SIGNATURE"], ["no JWS", "x", "POLICY_SIGNATURE"],
    ["not a policy", signJws({ version: 9 }, signer), "POLICY_INVALID"],
  ])("a policy that is %s is refused and not kept", async (_name, jws, problem) => {
    const { source, session, settings } = setUp({ fetch: serving(jws) });
    settings.all.set(SETTING_KEYS.lastPolicy, signed(7));
    expect(await source.prefetch()).toMatchObject({ status: "refused", problem, now: { policy: { version: 7 } } });
    expect([...session.all.values(), ...settings.all.values()]).toEqual([signed(7)]);
  });

  test("an answer that is not ours is refused", async () => {
    const html: Fetch = () => Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve("<html>sign in</html>") });
    expect(await setUp({ fetch: html }).source.prefetch()).toMatchObject({ status: "refused", problem: "POLICY_INVALID" });
  });

  test("a policy too large for the mailbox is kept with the draft alone", async () => {
    const large = signJws(policyOf(7, { partnerDomains: Array.from({ length: 900 }, (_, index) => `partner-${index}.example`) }), signer);
    const { source, session, settings } = setUp({ fetch: serving(large) });
    expect(await source.prefetch()).toMatchObject({ status: "updated" });
    expect(session.all.get(SESSION_KEYS.policy)).toBe(large);
    expect(settings.all.has(SETTING_KEYS.lastPolicy)).toBe(false);
  });

  test("a server that is away leaves the last good policy", async () => {
    const { source, settings } = setUp();
    settings.all.set(SETTING_KEYS.lastPolicy, signed(7));
    expect(await source.sync()).toMatchObject({ status: "offline", problem: "POLICY_UNAVAILABLE", now: { from: "settings" } });
  });

  test("stores that fail do not fail the fetch", async () => {
    const { source } = setUp({ fetch: serving(signed(7)) }, ["session", "settings"]);
    expect(await source.prefetch()).toMatchObject({ status: "updated" });
  });

  test("ensure asks the server only for a draft without a valid copy", async () => {
    const { source, session, asked } = setUp({ fetch: serving(signed(7)) });
    session.all.set(SESSION_KEYS.policy, signed(7));
    await source.ensure();
    expect(asked).toHaveLength(0);
    session.all.set(SESSION_KEYS.policy, "tampered");
    await source.ensure();
    expect(asked).toHaveLength(1);
    expect(session.all.get(SESSION_KEYS.policy)).toBe(signed(7));
  });
});

test("a sync that a person asks for notes its time, changed or not", async () => {
  const { source, settings, clock } = setUp({ fetch: serving(signed(7)) });
  await source.sync();
  await clock.advance(60_000);
  expect(await source.sync()).toMatchObject({ status: "unchanged", now: { lastSync: new Date(clock.now()).toISOString() } });
  expect(settings.saves()).toBe(2);
});
