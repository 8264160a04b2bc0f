import { sql, type Kysely } from "kysely";

const APPEND_ONLY = ["ledger", "policy_issue"];

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
  for (const table of APPEND_ONLY) {
    for (const change of ["update", "delete"]) {
      await sql.raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is append-only'); end`,
      ).execute(db);
    }
  }
}
