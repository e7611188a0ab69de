/** What runs once per slot: claimed by inserting a row, so that a crash or a second run does no harm (style 21). */
import type { Instant } from "../flows/ids.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

/** True: this run is the first of its slot and must do the work in this transaction. */
export function claimRun(tx: Tx, job: string, slot: string, at: Instant): boolean {
  return (
    change(tx, "INSERT INTO runs (job, slot, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", job, slot, at) ===
    1
  );
}

/** Forgets slots claimed before an instant; gives how many. */
export function sweepRuns(tx: Tx, before: Instant, limit: number): number {
  return change(
    tx,
    "DELETE FROM runs WHERE rowid IN (SELECT rowid FROM runs WHERE at < ? LIMIT ?)",
    before,
    limit,
  );
}
