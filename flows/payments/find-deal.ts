/** Which deal of the store a row means: by key, order number and invoice number, never by a guess. */
import type { Deal } from "./deal.ts";
import type { DealProblem } from "./deal-problems.ts";
import type { DealNumbers, DealRow, PaymentRow } from "./deal-row.ts";
import type { StoreFacts } from "./import-facts.ts";
import { numberKey } from "./numbers.ts";

const kinds = [
  { kind: "order", field: "orderNumber", key: "orderKey" },
  { kind: "invoice", field: "invoiceNumber", key: "invoiceKey" },
] as const;
export type NumberField = (typeof kinds)[number]["field"];

/** A deal; nothing: the store has none; or why it can't be told, and by which number. */
export type Found =
  | { readonly kind: "deal"; readonly deal: Deal }
  | { readonly kind: "none" }
  | { readonly kind: "doubt"; readonly field: NumberField; readonly problem: DealProblem };

/** Deals that have a number of the row, by which number. */
function dealsWith(row: DealNumbers, store: StoreFacts): { readonly [F in NumberField]: readonly Deal[] } {
  const { orderKey, invoiceKey } = row;
  return {
    orderNumber: orderKey === undefined ? [] : store.dealsByNumber("order", orderKey),
    invoiceNumber: invoiceKey === undefined ? [] : store.dealsByNumber("invoice", invoiceKey),
  };
}

/** What a row of deals is about, and the number that it would give its deal while another deal has it. */
export interface OwnDeal {
  readonly found: Found;
  readonly taken?: { readonly field: NumberField; readonly deal: Deal };
}

/** Finds the deal of a row of deals, and whether its numbers are free. */
export function findOwnDeal(row: DealRow, store: StoreFacts): OwnDeal {
  const all = dealsWith(row, store);
  const found = ownDeal(row, all, store);
  const own = found.kind === "deal" ? found.deal.id : undefined;
  for (const { field } of kinds) {
    const [deal] = all[field];
    if (deal && all[field].every(({ id }) => id !== own)) return { found, taken: { field, deal } };
  }
  return { found };
}

/**
 * Its key decides; a key that the store doesn't know may be the key of a deal that has none yet. Without a key the order
 * number decides, then the invoice number, where the deal's order number is not another one.
 */
function ownDeal(row: DealRow, all: ReturnType<typeof dealsWith>, store: StoreFacts): Found {
  const known = row.key === undefined ? undefined : store.dealByKey(row.key);
  if (known) return { kind: "deal", deal: known };
  const open = (deals: readonly Deal[]) =>
    deals.filter((deal) => row.key === undefined || deal.externalId === undefined);
  const byOrder = open(all.orderNumber);
  const byInvoice = open(all.invoiceNumber);
  const both = byOrder.filter((deal) => byInvoice.some((other) => other.id === deal.id));
  const unnumbered = byInvoice.filter(
    (deal) => row.orderKey === undefined || numberKey(deal.orderNumber ?? "") === "",
  );
  const field = byOrder.length > 0 ? "orderNumber" : "invoiceNumber";
  const meant = [both, byOrder, unnumbered].find((deals) => deals.length > 0) ?? [];
  const [deal] = meant;
  if (deal === undefined) return { kind: "none" };
  return meant.length > 1
    ? { kind: "doubt", field, problem: { kind: "several-deals", count: meant.length } }
    : { kind: "deal", deal };
}

/** The deal that a payment is for: the one that fits every reference given. */
export function findPaidDeal(row: PaymentRow, store: StoreFacts): Found {
  const byKey = row.dealKey === undefined ? undefined : store.dealByKey(row.dealKey);
  const byNumber = dealsWith(row, store);
  const references = [
    {
      given: row.dealKey !== undefined,
      deals: byKey ? [byKey] : [],
      lacks: (deal: Deal) => deal.externalId === undefined,
    },
    ...kinds.map(({ field, key }) => ({
      given: row[key] !== undefined,
      deals: byNumber[field],
      lacks: (deal: Deal) => numberKey(deal[field] ?? "") === "",
    })),
  ];
  /** Where a number finds deals, it must be one of them; where it finds none, the deal may have no such number yet. */
  const fits = (deal: Deal) =>
    references.every(({ given, deals, lacks }) => {
      if (!given || deals.some((other) => other.id === deal.id)) return true;
      return deals.length === 0 && lacks(deal);
    });
  const found = references.flatMap(({ deals }) => deals);
  const all = [...new Map(found.map((deal) => [deal.id, deal])).values()];
  const fitting = all.filter(fits);
  const [deal] = fitting;
  const field = row.orderKey === undefined ? "invoiceNumber" : "orderNumber";
  if (fitting.length > 1)
    return { kind: "doubt", field, problem: { kind: "several-deals", count: fitting.length } };
  if (deal) return { kind: "deal", deal };
  if (all.length === 0) return { kind: "none" };
  const names = all.slice(0, 3).map(({ name }) => name);
  return { kind: "doubt", field, problem: { kind: "deals-differ", deals: names } };
}
