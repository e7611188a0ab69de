/** One line of a statement becomes one payment, whoever books it and however often. */
import { book } from "../../../db/payments.ts";
import { moveLine, type LineRow } from "../../../db/statement-lines.ts";
import type { DealId } from "../../../flows/ids.ts";
import type { Turn } from "../../work.ts";

/** Under this key a line is booked once, whatever statement it comes in (domain 9.3). */
export const paymentKey = (line: Pick<LineRow, "key">): string => `statement:${line.key}`;

/** Books a line on a deal. False: it is booked already. */
export function bookLine(turn: Turn, line: LineRow, deal: DealId): boolean {
  const { tx, me, now } = turn;
  const payment = book(
    tx,
    {
      deal,
      amount: line.amount,
      paidOn: line.paidOn,
      payer: line.party,
      purpose: line.purpose,
      source: "statement",
      key: paymentKey(line),
      bookedBy: me.id,
      ...(line.number !== "" && { number: line.number }),
      ...(line.partyInn !== undefined && { payerInn: line.partyInn }),
    },
    now,
  );
  if (payment === undefined) return !moveLine(tx, line, { status: "known" });
  return moveLine(tx, line, { status: "booked", deal, payment });
}
