/** Takes the plan of a sheet, all of it in the caller's transaction: deals, what is expected of them, payments. */
import { addDeal, changeDeal, dealById, expectPayment } from "../../db/deals.ts";
import { beginUnpaid, knowSilently, seeFirst } from "../../db/deal-changes.ts";
import { book, type Booking } from "../../db/payments.ts";
import type { DealId } from "../../flows/ids.ts";
import { receivedKey } from "../../flows/payments/plan-deals.ts";
import type { DealChange, NewDeal, TakeablePlan } from "../../flows/payments/plan-schema.ts";
import { withChanges } from "../../flows/payments/told-deal.ts";
import type { Turn } from "../work.ts";

type Received = NonNullable<NewDeal["received"]>;

/** @param notify whether managers are to hear of the payments in it */
export function takePlan(turn: Turn, plan: TakeablePlan, notify: boolean): void {
  const touched = new Set<DealId>();
  if (plan.kind === "deals") {
    for (const one of plan.add) touched.add(add(turn, one, notify));
    for (const one of plan.change) touched.add(change(turn, one));
  } else
    for (const { row: _, currency: __, ...payment } of plan.book) {
      bookOne(turn, { ...payment, source: "sheet", bookedBy: turn.me.id });
      touched.add(payment.deal);
    }
  if (!notify) for (const deal of touched) knowSilently(turn.tx, deal, turn.now);
}

/** A new deal is known from its first moment on, so that a poll doesn't take what comes next for its beginning. */
function add(turn: Turn, { deal, expected, received }: NewDeal, notify: boolean): DealId {
  const { tx, now } = turn;
  const id = addDeal(tx, deal);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  if (notify && received !== undefined) beginUnpaid(tx, id, deal.total, now);
  if (received !== undefined) bookReceived(turn, id, received);
  seeFirst(tx, id, now);
  return id;
}

function change(turn: Turn, { deal: id, changes, expected, received }: DealChange): DealId {
  const { tx, now } = turn;
  const before = dealById(tx, id);
  const after = before && withChanges(before, changes);
  if (after === undefined) throw new Error(`deal ${id} was changed since its plan was found to hold`);
  seeFirst(tx, id, now);
  changeDeal(tx, after);
  if (expected !== undefined) expectPayment(tx, id, expected.dueOn, expected.amount);
  if (received !== undefined) bookReceived(turn, id, received);
  return id;
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
