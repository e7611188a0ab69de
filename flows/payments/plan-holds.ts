/** Between the preview and the tap the store goes on: is what was planned still what would be done? */
import { definedOnly } from "../company/supplier-fields.ts";
import type { StoreFacts } from "./import-facts.ts";
import { spellingsOf } from "./deal-row.ts";
import { findOwnDeal } from "./find-deal.ts";
import { cameMeanwhile } from "./plan-payments.ts";
import {
  rowsOfPlan,
  type DealChange,
  type ImportPlan,
  type NewDeal,
  type PlannedPayment,
  type PlannedRow,
} from "./plan-schema.ts";
import { withChanges } from "./told-deal.ts";

/** Whether a row may be taken as it was planned. If not before anything is taken, the file is to be planned anew. */
export function rowHolds(row: PlannedRow, store: StoreFacts): boolean {
  switch (row.kind) {
    case "add":
      return isNew(row.plan, store);
    case "change":
      return stands(row.plan, store);
    case "book":
      return isOpen(row.plan, store);
  }
}

/** Whether the whole of a plan may be taken as it stands. */
export function stillHolds(plan: ImportPlan, store: StoreFacts): boolean {
  return plan.kind !== "refused" && rowsOfPlan(plan).every((row) => rowHolds(row, store));
}

function isNew({ row, deal }: NewDeal, store: StoreFacts): boolean {
  const { externalId, name, total, orderNumber, invoiceNumber } = deal;
  const numbers = definedOnly({ key: externalId, orderNumber, invoiceNumber });
  return findOwnDeal({ row, name, total, ...numbers, ...spellingsOf(deal) }, store).found.kind === "none";
}

function stands({ deal, changes, received, expected }: DealChange, store: StoreFacts): boolean {
  const now = store.dealById(deal);
  if (!now || !withChanges(now, changes)) return false;
  if (changes.some(({ field }) => field === "currency") && store.hasPayments(deal)) return false;
  if (received && store.paidOf(deal) + received.amount !== received.paid) return false;
  return expected === undefined || store.expectedOf(deal).length <= 1;
}

function isOpen(payment: PlannedPayment, store: StoreFacts): boolean {
  return store.dealById(payment.deal)?.currency === payment.currency && !cameMeanwhile(payment, store);
}
