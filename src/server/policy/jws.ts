import { sign } from "node:crypto";
import type { PolicyKeys } from "./keys.ts";

/**
 * Signs a payload as JWS compact (RFC 7515). `alg` is `Ed25519` as registered by RFC 9864, which deprecates the older `EdDSA`,
 * a name for two curves. Ed25519 uses no randomness: the same payload gives the same text.
 */
export function signCompact(payload: string, { kid, privateKey }: Pick<PolicyKeys, "kid" | "privateKey">): string {
  const header = JSON.stringify({ alg: "Ed25519", kid, typ: "chartseal-policy+jwt" });
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString("base64url")}`;
}

function base64url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}
