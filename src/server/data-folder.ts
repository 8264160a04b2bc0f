import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "../contract/index.ts";

/** Where everything the server keeps has its place. */
export interface DataFolder {
  readonly database: string;
  readonly policyFile: string;
  readonly policyKey: string;
  readonly nextPolicyKey: string;
  readonly certificate: string;
  readonly certificateKey: string;
}

const WHY: Readonly<Record<string, string>> = {
  EEXIST: "a file stands in its place",
  ENOTDIR: "a file stands in its path",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};

/** Makes the data folder and the folders in it (0700) and tries to write. Throws `SERVER_DATA_UNWRITABLE` with a sentence. */
export function openDataFolder(path: string): DataFolder {
  const at = (...parts: readonly string[]): string => join(resolve(path), ...parts);
  try {
    for (const folder of [at(), at("keys"), at("tls")]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Root and some network shares pass a permission check and fail later, so only a real write tells.
      const probe = join(folder, `.probe-${process.pid}`);
      writeFileSync(probe, "");
      rmSync(probe);
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    throw new AppError("SERVER_DATA_UNWRITABLE", `The data folder ${resolve(path)} cannot be written: ${WHY[code] ?? code}.`, { cause });
  }
  return {
    database: at("chartseal.db"),
    policyFile: at("policy.json"),
    policyKey: at("keys", "policy-ed25519.pem"),
    nextPolicyKey: at("keys", "policy-ed25519-next.pem"),
    certificate: at("tls", "cert.pem"),
    certificateKey: at("tls", "key.pem"),
  };
}

/** Writes a whole file or none, readable by its owner alone: a half-written key after a power cut would look like a wrong one. */
export function writePrivate(path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
