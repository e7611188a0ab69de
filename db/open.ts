/** Opens the store: pragmas set and read back (R4), migrations applied, one connection that writes. */
import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { endDelivering } from "./delivering.ts";
import { migrate } from "./migrate.ts";
import * as schema from "./schema.ts";

export type Drizzle = BetterSQLite3Database<typeof schema>;

/** The open store. Reading is done on it directly, writing only inside `write`. */
export interface Store {
  readonly drizzle: Drizzle;
  readonly sqlite: Database.Database;
  /** Prepared statements by name, made on first use: the hot path (design: fast by design). */
  readonly statements: Map<string, Database.Statement>;
  close(): void;
}

const pragmas: readonly (readonly [name: string, set: string, read: string | number])[] = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["busy_timeout", "5000", 5000],
  ["trusted_schema", "OFF", 0],
];

/**
 * @param path file of the store, or `:memory:`
 * @throws when a pragma doesn't hold or the schema is newer than this program (F107)
 */
export function openStore(path: string): Store {
  const sqlite = new Database(path);
  for (const [name, set] of pragmas) sqlite.pragma(`${name} = ${set}`);
  sqlite.prepare("SELECT count(*) FROM sqlite_schema").get(); // the driver shows pragmas truly only after a first statement (R4)
  migrate(sqlite);
  for (const [name, , expected] of pragmas) {
    const found: unknown = sqlite.pragma(name, { simple: true });
    if (found !== expected && !(path === ":memory:" && name === "journal_mode"))
      throw new Error(`the store's ${name} is ${String(found)}, expected ${String(expected)}`);
  }
  const store: Store = {
    drizzle: drizzle(sqlite, { schema }),
    sqlite,
    statements: new Map(),
    close() {
      endDelivering(store);
      sqlite.close();
    },
  };
  return store;
}

/** The store as another process left it, to be read only: for files that take their time. Its schema is this program's. */
export function openToRead(path: string): Store {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true });
  sqlite.pragma("busy_timeout = 5000");
  return {
    drizzle: drizzle(sqlite, { schema }),
    sqlite,
    statements: new Map(),
    close: () => void sqlite.close(),
  };
}

/** A statement prepared once per store and reused. The SQL text is its name. */
export function prepared(store: Store, sqlText: string): Database.Statement {
  const found = store.statements.get(sqlText);
  if (found !== undefined) return found;
  const made = store.sqlite.prepare(sqlText);
  store.statements.set(sqlText, made);
  return made;
}
