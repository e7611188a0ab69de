/** Updates whose effect is committed (R3), tries of those that fail, and the quarantine (R2, F18). */
import type { Instant } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export function isProcessed(store: Store, update: number): boolean {
  return one(store, "SELECT at FROM processed WHERE update_id = ?", update) !== undefined;
}

/** Notes an update in the transaction of its effect. False: it was handled before, nothing is to be done. */
export function markProcessed(tx: Tx, update: number, at: Instant): boolean {
  const added = change(
    tx,
    "INSERT INTO processed (update_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
    update,
    at,
  );
  if (added === 1) change(tx, "DELETE FROM attempts WHERE update_id = ?", update);
  return added === 1;
}

/** Counts one more failed try; gives how many there were. */
export function noteAttempt(tx: Tx, update: number): number {
  change(
    tx,
    `INSERT INTO attempts (update_id, tries) VALUES (?, 1) ON CONFLICT (update_id) DO UPDATE SET tries = tries + 1`,
    update,
  );
  return one<{ tries: number }>(tx, "SELECT tries FROM attempts WHERE update_id = ?", update)?.tries ?? 0;
}

/** Puts an update aside for people to look at, and counts it as processed, so that the rest go on. */
export function quarantine(tx: Tx, update: number, body: unknown, error: string, at: Instant): void {
  change(
    tx,
    "INSERT INTO quarantine (update_id, body, error, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    update,
    JSON.stringify(body),
    error,
    at,
  );
  markProcessed(tx, update, at);
}

export interface Quarantined {
  readonly update: number;
  readonly body: string;
  readonly error: string;
  readonly at: Instant;
}

/** The newest of the quarantine; next page: `before` = the last one's `update`. */
export function quarantined(
  store: Store,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): readonly Quarantined[] {
  return rows(
    store,
    'SELECT update_id AS "update", body, error, at FROM quarantine WHERE update_id < ? ORDER BY update_id DESC LIMIT ?',
    before,
    limit,
  );
}

/** Forgets updates processed before an instant (R3: 30 days), some at a time; gives how many. */
export function sweepProcessed(tx: Tx, before: Instant, limit: number): number {
  return change(
    tx,
    "DELETE FROM processed WHERE update_id IN (SELECT update_id FROM processed WHERE at < ? LIMIT ?)",
    before,
    limit,
  );
}
