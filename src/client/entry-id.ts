import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { asciiToBytes } from "./bytes.ts";

/**
 * An id for an audit entry: 32 hex characters. It must be unique, not secret, since classic Outlook has no secure randomness:
 * the draft's digest, the time and a plain random number together do not repeat.
 */
export function createEntryId(seed: { readonly digest?: string | undefined; readonly now: number; readonly random: number }): string {
  return bytesToHex(sha256(asciiToBytes(`${seed.digest ?? ""}|${seed.now}|${seed.random}`))).slice(0, 32);
}
