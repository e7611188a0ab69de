/** Lines of bank statements as they wait, are asked, booked, or stand unmatched. */
import type { CurrencyCode } from "../flows/payments/deal.ts";
import type { DealId, Minor, PaymentId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { lineStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

export type LineStatus = (typeof lineStatuses)[number];
export interface LineRow {
  readonly id: number;
  readonly import: number;
  readonly direction: "in" | "out" | "own";
  /** The same line of another statement has the same (domain 9.3). */
  readonly key: string;
  readonly paidOn: string;
  /** Above zero in every direction. */
  readonly amount: Minor;
  readonly currency: CurrencyCode;
  /** Ours. */
  readonly account: string;
  /** The other side. */
  readonly party: string;
  readonly partyInn?: string;
  readonly partyAccount?: string;
  readonly number: string;
  readonly purpose: string;
  readonly status: LineStatus;
  /** Why it is asked, in which currency it is: read by its owner. */
  readonly found: unknown;
  readonly deal?: DealId;
  readonly payment?: PaymentId;
}

type Stored = Omit<LineRow, "found"> & { readonly found: string };
const columns = `id, "import", direction, key, paid_on AS paidOn, amount, currency, account, party, party_inn AS partyInn,
  party_account AS partyAccount, number, purpose, status, found, deal, payment`;
const parsed = (row: Stored): LineRow => ({ ...row, found: JSON.parse(row.found) as unknown });

export function addLine(tx: Tx, of: Omit<LineRow, "id" | "payment">): number {
  return insert(
    tx,
    `INSERT INTO statement_lines ("import", direction, key, paid_on, amount, currency, account, party, party_inn,
       party_account, number, purpose, status, found, deal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    of.import,
    of.direction,
    of.key,
    of.paidOn,
    of.amount,
    of.currency,
    of.account,
    of.party,
    of.partyInn,
    of.partyAccount,
    of.number,
    of.purpose,
    of.status,
    JSON.stringify(of.found),
    of.deal,
  );
}

/** Forgets the lines of an import that was not read to its end. */
export function dropLines(tx: Tx, import_: number): void {
  change(tx, 'DELETE FROM statement_lines WHERE "import" = ?', import_);
}

export function lineById(store: Store, id: number): LineRow | undefined {
  const found = one<Stored>(store, `SELECT ${columns} FROM statement_lines WHERE id = ?`, id);
  return found && parsed(found);
}

/** Incoming lines of an import in one state, in the order of the file; next page: `after` = the last one's id. */
export function linesIn(
  store: Store,
  import_: number,
  status: LineStatus,
  page: { readonly after?: number; readonly limit: number },
): readonly LineRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM statement_lines WHERE "import" = ? AND status = ? AND direction = 'in' AND id > ?
     ORDER BY id LIMIT ?`,
    import_,
    status,
    page.after ?? 0,
    page.limit,
  ).map(parsed);
}

/** Outgoing lines of an import in one state, in the order of the file. */
export function outgoingLines(
  store: Store,
  import_: number,
  status: LineStatus,
  limit: number,
): readonly LineRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM statement_lines WHERE "import" = ? AND status = ? AND direction = 'out'
     ORDER BY id LIMIT ?`,
    import_,
    status,
    limit,
  ).map(parsed);
}

/** How many lines of an import are in which state, and what they come to, by direction. */
export interface LineCount {
  readonly direction: LineRow["direction"];
  readonly status: LineStatus;
  readonly count: number;
  readonly sum: Minor;
  readonly currency: CurrencyCode;
}
export function countLines(store: Store, import_: number): readonly LineCount[] {
  return rows<LineCount>(
    store,
    `SELECT direction, status, currency, count(*) AS count, sum(amount) AS sum FROM statement_lines
     WHERE "import" = ? GROUP BY status, direction, currency`,
    import_,
  );
}

/** Whether a person said of that line, when it was last seen in a statement, that it is not ours. */
export function wasSkipped(store: Store, key: string): boolean {
  const last = one<{ status: LineStatus }>(
    store,
    "SELECT status FROM statement_lines WHERE key = ? ORDER BY id DESC LIMIT 1",
    key,
  );
  return last?.status === "skipped";
}

/** Moves a line on from the state in which the caller saw it; false: somebody else did before. */
export function moveLine(
  tx: Tx,
  seen: Pick<LineRow, "id" | "status">,
  to: {
    readonly status: LineStatus;
    readonly found?: unknown;
    readonly deal?: DealId;
    readonly payment?: PaymentId;
  },
): boolean {
  return (
    change(
      tx,
      `UPDATE statement_lines SET status = ?, found = coalesce(?, found), deal = ?, payment = ? WHERE id = ? AND status = ?`,
      to.status,
      to.found === undefined ? undefined : JSON.stringify(to.found),
      to.deal,
      to.payment,
      seen.id,
      seen.status,
    ) === 1
  );
}
