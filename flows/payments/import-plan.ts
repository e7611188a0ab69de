/** A dry run of an import: what taking a sheet would do to the store, counted for the person who decides (domain 9.4). */
import type { Minor } from "../ids.ts";
import { units } from "../ids.ts";
import type { CurrencyCode } from "./deal.ts";
import { currencyCodes } from "./deal-problems.ts";
import type { DealsSheet, PaymentsSheet } from "./deal-rows.ts";
import type { ImportAround } from "./import-facts.ts";
import { planDeals } from "./plan-deals.ts";
import { planPayments } from "./plan-payments.ts";
import type { ImportPlan } from "./plan-schema.ts";

/** Plans a sheet in pieces, so that a long one holds nobody up: comes back between them, and gives the plan at the end. */
export function planInPieces(
  sheet: DealsSheet | PaymentsSheet,
  around: ImportAround,
): Generator<void, ImportPlan, void> {
  return sheet.kind === "deals" ? planDeals(sheet, around) : planPayments(sheet, around);
}

/** The plan of a sheet. It changes nothing; taken, and made again of the same sheet, it has nothing left to do. */
export function planImport(sheet: DealsSheet | PaymentsSheet, around: ImportAround): ImportPlan {
  const pieces = planInPieces(sheet, around);
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

export interface PlanCounts {
  readonly newDeals: number;
  readonly changedDeals: number;
  readonly sameDeals: number;
  /** Payments to be booked, also those that «Оплачено» tells of. */
  readonly payments: number;
  readonly knownPayments: number;
  /** What those payments come to, by currency; what is given back counts against it. */
  readonly sums: readonly { readonly currency: CurrencyCode; readonly minor: Minor }[];
  readonly doubts: number;
  readonly problems: number;
}

/** «Новых сделок 12, изменится 3, без изменений 40; оплат 25 на 1 250 000 ₽»: the figures of that line. */
export function countsOf(plan: ImportPlan): PlanCounts {
  const booked = bookedBy(plan);
  const deals = plan.kind === "deals" ? plan : undefined;
  return {
    newDeals: deals?.add.length ?? 0,
    changedDeals: deals?.change.length ?? 0,
    sameDeals: deals?.same ?? 0,
    payments: booked.length,
    knownPayments: plan.kind === "payments" ? plan.known : 0,
    sums: currencyCodes.flatMap((currency) => {
      const sums = booked.filter((one) => one.currency === currency);
      const minor = units<Minor>(sums.reduce((all, one) => all + one.amount, 0));
      return sums.length > 0 ? [{ currency, minor }] : [];
    }),
    doubts: plan.kind === "refused" ? 0 : plan.doubts,
    problems: plan.kind === "refused" ? plan.count : 0,
  };
}

/** Whether taking the plan would change anything. */
export function changesNothing(plan: ImportPlan): boolean {
  const { newDeals, changedDeals, payments } = countsOf(plan);
  return newDeals + changedDeals + payments === 0;
}

function bookedBy(plan: ImportPlan): { readonly currency: CurrencyCode; readonly amount: Minor }[] {
  switch (plan.kind) {
    case "refused":
      return [];
    case "payments":
      return [...plan.book];
    case "deals":
      return [
        ...plan.add.map(({ deal: { currency }, received }) => ({ currency, received })),
        ...plan.change,
      ].flatMap(({ currency, received }) => (received ? [{ currency, amount: received.amount }] : []));
  }
}
