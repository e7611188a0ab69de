/** What the rows of a sheet would do, kept from the preview until each is taken; how far the taking is, survives a restart. */
import type { DealId, Minor, PaymentId } from "../flows/ids.ts";
import type { CurrencyCode } from "../flows/payments/deal.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { plannedRowKinds, plannedRowStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

export type PlannedRowStatus = (typeof plannedRowStatuses)[number];
export interface KeptRow {
  readonly id: number;
  readonly import: number;
  /** As the sheet counts, headings being row 1. */
  readonly row: number;
  readonly kind: (typeof plannedRowKinds)[number];
  /** Absent: the row adds it. */
  readonly deal?: DealId;
  /** What it books, minor units; absent: no money. */
  readonly amount?: Minor;
  readonly currency?: CurrencyCode;
  /** Read by its owner. */
  readonly plan: unknown;
  readonly status: PlannedRowStatus;
  readonly payment?: PaymentId;
}

type Stored = Omit<KeptRow, "plan"> & { readonly plan: string };
const columns = 'id, "import", "row", kind, deal, amount, currency, plan, status, payment';
const parsed = (row: Stored): KeptRow => ({ ...row, plan: JSON.parse(row.plan) as unknown });

/** Keeps a row behind those that are kept already. */
export function keepRow(tx: Tx, of: Omit<KeptRow, "id" | "status" | "payment">): number {
  return insert(
    tx,
    `INSERT INTO planned_rows ("import", "row", kind, deal, amount, currency, plan, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'waits')`,
    of.import,
    of.row,
    of.kind,
    of.deal,
    of.amount,
    of.currency,
    JSON.stringify(of.plan),
  );
}

/** Forgets rows of an import; gives how many. */
export function dropRows(tx: Tx, import_: number, limit: number): number {
  return change(
    tx,
    'DELETE FROM planned_rows WHERE id IN (SELECT id FROM planned_rows WHERE "import" = ? LIMIT ?)',
    import_,
    limit,
  );
}

/** Rows of an import in one state, in the order in which they are taken; next page: `after` = the last one's id. */
export function rowsIn(
  store: Store,
  import_: number,
  status: PlannedRowStatus,
  page: { readonly after?: number; readonly limit: number },
): readonly KeptRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM planned_rows WHERE "import" = ? AND status = ? AND id > ? ORDER BY id LIMIT ?`,
    import_,
    status,
    page.after ?? 0,
    page.limit,
  ).map(parsed);
}

/** The deal of the row that was taken last; absent: none was, or it added its deal. */
export function lastTaken(store: Store, import_: number): DealId | undefined {
  return one<{ deal?: DealId }>(
    store,
    `SELECT deal FROM planned_rows WHERE "import" = ? AND status = 'taken' ORDER BY id DESC LIMIT 1`,
    import_,
  )?.deal;
}

/** A row that waited is taken, or left. */
export function endRow(tx: Tx, id: number, status: "taken" | "left", payment?: PaymentId): void {
  change(
    tx,
    "UPDATE planned_rows SET status = ?, payment = ? WHERE id = ? AND status = 'waits'",
    status,
    payment,
    id,
  );
}

/** Whether a payment was booked by this import. */
export function isBookedBy(store: Store, import_: number, payment: PaymentId): boolean {
  return (
    one(store, 'SELECT id FROM planned_rows WHERE payment = ? AND "import" = ?', payment, import_) !==
    undefined
  );
}

/** Rows of an import that do the same in the same currency: how many, how many of them book money, and how much. */
export interface RowCount {
  readonly kind: KeptRow["kind"];
  readonly status: PlannedRowStatus;
  readonly currency?: CurrencyCode;
  readonly count: number;
  readonly payments: number;
  readonly sum: Minor;
}
export function countRows(store: Store, import_: number): readonly RowCount[] {
  return rows<RowCount>(
    store,
    `SELECT kind, status, currency, count(*) AS count, count(amount) AS payments, coalesce(sum(amount), 0) AS sum
     FROM planned_rows WHERE "import" = ? GROUP BY kind, status, currency`,
    import_,
  );
}
