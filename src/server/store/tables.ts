/** Tables as Kysely sees them. Times are ISO 8601 in UTC, hashes hex: text reads the same in every engine. */
export interface LedgerTable {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly received_at: string;
  /** The entry as canonical JSON. */
  readonly entry: string;
  readonly prev_hash: string;
  readonly hash: string;
}

export interface PolicyIssueTable {
  readonly version: number;
  readonly issued_at: string;
  readonly recorded_at: string;
  readonly content_hash: string;
  /** The policy as canonical JSON, as it was signed: an auditor asks what was in force on a day. */
  readonly policy: string;
}

export interface Tables {
  readonly ledger: LedgerTable;
  readonly policy_issue: PolicyIssueTable;
}
