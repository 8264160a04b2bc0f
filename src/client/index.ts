/** Talks HTTP to our own server: the signed policy and the audit ledger. May not: know Office.js; send anything of a message. */
export { createAuditQueue } from "./audit.ts";
export type { AuditQueue, AuditQueueParts, AuditQueueState } from "./audit.ts";
export { createEntryId } from "./entry-id.ts";
export { keyedHash } from "./keyed-hash.ts";
export { createPolicySource } from "./policy.ts";
export type { PolicyInUse, PolicyOrigin, PolicySource, PolicySourceParts, SyncResult, SyncStatus } from "./policy.ts";
export { readSite } from "./site.ts";
