import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { AppError, type Site } from "../../contract/index.ts";
import { writePrivate } from "../data-folder.ts";

export type PublicPolicyKey = Site["policyKeys"][number];

/** The key that signs, and the public halves that clients are told to trust: this one and, during a change of keys, the next. */
export interface PolicyKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly trusted: readonly PublicPolicyKey[];
}

/** Reads the policy key, or makes it at first start. Throws `SERVER_KEY` when a file is there that is no Ed25519 key. */
export function openPolicyKeys({ policyKey, nextPolicyKey }: { readonly policyKey: string; readonly nextPolicyKey: string }): PolicyKeys {
  if (!existsSync(policyKey)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writePrivate(policyKey, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  }
  const privateKey = readKey(policyKey);
  const current = publicHalf(privateKey);
  const next = existsSync(nextPolicyKey) ? [publicHalf(readKey(nextPolicyKey))] : [];
  return { kid: current.kid, privateKey, trusted: [current, ...next] };
}

function readKey(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (cause) {
    throw new AppError("SERVER_KEY", `The policy key ${path} cannot be read as a private key.`, { cause });
  }
  throw new AppError("SERVER_KEY", `The policy key ${path} is not an Ed25519 key.`);
}

/** `kid` is the JWK thumbprint of RFC 7638 with the members of RFC 8037: the key names itself, nobody has to hand out numbers. */
function publicHalf(privateKey: KeyObject): PublicPolicyKey {
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  if (x === undefined) throw new AppError("SERVER_KEY");
  const kid = createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
  return { kid, x };
}
