/** One program at a time sends what the outbox holds: a lock of the operating system, which goes with the process that held it. */
import Database from "better-sqlite3";
import type { Store } from "./open.ts";

/** Locks that are held, by store: closed with it. */
const held = new WeakMap<Store, Database.Database>();

/**
 * Whether this process is the one that delivers: true from the first time it could take the lock. False: another program
 * on the same store does; ask again later, for it may end. Two processes thus never send the same message (R18).
 */
export function mayDeliver(store: Store): boolean {
  if (held.has(store) || store.sqlite.memory) return true;
  const lock = new Database(`${store.sqlite.name}-delivery`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE"); // nothing is written: the lock is all that is wanted
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
  held.set(store, lock);
  return true;
}

/** Lets another program deliver. */
export function endDelivering(store: Store): void {
  held.get(store)?.close();
  held.delete(store);
}
