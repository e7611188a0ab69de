/** When requests next want a tick: rows, so that a tick that was missed loses nothing (R15, F95). */
import type { Instant, RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** Requests that want a tick now, longest waiting first. */
export function dueTimers(store: Store, now: Instant, limit: number): readonly RequestId[] {
  return rows<{ request: RequestId }>(
    store,
    "SELECT request FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?",
    now,
    limit,
  ).map((row) => row.request);
}

export function nextTimerAt(store: Store): Instant | undefined {
  return one<{ dueAt: Instant }>(store, "SELECT due_at AS dueAt FROM timers ORDER BY due_at LIMIT 1")?.dueAt;
}

/** Sets or takes away a request's timer. */
export function setTimer(tx: Tx, request: RequestId, dueAt: Instant | undefined): void {
  if (dueAt === undefined) change(tx, "DELETE FROM timers WHERE request = ?", request);
  else
    change(
      tx,
      "INSERT INTO timers (request, due_at) VALUES (?, ?) ON CONFLICT (request) DO UPDATE SET due_at = excluded.due_at",
      request,
      dueAt,
    );
}
