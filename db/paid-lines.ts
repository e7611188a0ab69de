/** Which lines of bank statements have paid an invoice: each once, whatever statement it comes in (domain 9.3). */
import type { Event } from "../flows/engine/events.ts";
import type { RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import { lineById, type LineRow } from "./statement-lines.ts";
import type { Tx } from "./write.ts";

/** The request that this line has paid; undefined: none. */
export function paidByLine(store: Store, { key }: Pick<LineRow, "key">): RequestId | undefined {
  return one<{ request: RequestId }>(store, "SELECT request FROM paid_lines WHERE key = ?", key)?.request;
}

/** Keeps the line of a payment that was booked from one; a payment that is taken back frees it. A second one throws: its caller asks before. */
export function keepPaidLines(tx: Tx, request: RequestId, events: readonly Event[]): void {
  for (const event of events) {
    if (event.kind === "unpaid")
      change(tx, "DELETE FROM paid_lines WHERE request = ? AND n = ?", request, event.n);
    if (event.kind !== "paid" || event.payment.line === undefined) continue;
    const line = lineById(tx, event.payment.line);
    if (line === undefined) throw new Error(`request ${request} was paid from a line that is not there`);
    change(
      tx,
      "INSERT INTO paid_lines (key, request, n) VALUES (?, ?, ?)",
      line.key,
      request,
      event.payment.n,
    );
  }
}
