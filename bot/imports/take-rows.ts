/** Takes rows of a sheet in the caller's transaction: deals, what is expected of them, payments. */
import { addDeal, changeDeal, dealById, expectPayment } from "../../db/deals.ts";
import { beginUnpaid, knowSilently, seeFirst, waitsForPoll } from "../../db/deal-changes.ts";
import { book, type Booking } from "../../db/payments.ts";
import { endRow, lastTaken, type KeptRow } from "../../db/planned-rows.ts";
import type { DealId, PaymentId } from "../../flows/ids.ts";
import { receivedKey } from "../../flows/payments/plan-deals.ts";
import { rowHolds } from "../../flows/payments/plan-holds.ts";
import {
  readPlannedRow,
  type DealChange,
  type NewDeal,
  type PlannedPayment,
  type PlannedRow,
} from "../../flows/payments/plan-schema.ts";
import { withChanges } from "../../flows/payments/told-deal.ts";
import { lookAtDeal } from "../payments/look-at-deal.ts";
import type { Turn } from "../work.ts";
import { factsFor } from "./store-facts.ts";

type Received = NonNullable<NewDeal["received"]>;
/** The deal that a row is about, and what was booked on it. */
interface Taken {
  readonly deal: DealId;
  readonly payment?: PaymentId | undefined;
}

/**
 * Takes rows that wait, each as it was planned. A row that the store has gone on from since is left, nothing of it is done.
 * @param notify whether managers are to hear of the payments in it; of what came otherwise they hear all the same
 */
export function takeRows(turn: Turn, import_: number, kept: readonly KeptRow[], notify: boolean): void {
  const { tx, now } = turn;
  const facts = factsFor(tx, import_);
  const paid = new Set<DealId>();
  /** Its payments of the piece before are told together with those of this one. */
  const begun = notify ? lastTaken(tx, import_) : undefined;
  for (const one of kept) {
    const row = readPlannedRow(one);
    if (!rowHolds(row, facts)) {
      endRow(tx, one.id, "left");
      continue;
    }
    const looked = (deal: DealId): boolean => paid.has(deal) || deal === begun;
    const { deal, payment } = takeRow(turn, row, notify, looked);
    if (payment !== undefined) paid.add(deal);
    endRow(tx, one.id, "taken", payment);
  }
  if (!notify) for (const deal of paid) knowSilently(tx, deal, now);
}

function takeRow(turn: Turn, row: PlannedRow, notify: boolean, looked: (deal: DealId) => boolean): Taken {
  switch (row.kind) {
    case "add":
      return addNew(turn, row.plan, notify);
    case "change":
      return changeKnown(turn, row.plan);
    case "book":
      if (!looked(row.plan.deal)) lookFirst(turn, row.plan.deal);
      return bookPlanned(turn, row.plan);
  }
}

function bookPlanned(turn: Turn, planned: PlannedPayment): Taken {
  const { row: _, currency: __, ...payment } = planned;
  const booked = bookOne(turn, { ...payment, source: "sheet", bookedBy: turn.me.id });
  return { deal: payment.deal, payment: booked };
}

/** What another program or statement brought and no poll has seen yet is told as ever, before the sheet adds to it. */
function lookFirst({ tx, company, now }: Turn, deal: DealId): void {
  if (waitsForPoll(tx, deal)) lookAtDeal(tx, company, deal, now);
}

/** A new deal is known from its first moment on, so that a poll doesn't take what comes next for its beginning. */
function addNew(turn: Turn, { deal, expected, received }: NewDeal, notify: boolean): Taken {
  const { tx, now } = turn;
  const id = addDeal(tx, deal);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  if (notify && received !== undefined) beginUnpaid(tx, id, deal.total, now);
  const payment = received && bookReceived(turn, id, received);
  seeFirst(tx, id, now);
  return { deal: id, payment };
}

function changeKnown(turn: Turn, { deal: id, changes, expected, received }: DealChange): Taken {
  const { tx } = turn;
  const before = dealById(tx, id);
  const after = before && withChanges(before, changes);
  if (after === undefined) throw new Error(`deal ${id} was changed since its row was found to hold`);
  lookFirst(turn, id);
  changeDeal(tx, after);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  return { deal: id, payment: received && bookReceived(turn, id, received) };
}

/** «Оплачено» of a sheet tells a sum in all: what is new of it is one payment. */
function bookReceived(turn: Turn, deal: DealId, { paid, amount, paidOn }: Received): PaymentId {
  return bookOne(turn, {
    deal,
    amount,
    paidOn,
    source: "sheet",
    key: receivedKey(deal, paid),
    bookedBy: turn.me.id,
  });
}

function bookOne(turn: Turn, booking: Booking): PaymentId {
  const payment = book(turn.tx, booking, turn.now);
  if (payment === undefined)
    throw new Error(`payment ${booking.key ?? ""} was booked since its row was found to hold`);
  return payment;
}
