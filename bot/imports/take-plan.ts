/** Takes the plan of a sheet, all of it in the caller's transaction: deals, what is expected of them, payments. */
import { addDeal, changeDeal, dealById, expectPayment } from "../../db/deals.ts";
import { beginUnpaid, knowSilently, seeFirst, waitsForPoll } from "../../db/deal-changes.ts";
import { book, type Booking } from "../../db/payments.ts";
import type { DealId } from "../../flows/ids.ts";
import { receivedKey } from "../../flows/payments/plan-deals.ts";
import type {
  DealChange,
  DealsPlan,
  NewDeal,
  PaymentsPlan,
  TakeablePlan,
} from "../../flows/payments/plan-schema.ts";
import { withChanges } from "../../flows/payments/told-deal.ts";
import { lookAtDeal } from "../payments/look-at-deal.ts";
import type { Turn } from "../work.ts";

type Received = NonNullable<NewDeal["received"]>;

/** @param notify whether managers are to hear of the payments in it; of what came otherwise they hear all the same */
export function takePlan(turn: Turn, plan: TakeablePlan, notify: boolean): void {
  const paid = plan.kind === "deals" ? takeDeals(turn, plan, notify) : takePayments(turn, plan);
  if (!notify) for (const deal of paid) knowSilently(turn.tx, deal, turn.now);
}

/** Gives the deals on which something was booked. */
function takeDeals(turn: Turn, { add, change }: DealsPlan, notify: boolean): ReadonlySet<DealId> {
  const paid = new Set<DealId>();
  for (const one of add) {
    const deal = addNew(turn, one, notify);
    if (one.received !== undefined) paid.add(deal);
  }
  for (const one of change) {
    changeKnown(turn, one);
    if (one.received !== undefined) paid.add(one.deal);
  }
  return paid;
}

function takePayments(turn: Turn, { book: planned }: PaymentsPlan): ReadonlySet<DealId> {
  const paid = new Set<DealId>();
  for (const { row: _, currency: __, ...payment } of planned) {
    if (!paid.has(payment.deal)) lookFirst(turn, payment.deal);
    paid.add(payment.deal);
    bookOne(turn, { ...payment, source: "sheet", bookedBy: turn.me.id });
  }
  return paid;
}

/** What another program or statement brought and no poll has seen yet is told as ever, before the sheet adds to it. */
function lookFirst({ tx, company, now }: Turn, deal: DealId): void {
  if (waitsForPoll(tx, deal)) lookAtDeal(tx, company, deal, now);
}

/** A new deal is known from its first moment on, so that a poll doesn't take what comes next for its beginning. */
function addNew(turn: Turn, { deal, expected, received }: NewDeal, notify: boolean): DealId {
  const { tx, now } = turn;
  const id = addDeal(tx, deal);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  if (notify && received !== undefined) beginUnpaid(tx, id, deal.total, now);
  if (received !== undefined) bookReceived(turn, id, received);
  seeFirst(tx, id, now);
  return id;
}

function changeKnown(turn: Turn, { deal: id, changes, expected, received }: DealChange): void {
  const { tx } = turn;
  const before = dealById(tx, id);
  const after = before && withChanges(before, changes);
  if (after === undefined) throw new Error(`deal ${id} was changed since its plan was found to hold`);
  lookFirst(turn, id);
  changeDeal(tx, after);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  if (received !== undefined) bookReceived(turn, id, received);
}

/** «Оплачено» of a sheet tells a sum in all: what is new of it is one payment. */
function bookReceived(turn: Turn, deal: DealId, { paid, amount, paidOn }: Received): void {
  bookOne(turn, {
    deal,
    amount,
    paidOn,
    source: "sheet",
    key: receivedKey(deal, paid),
    bookedBy: turn.me.id,
  });
}

function bookOne(turn: Turn, booking: Booking): void {
  if (book(turn.tx, booking, turn.now) === undefined)
    throw new Error(`payment ${booking.key ?? ""} was booked since its plan was found to hold`);
}
