/** What polls saw of deals: the queue that triggers fill, the percentages in order of time, what managers know (S1.25–S1.27). */
import { assess, type Amounts, type Assessed, type Known } from "../flows/payments/alert.ts";
import type { Deal } from "../flows/payments/deal.ts";
import type { Share } from "../flows/payments/percentage.ts";
import { units, type DealId, type Instant, type Minor } from "../flows/ids.ts";
import { dealById } from "./deals.ts";
import { forgetFound, keepFound } from "./find-deals.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface DealChange {
  readonly id: number;
  readonly deal: DealId;
  readonly at: Instant;
  readonly kind: Assessed["kind"];
  readonly paid: Minor;
  readonly total: Minor;
  /** What managers knew; absent at a baseline. */
  readonly beforePaid?: Minor;
  readonly beforeTotal?: Minor;
  readonly came: number;
  readonly gone: number;
}

const columns =
  "id, deal, at, kind, paid, total, before_paid AS beforePaid, before_total AS beforeTotal, came, gone";

export function dealChange(store: Store, id: number): DealChange | undefined {
  return one<DealChange>(store, `SELECT ${columns} FROM deal_changes WHERE id = ?`, id);
}

/** The percentages of a deal, newest first. */
export function changesOf(store: Store, deal: DealId, limit: number): readonly DealChange[] {
  return rows<DealChange>(
    store,
    `SELECT ${columns} FROM deal_changes WHERE deal = ? ORDER BY id DESC LIMIT ?`,
    deal,
    limit,
  );
}

/** Deals that changed since they were last looked at, whoever changed them; the cost is theirs alone. */
export function changedDeals(store: Store, limit: number): readonly DealId[] {
  return rows<{ deal: DealId }>(store, "SELECT deal FROM changed_deals ORDER BY deal LIMIT ?", limit).map(
    ({ deal }) => deal,
  );
}

/** Whether a deal waits for the next poll: something of it changed that nobody has looked at. */
export function waitsForPoll(store: Store, deal: DealId): boolean {
  return one(store, "SELECT deal FROM changed_deals WHERE deal = ?", deal) !== undefined;
}

/** The last state that managers know of. */
function known(store: Store, deal: DealId): Known | undefined {
  const last = one<Share>(
    store,
    "SELECT paid, total FROM deal_changes WHERE deal = ? AND kind <> 'silent' ORDER BY id DESC LIMIT 1",
    deal,
  );
  if (last === undefined) return undefined;
  const payments = rows<{ payment: number; amount: number }>(
    store,
    "SELECT payment, amount FROM announced_payments WHERE deal = ?",
    deal,
  );
  return { share: last, payments: new Map(payments.map(({ payment, amount }) => [payment, amount])) };
}

function stateOf(store: Store, deal: Deal): Known {
  const payments = payingNow(store, deal.id);
  const paid = units<Minor>([...payments.values()].reduce((sum, amount) => sum + amount, 0));
  return { share: { paid, total: deal.total }, payments };
}

function payingNow(store: Store, deal: DealId): Amounts {
  const found = rows<{ id: number; amount: number }>(
    store,
    "SELECT id, amount FROM payments WHERE deal = ? AND taken_back_at IS NULL",
    deal,
  );
  return new Map(found.map(({ id, amount }) => [id, amount]));
}

/**
 * Looks at a deal of the queue and takes it off: keeps what it is found by, writes a line of its history if its share is
 * another than before. Gives the deal and the line that managers must hear of; undefined: nothing is to be said.
 */
export function lookAt(
  tx: Tx,
  id: DealId,
  now: Instant,
): { readonly deal: Deal; readonly change: number } | undefined {
  change(tx, "DELETE FROM changed_deals WHERE deal = ?", id);
  const deal = dealById(tx, id);
  if (deal === undefined) {
    forgetFound(tx, id);
    change(tx, "DELETE FROM announced_payments WHERE deal = ?", id);
    return undefined;
  }
  keepFound(tx, deal);
  const state = stateOf(tx, deal);
  const before = known(tx, id);
  const assessed = assess(before, state);
  if (assessed.kind === "silent" && isLast(tx, id, state.share)) return undefined;
  const line = writeLine(tx, id, now, assessed, state.share, before?.share);
  if (assessed.kind !== "silent") announce(tx, id, state.payments);
  return assessed.kind === "alert" ? { deal, change: line } : undefined;
}

