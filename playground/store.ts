/** Where the embedded Telegram keeps everything: one SQLite file and a folder of media, or both for the run only. */
import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json } from "./json.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS person (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS chat (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    chat INTEGER NOT NULL, id INTEGER NOT NULL, from_bot INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (chat, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending (
    id INTEGER PRIMARY KEY, lane TEXT NOT NULL, expires_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS press (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, person INTEGER NOT NULL, chat INTEGER NOT NULL,
    message INTEGER NOT NULL, at INTEGER NOT NULL, answer TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS press_of_person ON press (person, n);
  CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, hash TEXT NOT NULL, name TEXT, mime TEXT,
    size INTEGER NOT NULL, width INTEGER, height INTEGER,
    set_of INTEGER, linked_at INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS file_set ON file (set_of) WHERE set_of IS NOT NULL;
  CREATE TABLE IF NOT EXISTS letter (
    n INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, seen INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS letter_unseen ON letter (n) WHERE seen = 0;
  CREATE TABLE IF NOT EXISTS picture (hash TEXT PRIMARY KEY, sizes TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS call (n INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, body TEXT NOT NULL) STRICT;
`;

export interface Store {
  db: Database.Database;
  /** Writes bytes under their hash, once; returns the hash. */
  keep(bytes: Uint8Array): string;
  /** The bytes kept under a hash. */
  read(hash: string): Uint8Array;
  setting(name: string): Json | undefined;
  set(name: string, value: Json): void;
  /** What the body writes is kept whole or, when the process dies in the middle, not at all. */
  atomically<T>(body: () => T): T;
  /** Forgets every chat, file, letter and call. */
  clear(): void;
  close(): void;
}

/** Opens the store in `dataDir`; without one it lives in memory and a temporary folder, gone on `close`. */
export function openStore(dataDir: string | undefined): Store {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "telegram-"));
  const mediaDir = join(folder, "media");
  mkdirSync(mediaDir, { recursive: true });
  const db = new Database(dataDir === undefined ? ":memory:" : join(folder, "chats.sqlite"));
  db.pragma("journal_mode = WAL");
  // Chats of a playground may lose the last instant at a power cut; a killed process loses nothing.
  db.pragma("synchronous = NORMAL");
  db.exec(schema);
  const get = db.prepare<[string], { value: string }>("SELECT value FROM setting WHERE name = ?");
  const put = db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)");
  const pathOf = (hash: string) => join(mediaDir, hash.slice(0, 2), hash);
  return {
    db,
    keep(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(hash);
      if (!existsSync(path)) {
        mkdirSync(join(mediaDir, hash.slice(0, 2)), { recursive: true });
        writeFileSync(`${path}.new`, bytes);
        renameSync(`${path}.new`, path);
      }
      return hash;
    },
    read: (hash) => readFileSync(pathOf(hash)),
    setting(name) {
      const row = get.get(name);
      // Written by `set` below from a Json value.
      return row && (JSON.parse(row.value) as Json);
    },
    set: (name, value) => void put.run(name, JSON.stringify(value)),
    atomically: (body) => db.transaction(body)(),
    clear() {
      const tables = [
        "setting",
        "person",
        "chat",
        "message",
        "pending",
        "press",
        "file",
        "letter",
        "picture",
        "call",
      ];
      db.transaction(() => tables.forEach((table) => db.exec(`DELETE FROM ${table}`)))();
      rmSync(mediaDir, { recursive: true, force: true });
      mkdirSync(mediaDir, { recursive: true });
    },
    close() {
      db.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
