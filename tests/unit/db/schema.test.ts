/** The store's shape: strict tables, generated migrations, guards of the log, and what it refuses to open. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { knownMigrations, migrate } from "../../../db/migrate.ts";
import { openStore } from "../../../db/open.ts";
import { strict } from "../../../db/strict.ts";
import { savepoint, write } from "../../../db/write.ts";
import { file, openFilled } from "./fixture.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "countersign-schema-"));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("every table is STRICT, so that no column ever holds another type than its own (R7, F110)", () => {
  const store = openStore(":memory:");
  const loose = store.sqlite
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .pluck()
    .all();
  expect(loose.filter((name) => !String(name).startsWith("sqlite_"))).toEqual([]);
  store.close();
});

test("generating migrations from the schema leaves no difference", () => {
  cpSync(join(root, "db/migrations"), folder, { recursive: true });
  const before = readdirSync(folder).toSorted();
  const said = execFileSync(
    process.execPath,
    [
      join(root, "node_modules/drizzle-kit/bin.cjs"),
      "generate",
      "--dialect=sqlite",
      "--schema=./db/schema.ts",
      `--out=${relative(root, folder)}`,
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect(said).toContain("nothing to migrate");
  expect(readdirSync(folder).toSorted()).toEqual(before);
  for (const name of before.filter((one) => one.endsWith(".sql"))) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(strict(text)).toBe(text);
  }
});

test("a store that is newer than the program is not opened (F107)", () => {
  const sqlite = new Database(":memory:");
  migrate(sqlite);
  sqlite.exec("INSERT INTO migrations VALUES (99, '0099_future', 'x')");
  expect(() => {
    migrate(sqlite);
  }).toThrow(/start the newer program/);
});

test("a migration that was edited after it was applied is noticed", () => {
  const sqlite = new Database(":memory:");
  migrate(sqlite);
  const [first, ...rest] = knownMigrations();
  if (first === undefined) throw new Error("there are migrations");
  expect(() => {
    migrate(sqlite, [{ ...first, hash: "other" }, ...rest]);
  }).toThrow(/was changed after it was applied/);
});

test("a migration that fails half-way leaves nothing of itself, and foreign keys are on again (F107)", () => {
  const sqlite = new Database(":memory:");
  migrate(sqlite);
  sqlite.pragma("foreign_keys = ON");
  const known = knownMigrations();
  const broken = {
    n: known.length,
    tag: "broken",
    hash: "x",
    sql: "CREATE TABLE half (a); SELECT * FROM nowhere;",
  };
  expect(() => {
    migrate(sqlite, [...known, broken]);
  }).toThrow(/nowhere/);
  expect(sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
  expect(sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
  const orphan = {
    ...broken,
    sql: "INSERT INTO timers (request, due_at) VALUES (404, 1)",
  };
  expect(() => {
    migrate(sqlite, [...known, orphan]);
  }).toThrow(/parent is missing/);
  expect(sqlite.prepare("SELECT count(*) FROM timers").pluck().get()).toBe(0);
});

test("the log takes no update, no delete, no replacement and no gap", () => {
  const store = openFilled();
  file(store);
  const run = (sql: string) => (): void => {
    store.sqlite.prepare(sql).run();
  };
  const refused = /append-only/;
  expect(run("UPDATE log SET at = 0 WHERE seq = 1")).toThrow(refused);
  expect(run("DELETE FROM log WHERE seq = 1")).toThrow(refused);
  expect(run("REPLACE INTO log SELECT * FROM log WHERE seq = 1")).toThrow(refused);
  expect(
    run("REPLACE INTO log SELECT seq + 10, request, 99, at, event, prev, hash FROM log WHERE seq = 1"),
  ).toThrow(refused);
  expect(run("UPDATE company_changes SET at = 0")).toThrow(refused);
  expect(run("DELETE FROM company_changes")).toThrow(refused);
  store.close();
});

test("a savepoint undoes its own rows only; a transaction body may not be asynchronous", () => {
  const store = openFilled();
  write(store, (tx) => {
    tx.sqlite.exec("INSERT INTO runs VALUES ('a', '1', 0)");
    expect(() => {
      savepoint(tx, () => {
        tx.sqlite.exec("INSERT INTO runs VALUES ('b', '1', 0)");
        throw new Error("poison");
      });
    }).toThrow("poison");
  });
  expect(store.sqlite.prepare("SELECT job FROM runs").pluck().all()).toEqual(["a"]);
  // @ts-expect-error a promise would run on after the commit (style 19)
  const late = (): unknown => write(store, async () => Promise.resolve());
  expect(late).toBeTypeOf("function");
  store.close();
});

test("a database is opened with the settings that it promises, read back (R4)", () => {
  const path = join(mkdtempSync(join(tmpdir(), "countersign-open-")), "store.sqlite");
  const store = openStore(path);
  const read = (name: string): unknown => store.sqlite.pragma(name, { simple: true });
  expect(["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema"].map(read)).toEqual(
    ["wal", 2, 1, 5000, 0],
  );
  store.close();
});
