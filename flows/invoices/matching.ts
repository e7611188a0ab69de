/**
 * Which supplier invoice an outgoing line of a bank statement has paid: the receiver's ИНН is the supplier's, the purpose
 * names the invoice's number, the sum is exactly what is left to pay. Less than that proposes nothing (domain 9.3).
 */
import type { BookedPayment } from "../engine/request.ts";
import type { Minor, RequestId } from "../ids.ts";
import type { CurrencyCode } from "../payments/deal.ts";
import { numberKey } from "../payments/numbers.ts";
import { numbersNamed } from "../payments/purpose.ts";

export interface OutgoingLine {
  readonly amount: Minor;
  readonly currency: CurrencyCode;
  readonly paidOn: string;
  /** Of the payment order. */
  readonly number: string;
  readonly purpose: string;
}

/** An invoice of the receiver that may be paid now. */
export interface PayableInvoice {
  readonly request: RequestId;
  /** As it is written on the paper. */
  readonly number: string;
  readonly left: Minor;
  readonly currency: CurrencyCode;
  /** Payments booked so far. */
  readonly paid: readonly Pick<BookedPayment, "date" | "sum" | "order" | "back">[];
}

/** The invoice that the line has paid; undefined: none for certain. */
export function paidInvoice(line: OutgoingLine, invoices: readonly PayableInvoice[]): RequestId | undefined {
  const open = invoices.filter((one) => one.left === line.amount && one.currency === line.currency);
  const named = namedBy(line, open);
  const [found, other] = open.filter((one) => named.has(numberKey(one.number)));
  if (found === undefined || other !== undefined) return undefined;
  return found.paid.some((one) => isSame(one, line)) ? undefined : found.request;
}

/**
 * Whether the line has paid another invoice of the receiver already, which somebody booked by hand: one with a number that
 * it names, a twin perhaps; or any, by this payment order.
 */
export function isSpent(
  line: OutgoingLine,
  others: readonly Pick<PayableInvoice, "number" | "paid">[],
): boolean {
  const named = namedBy(line, others);
  return others.some(({ number, paid }) =>
    paid.some((one) => isSame(one, line) && (one.order === line.number || named.has(numberKey(number)))),
  );
}

/** Which of their numbers the purpose of a line names, in one spelling. */
function namedBy(
  { purpose }: OutgoingLine,
  invoices: readonly Pick<PayableInvoice, "number">[],
): ReadonlySet<string> {
  const keys = new Set(invoices.map((one) => numberKey(one.number)).filter((key) => key !== ""));
  const named = numbersNamed(purpose, keys).filter(({ called }) => called !== "other");
  return new Set(named.map(({ key }) => key));
}

/** Whether a payment that was booked by hand may be this very line: the same day and sum, and no other payment order. */
function isSame({ date, sum, order, back }: PayableInvoice["paid"][number], line: OutgoingLine): boolean {
  const otherOrder = order !== undefined && line.number !== "" && order !== line.number;
  return back === undefined && date === line.paidOn && sum === line.amount && !otherOrder;
}
