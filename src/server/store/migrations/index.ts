import type { Migration, MigrationProvider } from "kysely";
import * as ledger from "./0001-ledger.ts";

const MIGRATIONS: Readonly<Record<string, Migration>> = { "0001-ledger": ledger };

/** The list in code rather than read from a folder: what is not imported cannot run. */
export const migrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ ...MIGRATIONS }),
};
