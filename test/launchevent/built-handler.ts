/** Loads the built handler as classic Outlook does: one script, an engine without a browser, and `Office`. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext, Script } from "node:vm";
import { SITE_STAMP } from "../../src/contract/index.ts";
import type { AuditEntry, Fetch, Policy, Site } from "../../src/contract/index.ts";
import { createSigner, policyOf, signJws, siteOf } from "../client/signing.ts";
import { createClock } from "../support/fake-office-clock.ts";
import type { Clock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { FakeOffice, FakeOptions } from "../support/fake-office.ts";

const root = join(import.meta.dirname, "../..");
const signer = createSigner();

/** Builds when a source is newer than the bundle, so that no test ever passes on an old one. */
export function buildHandler(): string {
  execFileSync(join(root, "node_modules/.bin/node"), [join(root, "scripts/build.ts"), "--if-stale", "--quiet"], { cwd: root, stdio: "pipe" });
  return readFileSync(join(root, "dist/addin/launchevent.js"), "utf8");
}

type Options = Office.SmartAlertsEventCompletedOptions;

export interface Server {
  readonly site: Site;
  readonly fetch: Fetch;
  /** All that was posted. */
  readonly posted: string[];
  readonly entries: () => readonly AuditEntry[];
  readonly jws: string;
}

/** Our server as the handler sees it: one policy, one ledger. */
export function createServer(policy: Partial<Policy> = {}, version = 5): Server {
  const jws = signJws(policyOf(version, policy), signer);
  const posted: string[] = [];
  const answer = (body: unknown) => Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(body)) });
  return {
    site: siteOf(signer),
    jws,
    posted,
    entries: () => posted.flatMap((text) => (JSON.parse(text) as { entries: AuditEntry[] }).entries),
    fetch: (_url, init) => {
      if (init?.method !== "POST") return answer({ schema: 1, jws });
      posted.push(init.body ?? "");
      return answer({ schema: 1, stored: 1, duplicates: 0 });
    },
  };
}

const scripts = new Map<string, Script>();

/** Each text is compiled once, though every test gets an engine of its own. */
function compiled(text: string): Script {
  const script = scripts.get(text) ?? new Script(text, { filename: "launchevent.js" });
  scripts.set(text, script);
  return script;
}

export interface HandlerParts extends FakeOptions {
  readonly script: string;
  readonly server?: Server | undefined;
  /** Members of `Office` to put in place of the fake's. */
  readonly office?: object;
  /** Without it the engine has no timers. */
  readonly timers?: boolean;
}

export interface Handler extends FakeOffice {
  readonly clock: Clock;
  /** Options of each `event.completed`, in order. */
  readonly completed: (Options | undefined)[];
  readonly logged: string[];
  readonly unhandled: unknown[];
  readonly associated: ReadonlyMap<string, (event: object) => void>;
  /** Names that the script added to the engine's globals. */
  readonly leaked: () => readonly string[];
  /** Raises the event and lets ms pass. */
  run(name: string, ms?: number): Promise<void>;
}

export function loadHandler({ script, server, office, timers = true, ...options }: HandlerParts): Handler {
  const fake = createFakeOffice(options);
  const clock = createClock();
  const associated = new Map<string, (event: object) => void>();
  const completed: (Options | undefined)[] = [];
  const logged: string[] = [];
  const log = (...all: readonly unknown[]): void => void logged.push(all.map(String).join(" "));
  const actions: Pick<Office.Actions, "associate"> = { associate: (name, run) => void associated.set(name, run) };
  const context = createContext({
    Office: Object.defineProperties({ ...fake.office, actions }, Object.getOwnPropertyDescriptors(office ?? {})),
    console: { log, warn: log, error: log, info: log, debug: log },
    ...(timers ? { setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout } : {}),
    ...(server === undefined ? {} : { fetch: server.fetch }),
  }, { codeGeneration: { strings: false, wasm: false } });
  // V8 puts it into every context; the real engine is not known to have it.
  runInContext("delete globalThis.WebAssembly", context);
  (runInContext("(now) => { Date.now = now; }", context) as (now: () => number) => void)(clock.now);
  const globals = (): readonly string[] => runInContext("Object.getOwnPropertyNames(globalThis)", context) as string[];
  const before = new Set(globals());
  const stamped = server === undefined ? script : script.replaceAll(`"${SITE_STAMP}"`, () => JSON.stringify(JSON.stringify(server.site)));
  compiled(stamped).runInContext(context);
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
  return {
    ...fake, clock, completed, logged, unhandled, associated,
    leaked: () => globals().filter((name) => !before.has(name)),
    async run(name, ms = 0) {
      process.on("unhandledRejection", onUnhandled);
      try {
        associated.get(name)?.({ completed: (result?: Options) => void completed.push(result) });
        await clock.advance(ms);
      } finally {
        process.off("unhandledRejection", onUnhandled);
      }
    },
  };
}
