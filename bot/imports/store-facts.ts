/** What an import asks of the store, row by row, within the caller's transaction. */
import { dealByExternalId, dealById, expectedPlan, paidOf } from "../../db/deals.ts";
import { dealsNumbered } from "../../db/find-deals.ts";
import type { Store } from "../../db/open.ts";
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
