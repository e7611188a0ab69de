/** Brings a store up to this program's schema, one transaction per migration, and refuses a store newer than it (F107). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { z } from "zod";

const folder = new URL("./migrations/", import.meta.url);
const journalSchema = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });
const appliedSchema = z.array(z.object({ n: z.number(), tag: z.string(), hash: z.string() }));

interface Migration {
  readonly n: number;
  readonly tag: string;
  readonly sql: string;
  readonly hash: string;
}

/** The migrations that this program knows, in order. */
export function knownMigrations(): readonly Migration[] {
  const journal: unknown = JSON.parse(readFileSync(new URL("meta/_journal.json", folder), "utf8"));
  return journalSchema.parse(journal).entries.map(({ idx, tag }) => {
    const sql = readFileSync(new URL(`${tag}.sql`, folder), "utf8");
    return { n: idx, tag, sql, hash: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Applies what is missing. Foreign keys are switched off meanwhile (inside a transaction that pragma does nothing, and a
 * rebuilt table would cascade its children away) and checked before each commit.
 * @throws when the store is newer than the program, or a migration that it had was changed since
 */
export function migrate(sqlite: Database.Database, known: readonly Migration[] = knownMigrations()): void {
  sqlite.exec(
    "CREATE TABLE IF NOT EXISTS migrations (n INTEGER PRIMARY KEY, tag TEXT NOT NULL, hash TEXT NOT NULL) STRICT",
  );
  const applied = appliedSchema.parse(sqlite.prepare("SELECT n, tag, hash FROM migrations ORDER BY n").all());
  for (const [place, done] of applied.entries()) {
    const ours = known[place];
    if (ours === undefined)
      throw new Error(
        `the store has migration ${done.tag}, which this program does not know: start the newer program`,
      );
    if (ours.hash !== done.hash)
      throw new Error(
        `migration ${done.tag} was changed after it was applied to the store: restore the file, add a new one`,
      );
  }
  const foreignKeys: unknown = sqlite.pragma("foreign_keys", { simple: true });
  sqlite.pragma("foreign_keys = OFF");
  try {
    for (const migration of known.slice(applied.length)) applyOne(sqlite, migration);
  } finally {
    sqlite.pragma(`foreign_keys = ${String(foreignKeys)}`);
  }
}

function applyOne(sqlite: Database.Database, migration: Migration): void {
  sqlite
    .transaction(() => {
      sqlite.exec(migration.sql);
      const broken: unknown = sqlite.pragma("foreign_key_check");
      if (!Array.isArray(broken) || broken.length > 0)
        throw new Error(`migration ${migration.tag} leaves rows whose parent is missing`);
      sqlite
        .prepare("INSERT INTO migrations (n, tag, hash) VALUES (?, ?, ?)")
        .run(migration.n, migration.tag, migration.hash);
    })
    .immediate();
}
