/** What an import asks of the store, row by row. */
import { dealByExternalId, dealById, expectedPlan, paidOf } from "../../db/deals.ts";
import { dealsNumbered } from "../../db/find-deals.ts";
import type { Store } from "../../db/open.ts";
import { isBookedBy } from "../../db/planned-rows.ts";
import { hasPayments, paymentByKey, paymentsLike } from "../../db/payments.ts";
import type { StoreFacts } from "../../flows/payments/import-facts.ts";

export const storeFacts = (store: Store): StoreFacts => ({
  dealById: (deal) => dealById(store, deal),
  dealByKey: (key) => dealByExternalId(store, key),
  dealsByNumber: (kind, key) => dealsNumbered(store, kind, key),
  paidOf: (deal) => paidOf(store, deal),
  hasPayments: (deal) => hasPayments(store, deal),
  expectedOf: (deal) => expectedPlan(store, deal),
  paymentByKey: (key) => paymentByKey(store, key),
  paymentsLike: (deal, paidOn, amount) => paymentsLike(store, deal, paidOn, amount),
});

/** The same while an import is being taken: payments that it has booked itself are none that came another way. */
export const factsFor = (store: Store, import_: number): StoreFacts => ({
  ...storeFacts(store),
  paymentsLike: (deal, paidOn, amount) =>
    paymentsLike(store, deal, paidOn, amount).filter(({ id }) => !isBookedBy(store, import_, id)),
});
