/** The history of one request for a file that anybody can check. */
import type { RequestId } from "../flows/ids.ts";
import { logRows, type LogRow } from "./log.ts";
import type { Store } from "./open.ts";

/** A row of the log as it is hashed: the event's own text, what it follows, its hash (S0.26). */
export type HistoryRow = LogRow;

/** The whole history of a request, oldest first; empty: there is no such request. */
export function exportHistory(store: Store, request: RequestId): readonly HistoryRow[] {
  return logRows(store, request);
}
