/** JWS compact (RFC 7515) with Ed25519 (RFC 8037, RFC 9864), by a library in plain JavaScript: classic Outlook has no WebCrypto. */
// Whole, since the handler's build puts it off until a policy is looked at (`LATE` in webpack.config.js).
import * as curves from "@noble/curves/ed25519.js";
import type { Site } from "../contract/index.ts";
import { asciiToBytes, base64urlToBytes, utf8ToText } from "./bytes.ts";

/** `EdDSA` is the older name of the same. Anything else, `none` and the HMAC family above all, is refused. */
const ALGORITHMS: readonly unknown[] = ["Ed25519", "EdDSA"];

function jsonOf(part: string): unknown {
  const bytes = base64urlToBytes(part);
  const text = bytes === undefined ? undefined : utf8ToText(bytes);
  return text === undefined ? undefined : JSON.parse(text);
}

function keyFor(header: unknown, keys: Site["policyKeys"]): Uint8Array | undefined {
  if (typeof header !== "object" || header === null) return undefined;
  const { alg, kid, crit } = header as { alg?: unknown; kid?: unknown; crit?: unknown };
  // `crit` lists extensions that must be understood; we understand none.
  if (!ALGORITHMS.includes(alg) || crit !== undefined) return undefined;
  const key = keys.find((one) => one.kid === kid);
  const bytes = key === undefined ? undefined : base64urlToBytes(key.x);
  return bytes?.length === 32 ? bytes : undefined;
}

/** The payload's JSON when one of the pinned keys signed exactly this text, else undefined. Keys named in the text itself are never used. */
export function verifyCompact(jws: string, keys: Site["policyKeys"]): unknown {
  try {
    const [header = "", payload = "", signature = "", ...rest] = jws.split(".");
    if (rest.length > 0) return undefined;
    const key = keyFor(jsonOf(header), keys);
    const bytes = base64urlToBytes(signature);
    if (key === undefined || bytes?.length !== 64) return undefined;
    // Strict RFC 8032: ZIP 215 would accept keys and signatures that other verifiers refuse.
    // Every event starts a new runtime that verifies once or twice: the library's table of multiples costs more than it saves there.
    curves.ed25519.Point.BASE.precompute(1);
    const holds = curves.ed25519.verify(bytes, asciiToBytes(`${header}.${payload}`), key, { zip215: false });
    return holds ? jsonOf(payload) : undefined;
  } catch {
    return undefined;
  }
}
