import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** Gives Kysely's `SqliteDialect` the driver shape it expects, over Node's own SQLite. */
export function kyselyDriver(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      // Every transaction here writes. A deferred one that reads first would fail, not wait, when another process writes in between.
      const statement = adapt(database.prepare(sql === "begin" ? "begin immediate" : sql));
      // Kysely's texts are few and repeat; a batch's size is part of its text, so there is a bound all the same.
      if (prepared.size < 500) prepared.set(sql, statement);
      return statement;
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
