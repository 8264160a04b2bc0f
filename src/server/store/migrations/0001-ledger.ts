import { sql, type Kysely } from "kysely";
import { GENESIS } from "../../audit/chain.ts";

/**
 * What a new row must be. `insert or replace` fires no delete trigger, so a row that meets an old one is refused here; and the
 * ledger takes nothing but the next link of its chain.
 */
const APPEND_ONLY = {
  ledger: `new.seq is not (select coalesce(max(seq), 0) + 1 from ledger)
    or new.prev_hash is not coalesce((select hash from ledger order by seq desc limit 1), '${GENESIS}')
    or exists (select 1 from ledger where id = new.id or hash = new.hash)`,
  policy_issue: "exists (select 1 from policy_issue where version = new.version)",
} as const;

/** The ledger, and the versions of the policy given out. Both only grow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createTable("ledger")
    .addColumn("seq", "integer", (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("entry", "text", (column) => column.notNull())
    .addColumn("prev_hash", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .execute();
  await db.schema.createTable("policy_issue")
    .addColumn("version", "integer", (column) => column.primaryKey())
    .addColumn("issued_at", "text", (column) => column.notNull())
    .addColumn("recorded_at", "text", (column) => column.notNull())
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("policy", "text", (column) => column.notNull())
    .execute();
  for (const [table, refused] of Object.entries(APPEND_ONLY)) {
    const abort = `select raise(abort, '${table} is append-only')`;
    await sql.raw(`create trigger ${table}_no_update before update on ${table} begin ${abort}; end`).execute(db);
    await sql.raw(`create trigger ${table}_no_delete before delete on ${table} begin ${abort}; end`).execute(db);
    await sql.raw(`create trigger ${table}_next before insert on ${table} when ${refused} begin ${abort}; end`).execute(db);
  }
}
