/** What the store knows for a line of a statement: deals whose numbers its purpose names, deals of its payer. */
import { openDealsOfInn, paidOf } from "../../db/deals.ts";
import { dealsByKeys } from "../../db/find-deals.ts";
import type { Store } from "../../db/open.ts";
import { hasAlike } from "../../db/payments.ts";
import { units, type Minor } from "../../flows/ids.ts";
import type { Deal } from "../../flows/payments/deal.ts";
import type { Found, FoundDeal } from "../../flows/payments/matching.ts";
import { numberKey } from "../../flows/payments/numbers.ts";
import { numbersIn } from "../../flows/payments/purpose.ts";
import type { StatementLine } from "../../flows/payments/statement-line.ts";

/** More deals with one number, or of one customer, than this are no answer. */
const foundMax = 50;

/** What is still to come on a deal; below zero: overpaid. */
export function leftOf(store: Store, deal: Deal): Minor {
  return units<Minor>(deal.total - paidOf(store, deal.id));
}

export function foundFor(
  store: Store,
  line: Pick<StatementLine, "purpose" | "partyInn" | "amount" | "paidOn">,
): Found {
  const asFound = (deal: Deal): FoundDeal => {
    const invoiceKey = numberKey(deal.invoiceNumber ?? "");
    const orderKey = numberKey(deal.orderNumber ?? "");
    return {
      id: deal.id,
      currency: deal.currency,
      remaining: leftOf(store, deal),
      alikeBooked: hasAlike(store, deal.id, line.paidOn, line.amount),
      ...(deal.customerInn !== undefined && { customerInn: deal.customerInn }),
      ...(invoiceKey !== "" && { invoiceKey }),
      ...(orderKey !== "" && { orderKey }),
    };
  };
  return {
    byNumber: dealsByKeys(store, numbersIn(line.purpose), { limit: foundMax }).map(asFound),
    ofPayer: line.partyInn === undefined ? [] : openDealsOfInn(store, line.partyInn, foundMax),
  };
}
