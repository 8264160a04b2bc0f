import type { AddressInfo } from "node:net";
import { AppError, codeOf, type Site } from "../contract/index.ts";
import { openAddinFiles } from "./addin-files.ts";
import { buildApp, MIN_TLS, type App } from "./app.ts";
import { openDataFolder, type DataFolder } from "./data-folder.ts";
import type { Log } from "./log.ts";
import type { ServerOptions } from "./options.ts";
import { writeDefaultPolicy } from "./policy/file.ts";
import { openPolicyKeys } from "./policy/keys.ts";
import { openPolicySource } from "./policy/source.ts";
import type { Store } from "./store/index.ts";
import { openSqlite } from "./store/sqlite.ts";
import { openSelfSigned, readOwnCertificate, type TlsFiles } from "./tls/certificate.ts";

export interface RunningServer {
  readonly port: number;
  /** Reads the certificate's files again; what is broken leaves the one in use. New connections get the new one. */
  reloadCertificate(): Promise<void>;
  /** Takes no more connections, lets running requests finish, closes the database. */
  close(): Promise<void>;
}

export interface Surroundings {
  readonly now: () => Date;
  readonly log: Log;
}

/** Opens all that the server needs and listens. Rejects with an `AppError` whose sentence tells the operator what to do; then nothing stays open. */
export async function startServer(options: ServerOptions, { now, log }: Surroundings): Promise<RunningServer> {
  let port = options.port;
  const data = openDataFolder(options.data);
  const keys = openPolicyKeys(data);
  const site = (): Site => ({ origin: options.origin ?? `https://localhost:${port}`, policyKeys: keys.trusted });
  const files = openAddinFiles(options.files, site);
  const policyFile = options.policy ?? data.policyFile;
  if (options.policy === undefined) writeDefaultPolicy(policyFile);
  const openTls = (): Promise<TlsFiles> => openCertificate(options, data, now());
  const tls = await openTls();
  logCertificate(log, tls);
  const store = await openSqlite(data.database);
  let opened: App | undefined;
  try {
    const policySource = await openPolicySource({ file: policyFile, store, keys, now, log });
    const app = await buildApp({
      store, policySource, site, files, log, now, tls: { cert: tls.cert, key: tls.key },
      auditRate: options.auditRate, trustProxy: options.trustProxy, strictTransport: new URL(site().origin).hostname !== "localhost",
    });
    opened = app;
    port = await listen(app, options);
    const [{ version }, { entries }] = [await policySource.current(), await store.counts()];
    log({ event: "started", port, policyVersion: version, entries });
    return { port, reloadCertificate: () => reload(app, openTls, log), close: () => closeAll(app, store) };
  } catch (thrown) {
    await closeAll(opened, store);
    throw thrown;
  }
}

async function closeAll(app: App | undefined, store: Store): Promise<void> {
  await app?.close();
  await store.close();
}

async function reload(app: App, openTls: () => Promise<TlsFiles>, log: Log): Promise<void> {
  try {
    const tls = await openTls();
    app.server.setSecureContext({ cert: tls.cert, key: tls.key, minVersion: MIN_TLS });
    logCertificate(log, tls);
  } catch (thrown) {
    log({ event: "certificate-refused", code: codeOf(thrown) });
  }
}

function logCertificate(log: Log, { selfSigned, daysLeft }: TlsFiles): void {
  log({ event: "certificate", selfSigned, daysLeft });
}

async function openCertificate({ certificate, origin }: ServerOptions, data: DataFolder, now: Date): Promise<TlsFiles> {
  if (certificate) return readOwnCertificate(certificate, now);
  const named = origin === undefined ? [] : [new URL(origin).hostname.replace(/^\[|\]$/g, "")];
  const hosts = [...new Set([...named, "localhost", "127.0.0.1", "::1"])];
  return openSelfSigned({ cert: data.certificate, key: data.certificateKey }, hosts, now);
}

async function listen(app: App, { port, host }: ServerOptions): Promise<number> {
  try {
    await app.listen({ port, host });
    return (app.server.address() as AddressInfo).port;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      throw new AppError("SERVER_PORT_IN_USE", `Port ${port} is taken by another program. Stop it, or choose another port with --port.`, { cause });
    }
    throw new AppError("SERVER_LISTEN", `The server cannot listen on ${host}, port ${port} (${code ?? "unknown"}). Choose others with --host and --port.`, { cause });
  }
}
