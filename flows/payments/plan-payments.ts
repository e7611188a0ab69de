/** What a sheet of payments would book: each payment on the deal that it names, once. */
import type { DealId } from "../ids.ts";
import type { PaymentField } from "./deal-columns.ts";
import type { Deal } from "./deal.ts";
import type { PaymentRow } from "./deal-row.ts";
import type { PaymentsSheet } from "./deal-rows.ts";
import { findPaidDeal } from "./find-deal.ts";
import { endsPiece, type ImportAround, type StoreFacts } from "./import-facts.ts";
import { numberKey } from "./numbers.ts";
import { startNotes, type PlanNotes } from "./plan-notes.ts";
import type { PaymentsPlan, PlannedPayment, RefusedPlan } from "./plan-schema.ts";

type Notes = PlanNotes<PaymentField>;

/** The plan of a sheet of payments, in pieces; refused as a whole when anything in it is wrong or can't be told. */
export function* planPayments(
  sheet: PaymentsSheet,
  around: ImportAround,
): Generator<void, PaymentsPlan | RefusedPlan, void> {
  const notes: Notes = startNotes(sheet);
  const rowOf = new Map<string, number>();
  const book: PlannedPayment[] = [];
  let known = 0;
  for (const [n, row] of sheet.rows.entries()) {
    if (endsPiece(n)) yield;
    const deal = dealOf(row, around.store, notes);
    if (!deal) continue;
    const key = row.key ?? saidKey(row, deal.id);
    const twin = rowOf.get(key);
    if (twin !== undefined) {
      noteTwin(row, twin, notes);
      continue;
    }
    rowOf.set(key, row.row);
    if (row.paidOn > around.today) notes.refuse(row.row, "paidOn", row.paidOn, { kind: "future-date" });
    if (isBooked(row, deal, key, around.store, notes)) known += 1;
    else book.push(planned(row, deal, key));
  }
  return notes.refused() ?? { kind: "payments", book, known, ...notes.doubts() };
}

function dealOf(row: PaymentRow, store: StoreFacts, notes: Notes): Deal | undefined {
  const found = findPaidDeal(row, store);
  const field =
    found.kind === "doubt"
      ? found.field
      : (["orderNumber", "invoiceNumber", "dealKey"] as const).find((one) => row[one] !== undefined);
  const written = field === undefined ? "" : (row[field] ?? "");
  if (found.kind === "doubt") notes.refuse(row.row, field, written, found.problem);
  if (found.kind === "none") notes.refuse(row.row, field, written, { kind: "unknown-deal" });
  if (found.kind !== "deal") return undefined;
  const { deal } = found;
  if (row.currency === undefined || row.currency === deal.currency) return deal;
  notes.refuse(row.row, "currency", row.currency, { kind: "deal-currency", currency: deal.currency });
  return undefined;
}

/** What a payment says of itself, as its key: deal, day, sum, number and payer. */
function saidKey({ paidOn, amount, number, payer, payerInn }: PaymentRow, deal: DealId): string {
  const who = payerInn ?? payer?.toLowerCase() ?? "";
  return `sheet:${JSON.stringify([deal, paidOn, amount, numberKey(number ?? ""), who])}`;
}

function noteTwin(row: PaymentRow, twin: number, notes: Notes): void {
  if (row.key === undefined) notes.refuse(row.row, undefined, "", { kind: "same-payment", row: twin });
  else notes.refuse(row.row, "key", "", { kind: "duplicate", value: row.key, first: [twin] });
}

/**
 * Whether it is booked already: under its key, or as the same payment order that came another way, such as a bank
 * statement. The same deal, day and sum without numbers to tell is doubted, and booked.
 */
function isBooked(row: PaymentRow, deal: Deal, key: string, store: StoreFacts, notes: Notes): boolean {
  const before = store.paymentByKey(key);
  if (before) {
    const { amount: paid, paidOn } = before;
    const problem = { kind: "booked-otherwise", paid, paidOn, currency: deal.currency } as const;
    if (paid !== row.amount || paidOn !== row.paidOn) notes.doubt(row.row, "key", key, problem);
    return true;
  }
  const numbers = numbersOfLike(deal.id, row, store);
  if (numbers.length === 0) return false;
  const number = numberKey(row.number ?? "");
  if (number !== "" && numbers.includes(number)) return true;
  if (number === "" || numbers.includes("")) notes.doubt(row.row, "amount", "", { kind: "like-booked" });
  return false;
}

/** Numbers of the payments of a deal that count and have the same day and sum; "" is none. */
function numbersOfLike(deal: DealId, of: Pick<PaymentRow, "paidOn" | "amount">, store: StoreFacts): string[] {
  return store.paymentsLike(deal, of.paidOn, of.amount).map(({ number = "" }) => numberKey(number));
}

/** Whether a payment that is to be booked has come another way meanwhile. */
export function cameMeanwhile(planned: PlannedPayment, store: StoreFacts): boolean {
  const number = numberKey(planned.number ?? "");
  const numbers = numbersOfLike(planned.deal, planned, store);
  return store.paymentByKey(planned.key) !== undefined || (number !== "" && numbers.includes(number));
}

function planned(row: PaymentRow, deal: Deal, key: string): PlannedPayment {
  const { number, payer, payerInn, purpose } = row;
  return {
    row: row.row,
    deal: deal.id,
    amount: row.amount,
    currency: deal.currency,
    paidOn: row.paidOn,
    ...(number !== undefined && { number }),
    ...(payer !== undefined && { payer }),
    ...(payerInn !== undefined && { payerInn }),
    ...(purpose !== undefined && { purpose }),
    key,
  };
}
