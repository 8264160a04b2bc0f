import { chmodSync, existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { types } from "node:util";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { AppError } from "../../contract/index.ts";
import type { Store } from "./index.ts";
import { createStore } from "./kysely-store.ts";
import { migrations } from "./migrations/index.ts";
import { kyselyDriver } from "./node-sqlite.ts";
import type { Tables } from "./tables.ts";

/**
 * WAL with `synchronous=FULL`: a commit that was answered survives a power cut. `busy_timeout` in milliseconds lets a backup
 * or a second process finish first.
 */
const PRAGMAS = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "trusted_schema=OFF"];

/** Opens or makes the database file and brings its tables up to date. Throws `SERVER_DATABASE` with a sentence. */
export async function openSqlite(path: string): Promise<Store> {
  let db: Kysely<Tables> | undefined;
  try {
    const isNew = !existsSync(path);
    const database = new DatabaseSync(path);
    db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDriver(database) }) });
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
    if (isNew) chmodSync(path, 0o600);
    const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
    if (error !== undefined) throw error;
    return createStore(db);
  } catch (cause) {
    await db?.destroy().catch(() => undefined);
    throw new AppError("SERVER_DATABASE", `The database file ${path} cannot be used: ${reason(cause)}.`, { cause });
  }
}

function reason(cause: unknown): string {
  return types.isNativeError(cause) ? cause.message.replace(/\.$/, "") : "unknown";
}
