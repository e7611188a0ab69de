/** What accounting's evening tells of: kept in the same commit as it happens, so that a day is an index look-up. */
import type { Event } from "../flows/engine/events.ts";
import { finalStage, type Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, PersonId, RequestId } from "../flows/ids.ts";
import { isInvoice, isPaymentStep } from "../flows/invoices/invoice.ts";
import type { Store } from "./open.ts";
import { change, rows } from "./rows.ts";
import type { dayEntryKinds } from "./schema.ts";
import type { Tx } from "./write.ts";

export interface DayEntry {
  readonly id: number;
  readonly at: Instant;
  readonly kind: (typeof dayEntryKinds)[number];
  readonly request: RequestId;
  /** Who did it; absent: nobody in particular. */
  readonly person?: PersonId;
  /** Of a payment: position among those of its request. */
  readonly n?: number;
  /** Of a paper: which document. */
  readonly document?: string;
}

/** A stretch of time: from its first instant on, before its last. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Entries of a stretch of time in the order in which they happened. */
export function dayEntries(store: Store, { from, to }: Span, limit: number): readonly DayEntry[] {
  return rows<DayEntry>(
    store,
    `SELECT id, at, kind, request, person, n, document FROM day_entries WHERE at >= ? AND at < ?
     ORDER BY at, id LIMIT ?`,
    from,
    to,
    limit,
  );
}

/** Notes what of a decision the evening tells. */
export function keepDayEntries(tx: Tx, process: Process, after: Request, events: readonly Event[]): void {
  for (const event of events) {
    const entry = entryOf(process, after, event);
    if (entry === undefined) continue;
    change(
      tx,
      "INSERT INTO day_entries (at, kind, request, person, n, document) VALUES (?, ?, ?, ?, ?, ?)",
      event.at,
      entry.kind,
      after.id,
      entry.person,
      entry.n,
      entry.document,
    );
  }
}

type Entry = Omit<DayEntry, "id" | "at" | "request">;

function entryOf(process: Process, after: Request, event: Event): Entry | undefined {
  switch (event.kind) {
    case "paper-issued":
      return { kind: "paper", document: event.document };
    case "taken":
      return isPaymentStep(process, event.visa) ? { kind: "taken", person: event.by } : undefined;
    case "paid":
      return { kind: "paid", person: event.by, n: event.payment.n };
    case "unpaid":
      return { kind: "unpaid", person: event.by, n: event.n };
    case "ended":
      return isInvoice(after.answers) && finalStage(process, event.stage)?.outcome === "positive"
        ? { kind: "closed" }
        : undefined;
    default:
      return undefined;
  }
}
