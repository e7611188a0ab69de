/** Between the preview and the tap the store goes on: is what was planned still what would be done? */
import { definedOnly } from "../company/supplier-fields.ts";
import type { StoreFacts } from "./import-facts.ts";
import { spellingsOf } from "./deal-row.ts";
import { findOwnDeal } from "./find-deal.ts";
import { cameMeanwhile } from "./plan-payments.ts";
import type { DealChange, ImportPlan, NewDeal, PlannedPayment } from "./plan-schema.ts";
import { withChanges } from "./told-deal.ts";

/** Whether a plan may be taken as it stands, asked in the transaction that takes it. If not, the file is to be planned anew. */
export function stillHolds(plan: ImportPlan, store: StoreFacts): boolean {
  switch (plan.kind) {
    case "refused":
      return false;
    case "deals":
      return plan.add.every((one) => isNew(one, store)) && plan.change.every((one) => stands(one, store));
    case "payments":
      return plan.book.every((one) => isOpen(one, store));
  }
}

function isNew({ row, deal }: NewDeal, store: StoreFacts): boolean {
  const { externalId, name, total, orderNumber, invoiceNumber } = deal;
  const numbers = definedOnly({ key: externalId, orderNumber, invoiceNumber });
  return findOwnDeal({ row, name, total, ...numbers, ...spellingsOf(deal) }, store).found.kind === "none";
}

function stands({ deal, changes, received, expected }: DealChange, store: StoreFacts): boolean {
  const now = store.dealById(deal);
  if (!now || !withChanges(now, changes)) return false;
  if (received && store.paidOf(deal) + received.amount !== received.paid) return false;
  return expected === undefined || store.expectedOf(deal).length <= 1;
}

function isOpen(payment: PlannedPayment, store: StoreFacts): boolean {
  return store.dealById(payment.deal)?.currency === payment.currency && !cameMeanwhile(payment, store);
}
