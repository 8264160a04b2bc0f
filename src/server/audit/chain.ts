import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/** What one link of the ledger covers: the entry, its place and when it came, so that none of them can be changed alone. */
export interface LedgerRecord {
  readonly seq: number;
  /** ISO 8601, UTC: the server's clock, since a client's may be wrong. */
  readonly receivedAt: string;
  /** The entry as canonical JSON. */
  readonly entry: string;
}

/** The link before the first one: 32 zero bytes, hex. */
export const GENESIS = "0".repeat(64);

/** SHA-256 in hex of the previous link's 32 bytes followed by the record as canonical JSON in UTF-8. */
export function chainHash(previous: string, record: LedgerRecord): string {
  return createHash("sha256").update(Buffer.from(previous, "hex")).update(canonicalJson(record), "utf8").digest("hex");
}
