/** What managers sold and what has come in, over a period: deals, sums, percentages, overdue expected payments (S1.30). */
import { units, type Minor, type PersonId } from "../ids.ts";
import type { CurrencyCode, Deal } from "./deal.ts";
import { wholePercent } from "./percentage.ts";

/** A deal as the store knows it for a period; sums in minor units of its currency, nothing of what was taken back. */
export interface DealFacts extends Pick<
  Deal,
  "id" | "name" | "orderNumber" | "invoiceNumber" | "stage" | "customer" | "total" | "currency"
> {
  readonly manager: PersonId;
  /** Paid till the end of the period. */
  readonly paid: Minor;
  /** Of it, within the period; below zero: more was given back. */
  readonly received: Minor;
  /** Payments within the period: also such as add up to nothing. */
  readonly payments: number;
  /** What was to be paid by the end of the period, or by yesterday if it still goes on. */
  readonly expected: Minor;
}

export interface ReportRow extends DealFacts {
  /** Floored; absent: a deal of nothing has none. */
  readonly percent?: number;
  /** What is still to be paid; never below zero. */
  readonly open: Minor;
  /** Of what was to be paid by then: what was not. */
  readonly overdue: Minor;
}

/** Sums of one currency: roubles and hryvnias are never added. */
export interface ReportTotal {
  readonly currency: CurrencyCode;
  readonly deals: number;
  readonly total: Minor;
  readonly paid: Minor;
  readonly received: Minor;
  readonly open: Minor;
  readonly overdue: Minor;
}

export interface ManagerReport {
  readonly manager: PersonId;
  /** Most received first, then the largest. */
  readonly rows: readonly ReportRow[];
  readonly totals: readonly ReportTotal[];
}

export interface SalesReport {
  /** In the order in which they were asked for; only who has something to show. */
  readonly managers: readonly ManagerReport[];
  readonly totals: readonly ReportTotal[];
}

/** Puts a report together. Deals without a payment in the period and with nothing left to pay are left out. */
export function salesReport(managers: readonly PersonId[], facts: readonly DealFacts[]): SalesReport {
  const rows = facts.filter(isShown).map(rowOf);
  const reports = managers.flatMap((manager): ManagerReport[] => {
    const own = rows.filter((row) => row.manager === manager).toSorted(byWeight);
    return own.length === 0 ? [] : [{ manager, rows: own, totals: totalsOf(own) }];
  });
  return { managers: reports, totals: totalsOf(reports.flatMap((report) => report.rows)) };
}

const isShown = ({ payments, paid, total, expected }: DealFacts): boolean =>
  payments > 0 || paid < total || paid < expected;

function rowOf(facts: DealFacts): ReportRow {
  const { paid, total, expected } = facts;
  const percent = wholePercent({ paid, total });
  return {
    ...facts,
    ...(percent !== undefined && { percent }),
    open: units<Minor>(Math.max(0, total - paid)),
    overdue: units<Minor>(Math.max(0, expected - paid)),
  };
}

const byWeight = (a: ReportRow, b: ReportRow): number =>
  b.received - a.received || b.total - a.total || a.id - b.id;

const order: readonly CurrencyCode[] = ["RUB", "UAH"];

/** A total per currency that occurs. */
export function totalsOf(rows: readonly ReportRow[]): readonly ReportTotal[] {
  return order.flatMap((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const sum = (field: "total" | "paid" | "received" | "open" | "overdue"): Minor =>
      units<Minor>(own.reduce((all, row) => all + row[field], 0));
    if (own.length === 0) return [];
    return [
      {
        currency,
        deals: own.length,
        total: sum("total"),
        paid: sum("paid"),
        received: sum("received"),
        open: sum("open"),
        overdue: sum("overdue"),
      },
    ];
  });
}

/** The first of a list and the rest, for a picture with little room. One more is shown where the rest would be one. */
export function foldedRows<Row>(
  rows: readonly Row[],
  shownMax: number,
): { readonly shown: readonly Row[]; readonly rest: readonly Row[] } {
  const count = rows.length <= shownMax + 1 ? rows.length : shownMax;
  return { shown: rows.slice(0, count), rest: rows.slice(count) };
}
