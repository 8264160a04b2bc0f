import { createHash, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Policy, SessionStore, SettingsStore, Site } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";

export interface Signer {
  readonly kid: string;
  readonly x: string;
  readonly privateKey: KeyObject;
}

export function createSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return { kid: createHash("sha256").update(x).digest("base64url"), x, privateKey };
}

const encode = (value: unknown): string => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Signs with Node's own Ed25519, so that the library under test is held to another implementation. */
export function signJws(payload: unknown, signer: Signer, header: Record<string, unknown> = {}): string {
  const input = `${encode({ alg: "Ed25519", kid: signer.kid, ...header })}.${encode(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), signer.privateKey).toString("base64url")}`;
}

export function policyOf(version: number, changes: Partial<Policy> = {}): Policy {
  return { ...DEFAULT_POLICY, name: "Clinic", version, ...changes };
}

export function siteOf(...signers: readonly Signer[]): Site {
  return { origin: "https://addin.clinic.example", policyKeys: signers.map(({ kid, x }) => ({ kid, x })) };
}

export interface Kept {
  readonly session: SessionStore & { readonly all: Map<string, string> };
  readonly settings: SettingsStore & { readonly all: Map<string, string>; readonly saves: () => number };
}

/** Both stores in memory; `broken` makes every call to one of them fail. */
export function createStores(broken: readonly ("session" | "settings")[] = []): Kept {
  const sessionData = new Map<string, string>();
  const settingsData = new Map<string, string>();
  let saves = 0;
  const check = (store: "session" | "settings"): void => {
    if (broken.includes(store)) throw new Error("store is away");
  };
  return {
    session: {
      all: sessionData,
      get: async (key) => { check("session"); return sessionData.get(key); },
      set: async (key, value) => { check("session"); sessionData.set(key, value); },
      remove: async (key) => { check("session"); sessionData.delete(key); },
    },
    settings: {
      all: settingsData,
      saves: () => saves,
      get: (key) => settingsData.get(key),
      set: (key, value) => {
        if (value === undefined) settingsData.delete(key);
        else settingsData.set(key, value);
      },
      save: async () => { check("settings"); saves += 1; },
    },
  };
}
