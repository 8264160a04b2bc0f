import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditEntry, Policy, Site } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { openAddinFiles } from "../../src/server/addin-files.ts";
import { buildApp, type App } from "../../src/server/app.ts";
import { openDataFolder, type DataFolder } from "../../src/server/data-folder.ts";
import { createLog } from "../../src/server/log.ts";
import { openPolicyKeys, type PolicyKeys } from "../../src/server/policy/keys.ts";
import { openPolicySource, type PolicySource } from "../../src/server/policy/source.ts";
import type { Store } from "../../src/server/store/index.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";

export const ORIGIN = "https://addin.example.org";
export const NOW = new Date("2026-03-04T05:06:07.000Z");
export const HASHED_PLAIN = "vendor.0123456789abcdef0123.js";
export const HASHED_STAMPED = "taskpane.0123456789abcdef0123.js";

/** A folder that the test's end removes. */
export function tempFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "chartseal-server-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** As the build leaves it, with little in it. */
export function writeBuild(folder: string): void {
  const site = 'const site = "@@CHARTSEAL_SITE@@";\n';
  for (const name of ["assets", "cmaps"]) mkdirSync(join(folder, name), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    "launchevent.js": site, [HASHED_STAMPED]: site, [HASHED_PLAIN]: "const a = 1;\n", "launchevent-page.js": "const b = 2;\n",
    "launchevent.html": "<!doctype html><title>handler</title>\n", "taskpane.html": "<!doctype html><title>pane</title>\n",
    "pdf-worker.js": "const c = 3;\n", "cmaps/UniGB-UTF16-H.bcmap": "table", "cmaps/LICENSE.txt": "licence",
    "assets/icon-16.png": "png", ".hidden.js": "secret-dot-file", "notes.exe": "secret-other-type",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

export function writePolicy(path: string, change: Partial<Policy> | string = {}): void {
  writeFileSync(path, typeof change === "string" ? change : JSON.stringify({ ...DEFAULT_POLICY, ...change }));
}

export interface TestServer {
  readonly app: App;
  readonly store: Store;
  readonly data: DataFolder;
  readonly keys: PolicyKeys;
  readonly policySource: PolicySource;
  readonly files: string;
  readonly logged: string[];
  close(): Promise<void>;
}

/** The real server on a fresh folder and a real database, without a socket. */
export async function openServer(options: { readonly auditRate?: number; readonly strictTransport?: boolean; readonly trustProxy?: readonly string[] } = {}): Promise<TestServer> {
  const folder = tempFolder();
  const logged: string[] = [];
  const now = (): Date => NOW;
  const log = createLog((line) => void logged.push(line), now);
  const data = openDataFolder(join(folder.path, "data"));
  const files = join(folder.path, "addin");
  writeBuild(files);
  writePolicy(data.policyFile);
  const keys = openPolicyKeys(data);
  const site = (): Site => ({ origin: ORIGIN, policyKeys: keys.trusted });
  const store = await openSqlite(data.database);
  const policySource = await openPolicySource({ file: data.policyFile, store, keys, now, log });
  const app = await buildApp({
    store, policySource, site, files: openAddinFiles(files, site), log, now,
    auditRate: options.auditRate ?? 1000, trustProxy: options.trustProxy ?? [], strictTransport: options.strictTransport ?? false,
  });
  return {
    app, store, data, keys, policySource, files, logged,
    close: async () => {
      await app.close();
      await store.close();
      folder.remove();
    },
  };
}

/** A whole entry; `id` is drawn from the number. */
export function entry(number: number, change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: number.toString(16).padStart(32, "0"),
    schema: 1,
    at: "2026-03-04T05:06:00.000Z",
    event: "decision",
    action: "protect",
    outcome: "sent",
    policyVersion: 3,
    pack: "chartseal-us@1.0.0",
    reasons: [{ ruleId: "phi-leaves", code: "phi-outside" }],
    counts: {
      byPart: { A: 1, H: 2 },
      patients: 1,
      recipients: { internal: 0, partner: 0, outside: 1, webmail: 0 },
      attachments: { scanned: 1, partial: 0, unread: 0 },
    },
    applied: { header: true, label: false },
    ms: 120,
    ...change,
  };
}
