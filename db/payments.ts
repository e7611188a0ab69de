/** Payments on deals: booked, taken back, moved. What other programs write stands in the same table (docs/payments.md). */
import type { Payment } from "../flows/payments/deal.ts";
import { units, type DealId, type Instant, type Minor, type PaymentId, type PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { seeFirst } from "./deal-changes.ts";
import { notePayment } from "./payment-log.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

const columns = `id, deal, amount, paid_on AS paidOn, number, payer, payer_inn AS payerInn, purpose, source,
  booked_by AS bookedBy, taken_back_at AS takenBackAt`;

/** A payment to be booked by a person of the company. */
export type Booking = Omit<Payment, "id" | "takenBackAt" | "bookedBy"> & {
  readonly bookedBy: PersonId;
  /** The same key is booked once, whoever books it and however often. */
  readonly key?: string;
};

export function paymentById(store: Store, payment: PaymentId): Payment | undefined {
  return one<Payment>(store, `SELECT ${columns} FROM payments WHERE id = ?`, payment);
}

/** The payment that was booked under a key, also one that was taken back. */
export function paymentByKey(store: Store, key: string): Payment | undefined {
  return one<Payment>(store, `SELECT ${columns} FROM payments WHERE key = ?`, key);
}

/** Payments of a deal, day and sum that count. */
export function paymentsLike(store: Store, deal: DealId, paidOn: string, amount: Minor): readonly Payment[] {
  return rows<Payment>(
    store,
    `SELECT ${columns} FROM payments WHERE deal = ? AND paid_on = ? AND amount = ? AND taken_back_at IS NULL`,
    deal,
    paidOn,
    amount,
  );
}

/** Whether one of that day and sum is booked already. */
export function hasAlike(store: Store, deal: DealId, paidOn: string, amount: Minor): boolean {
  return paymentsLike(store, deal, paidOn, amount).length > 0;
}

/** Whether any payment stands on a deal, also one that was taken back: it then keeps its currency. */
export function hasPayments(store: Store, deal: DealId): boolean {
  return one(store, "SELECT id FROM payments WHERE deal = ? LIMIT 1", deal) !== undefined;
}

/** Payments of a deal, newest first, also those taken back; next page: `before` = the last one's id. */
export function paymentsOf(
  store: Store,
  deal: DealId,
  page: { readonly before?: PaymentId; readonly limit: number },
): readonly Payment[] {
  return rows<Payment>(
    store,
    `SELECT ${columns} FROM payments WHERE deal = ? AND id < ? ORDER BY id DESC LIMIT ?`,
    deal,
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  );
}

/** Books a payment and logs who did it. Undefined: one with this key is booked already, nothing was done. */
export function book(tx: Tx, of: Booking, now: Instant): PaymentId | undefined {
  if (of.key !== undefined && paymentByKey(tx, of.key) !== undefined) return undefined;
  seeFirst(tx, of.deal, now);
  const key = insert(
    tx,
    `INSERT INTO payments (deal, amount, paid_on, number, payer, payer_inn, purpose, source, key, booked_by, booked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    of.deal,
    of.amount,
    of.paidOn,
    of.number,
    of.payer,
    of.payerInn,
    of.purpose,
    of.source,
    of.key,
    of.bookedBy,
    now,
  );
  const id = units<PaymentId>(key);
  const { deal, amount } = of;
  notePayment(tx, { payment: id, at: now, by: of.bookedBy, what: { kind: "booked", deal, amount } });
  return id;
}

/** Takes a booking back: it stays for the history and counts as nothing. False: it was taken back before. */
export function takeBack(tx: Tx, payment: Payment, by: PersonId, now: Instant): boolean {
  const done = change(
    tx,
    "UPDATE payments SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL",
    now,
    payment.id,
  );
  if (done === 1) notePayment(tx, { payment: payment.id, at: now, by, what: { kind: "taken-back" } });
  return done === 1;
}

/** Counts it again. False: it counts already. */
export function restore(tx: Tx, payment: Payment, by: PersonId, now: Instant): boolean {
  seeFirst(tx, payment.deal, now);
  const done = change(
    tx,
    "UPDATE payments SET taken_back_at = NULL WHERE id = ? AND taken_back_at IS NOT NULL",
    payment.id,
  );
  if (done === 1) notePayment(tx, { payment: payment.id, at: now, by, what: { kind: "restored" } });
  return done === 1;
}

/** Moves a booking to another deal of the same currency; the table refuses another. False: it stands there already, or counts as nothing. */
export function movePayment(tx: Tx, payment: Payment, to: DealId, by: PersonId, now: Instant): boolean {
  seeFirst(tx, to, now);
  const done = change(
    tx,
    "UPDATE payments SET deal = ? WHERE id = ? AND deal <> ? AND taken_back_at IS NULL",
    to,
    payment.id,
    to,
  );
  const what = { kind: "moved", from: payment.deal, to } as const;
  if (done === 1) notePayment(tx, { payment: payment.id, at: now, by, what });
  return done === 1;
}
