import type { Kysely, Transaction } from "kysely";
import type { AuditEntry, Policy } from "../../contract/index.ts";
import { canonicalJson } from "../audit/canonical.ts";
import { chainHash, GENESIS } from "../audit/chain.ts";
import { groupCommits } from "./group-commit.ts";
import type { AppendResult, LedgerCounts, PolicyIssue, Store } from "./index.ts";
import type { LedgerTable, Tables } from "./tables.ts";

/** A store over any engine that Kysely speaks to; the engine's own file opens it and makes it durable. */
export function createStore(db: Kysely<Tables>): Store {
  const appendTogether = groupCommits((batches: readonly Batch[]) => db.transaction().execute((trx) => append(trx, batches)));
  return {
    appendEntries: (entries, receivedAt) => appendTogether({ entries, receivedAt }),
    counts: () => counts(db),
    lastPolicy: () => lastPolicy(db),
    recordPolicy: async ({ policy, contentHash }, recordedAt) => {
      await db.insertInto("policy_issue").values({
        version: policy.version, issued_at: policy.issuedAt, recorded_at: recordedAt, content_hash: contentHash, policy: canonicalJson(policy),
      }).execute();
    },
    ready: async () => {
      await db.selectFrom("ledger").select("seq").limit(1).execute();
    },
    close: () => db.destroy(),
  };
}

interface Batch {
  readonly entries: readonly AuditEntry[];
  readonly receivedAt: string;
}

async function append(trx: Transaction<Tables>, batches: readonly Batch[]): Promise<AppendResult[]> {
  const known = await knownEntries(trx, batches.flatMap(({ entries }) => entries.map(({ id }) => id)));
  let link = await head(trx);
  const rows: LedgerTable[] = [];
  const results = batches.map(({ entries, receivedAt }) => {
    const fresh = newEntries(entries, known);
    for (const { id, at, entry } of fresh.entries) {
      const seq = link.seq + 1;
      const hash = chainHash(link.hash, { seq, receivedAt, entry });
      rows.push({ seq, id, at, received_at: receivedAt, entry, prev_hash: link.hash, hash });
      link = { seq, hash };
    }
    return { stored: fresh.entries.length, duplicates: fresh.duplicates, conflicts: fresh.conflicts };
  });
  if (rows.length > 0) await trx.insertInto("ledger").values(rows).execute();
  return results;
}

/** Tells new entries from known ones, and adds the new ones to `known`. */
function newEntries(entries: readonly AuditEntry[], known: Map<string, string>): {
  readonly entries: readonly Pick<LedgerTable, "id" | "at" | "entry">[]; readonly duplicates: number; readonly conflicts: readonly string[];
} {
  const fresh: Pick<LedgerTable, "id" | "at" | "entry">[] = [];
  const conflicts = new Set<string>();
  let duplicates = 0;
  for (const whole of entries) {
    const { id, at } = whole;
    const entry = canonicalJson(whole);
    const before = known.get(id);
    if (before === undefined) {
      fresh.push({ id, at, entry });
      known.set(id, entry);
    } else if (before === entry) {
      duplicates += 1;
    } else {
      conflicts.add(id);
    }
  }
  return { entries: fresh, duplicates, conflicts: [...conflicts] };
}

async function knownEntries(trx: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await trx.selectFrom("ledger").select(["id", "entry"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, entry }) => [id, entry]));
}

async function head(db: Kysely<Tables>): Promise<{ readonly seq: number; readonly hash: string }> {
  const last = await db.selectFrom("ledger").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return last ?? { seq: 0, hash: GENESIS };
}

/** `seq` has no gaps, since it is given inside the appending transaction and no row can be deleted. */
async function counts(db: Kysely<Tables>): Promise<LedgerCounts> {
  const { seq, hash } = await head(db);
  return { entries: seq, head: hash };
}

async function lastPolicy(db: Kysely<Tables>): Promise<PolicyIssue | undefined> {
  const last = await db.selectFrom("policy_issue").select(["policy", "content_hash"]).orderBy("version", "desc").limit(1).executeTakeFirst();
  return last && { policy: JSON.parse(last.policy) as Policy, contentHash: last.content_hash };
}
