import type { AuditEntry, Policy } from "../../contract/index.ts";

/** What became of a batch. `conflicts` are ids that the ledger already holds with other content. */
export interface AppendResult {
  readonly stored: number;
  readonly duplicates: number;
  readonly conflicts: readonly string[];
}

/** Size and head of the ledger. */
export interface LedgerCounts {
  readonly entries: number;
  /** Hash of the last link, hex; `GENESIS` when the ledger is empty. */
  readonly head: string;
}

/** One version of the policy that this server has given out. */
export interface PolicyIssue {
  readonly policy: Policy;
  /** SHA-256 in hex over the policy without its version and time. */
  readonly contentHash: string;
}

/** What the server keeps. Every method rejects when the database fails; none of them loses an answered entry. */
export interface Store {
  /** Appends what is new, in order, in one transaction; resolves after the durable commit. */
  appendEntries(entries: readonly AuditEntry[], receivedAt: string): Promise<AppendResult>;
  counts(): Promise<LedgerCounts>;
  /** The policy with the highest version ever given out. */
  lastPolicy(): Promise<PolicyIssue | undefined>;
  /** Records a version before it is given out. Rejects when that version exists already. */
  recordPolicy(issue: PolicyIssue, recordedAt: string): Promise<void>;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