function isLast(store: Store, deal: DealId, share: Share): boolean {
  const last = one<Share>(
    store,
    "SELECT paid, total FROM deal_changes WHERE deal = ? ORDER BY id DESC LIMIT 1",
    deal,
  );
  return last?.paid === share.paid && last.total === share.total;
}

function writeLine(
  tx: Tx,
  deal: DealId,
  at: Instant,
  assessed: Assessed,
  { paid, total }: Share,
  before: Share | undefined,
): number {
  const { came, gone } = assessed.kind === "alert" ? assessed : { came: 0, gone: 0 };
  return insert(
    tx,
    `INSERT INTO deal_changes (deal, at, kind, paid, total, before_paid, before_total, came, gone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    deal,
    at,
    assessed.kind,
    paid,
    total,
    before?.paid,
    before?.total,
    came,
    gone,
  );
}

/** These payments are what managers know now. */
function announce(tx: Tx, deal: DealId, paying: Amounts): void {
  const had = new Map(
    rows<{ payment: number; amount: number }>(
      tx,
      "SELECT payment, amount FROM announced_payments WHERE deal = ?",
      deal,
    ).map(({ payment, amount }) => [payment, amount]),
  );
  for (const payment of had.keys())
    if (!paying.has(payment))
      change(tx, "DELETE FROM announced_payments WHERE deal = ? AND payment = ?", deal, payment);
  for (const [payment, amount] of paying)
    if (had.get(payment) !== amount)
      change(
        tx,
        `INSERT INTO announced_payments (deal, payment, amount) VALUES (?, ?, ?)
         ON CONFLICT (deal, payment) DO UPDATE SET amount = excluded.amount`,
        deal,
        payment,
        amount,
      );
}

/** A deal that no poll has seen yet is looked at before something is booked on it: else its first state would hide the payment. */
export function seeFirst(tx: Tx, deal: DealId, now: Instant): void {
  if (known(tx, deal) === undefined) lookAt(tx, deal, now);
}

/** Its payments are known from now on without anybody being told: «нет, только загрузить». */
export function knowSilently(tx: Tx, id: DealId, now: Instant): void {
  const deal = dealById(tx, id);
  if (deal === undefined) return;
  change(tx, "DELETE FROM changed_deals WHERE deal = ?", id);
  keepFound(tx, deal);
  const { share, payments } = stateOf(tx, deal);
  writeLine(tx, id, now, { kind: "baseline" }, share, known(tx, id)?.share);
  announce(tx, id, payments);
}

/**
 * Keeps what deals that wait for a poll are found by, so that a file that comes now finds them; they go on waiting. Gives
 * where the next page begins; undefined: that was the last.
 */
export function findWaiting(
  tx: Tx,
  page: { readonly after: number; readonly limit: number },
): number | undefined {
  const waiting = rows<{ deal: DealId }>(
    tx,
    "SELECT deal FROM changed_deals WHERE deal > ? ORDER BY deal LIMIT ?",
    page.after,
    page.limit,
  );
  for (const { deal } of waiting) {
    const found = dealById(tx, deal);
    if (found !== undefined) keepFound(tx, found);
  }
  return waiting.length === page.limit ? waiting.at(-1)?.deal : undefined;
}

/**
 * The deal's payments of this import are to be told about, though it is seen for the first time: what managers know
 * begins without them. To be called in the transaction that adds the deal, before its payments.
 */
export function beginUnpaid(tx: Tx, deal: DealId, total: Minor, now: Instant): void {
  if (known(tx, deal) !== undefined) return;
  writeLine(tx, deal, now, { kind: "baseline" }, { paid: units<Minor>(0), total }, undefined);
}
