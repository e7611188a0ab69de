/** What speaks against an invoice before it is filed, and while it waits for its signer: told, never forbidden (D28). */
import type { CurrencyCode, Deal } from "../payments/deal.ts";
import type { DepartmentId, Instant, Minor, PersonId, RequestId, Text } from "../ids.ts";
import type { Invoice, PaidTo } from "./invoice.ts";

/** An invoice of the same supplier, number and year that was neither rejected nor withdrawn. */
export interface Twin {
  readonly request: RequestId;
  readonly filer: PersonId;
  readonly place: DepartmentId;
  readonly filedAt: Instant;
  readonly sum: Minor;
  /** Title of the stage in which it stands. */
  readonly stage: Text;
}

/** A deal with the number of the order that an invoice names. */
export type OrderFound = Pick<Deal, "id" | "total" | "currency" | "manager">;

export interface InvoiceFacts {
  /** The newest first. */
  readonly twins: readonly Twin[];
  /** Where the last invoice of the supplier was paid to; absent: none was paid, or to an unknown account. */
  readonly lastPaid?: PaidTo & { readonly request: RequestId };
  /** Deals of the order that it names. */
  readonly orders: readonly OrderFound[];
  /** Of the entity that pays. */
  readonly currency: CurrencyCode;
}

export type InvoiceWarning =
  | { readonly kind: "twin"; readonly twin: Twin }
  /** Paid to another account than the last time: a classic of fraud. */
  | { readonly kind: "account-changed"; readonly before: PaidTo; readonly request: RequestId }
  | { readonly kind: "order-unknown"; readonly order: string }
  /** The sum is above that of the order it is for. */
  | { readonly kind: "above-order"; readonly order: string; readonly deal: OrderFound };

/** The warnings, the gravest first. */
export function warningsOf(invoice: Invoice, facts: InvoiceFacts): readonly InvoiceWarning[] {
  return [
    ...facts.twins.map((twin) => ({ kind: "twin", twin }) as const),
    ...accountChanged(invoice, facts),
    ...ofOrder(invoice, facts),
  ];
}

function accountChanged({ paidTo }: Invoice, { lastPaid }: InvoiceFacts): InvoiceWarning[] {
  if (paidTo === undefined || lastPaid === undefined) return [];
  const { request, ...before } = lastPaid;
  // a bank that one of them doesn't name is no other one
  const otherBank = paidTo.bank !== undefined && before.bank !== undefined && paidTo.bank !== before.bank;
  return paidTo.account !== before.account || otherBank ? [{ kind: "account-changed", before, request }] : [];
}

/** An order in another currency than the invoice's says nothing about its sum. */
function ofOrder({ order, sum }: Invoice, { orders, currency }: InvoiceFacts): InvoiceWarning[] {
  if (order === undefined) return [];
  if (orders.length === 0) return [{ kind: "order-unknown", order }];
  if (orders.some((one) => one.currency !== currency || sum <= one.total)) return [];
  const deal = orders.reduce((most, one) => (one.total > most.total ? one : most));
  return [{ kind: "above-order", order, deal }];
}
