/** Which deal of the store a row means: by key, order number and invoice number, never by a guess. */
import type { Deal } from "./deal.ts";
import type { DealProblem } from "./deal-problems.ts";
import type { DealRow, PaymentRow } from "./deal-row.ts";
import type { StoreFacts } from "./import-facts.ts";
import { numberKey } from "./numbers.ts";

const kinds = [
  { kind: "order", field: "orderNumber" },
  { kind: "invoice", field: "invoiceNumber" },
] as const;
export type NumberField = (typeof kinds)[number]["field"];

/** A deal; nothing: the store has none; or why it can't be told, and by which number. */
export type Found =
  | { readonly kind: "deal"; readonly deal: Deal }
  | { readonly kind: "none" }
  | { readonly kind: "doubt"; readonly field: NumberField; readonly problem: DealProblem };

/** Deals that have a number of the row, by which number. A number without letters or digits is none. */
function dealsWith(
  row: DealRow | PaymentRow,
  store: StoreFacts,
): { readonly [F in NumberField]: readonly Deal[] } {
  const [order, invoice] = kinds.map(({ kind, field }) => {
    const key = numberKey(row[field] ?? "");
    return key === "" ? [] : store.dealsByNumber(kind, key);
  });
  return { orderNumber: order ?? [], invoiceNumber: invoice ?? [] };
}

/**
 * The deal that a row of deals is about. Its key decides; a key that the store doesn't know may be the key of a deal that
 * has none yet. Without a key the order number decides, then the invoice number, where the deal's order number is not
 * another one.
 */
export function findOwnDeal(row: DealRow, store: StoreFacts): Found {
  const known = row.key === undefined ? undefined : store.dealByKey(row.key);
  if (known) return { kind: "deal", deal: known };
  const all = dealsWith(row, store);
  const open = (deals: readonly Deal[]) =>
    deals.filter((deal) => row.key === undefined || deal.externalId === undefined);
  const byOrder = open(all.orderNumber);
  const byInvoice = open(all.invoiceNumber);
  const both = byOrder.filter((deal) => byInvoice.some((other) => other.id === deal.id));
  const unnumbered = byInvoice.filter(
    (deal) => row.orderNumber === undefined || deal.orderNumber === undefined,
  );
  const field = byOrder.length > 0 ? "orderNumber" : "invoiceNumber";
  const meant = [both, byOrder, unnumbered].find((deals) => deals.length > 0) ?? [];
  const [deal] = meant;
  if (deal === undefined) return { kind: "none" };
  return meant.length > 1
    ? { kind: "doubt", field, problem: { kind: "several-deals", count: meant.length } }
    : { kind: "deal", deal };
}

/** A number that the row gives to its deal while another deal has it already. */
export function takenNumber(
  row: DealRow,
  own: Deal | undefined,
  store: StoreFacts,
): { readonly field: NumberField; readonly deal: Deal } | undefined {
  const all = dealsWith(row, store);
  for (const { field } of kinds) {
    const others = all[field].filter((deal) => deal.id !== own?.id);
    const kept = own !== undefined && numberKey(own[field] ?? "") === numberKey(row[field] ?? "");
    if (others[0] && !kept) return { field, deal: others[0] };
  }
  return undefined;
}

/** The deal that a payment is for: the one that fits every reference given. */
export function findPaidDeal(row: PaymentRow, store: StoreFacts): Found {
  const byKey = row.dealKey === undefined ? undefined : store.dealByKey(row.dealKey);
  const byNumber = dealsWith(row, store);
  const references = [
    { given: row.dealKey, field: "externalId", deals: byKey ? [byKey] : [] },
    ...kinds.map(({ field }) => ({ given: row[field], field, deals: byNumber[field] })),
  ] as const;
  /** Where a number finds deals, it must be one of them; where it finds none, the deal may have no such number yet. */
  const fits = (deal: Deal) =>
    references.every(({ given, field, deals }) => {
      if (given === undefined || deals.some((other) => other.id === deal.id)) return true;
      return deals.length === 0 && deal[field] === undefined;
    });
  const found = references.flatMap(({ deals }) => deals);
  const all = [...new Map(found.map((deal) => [deal.id, deal])).values()];
  const [deal, other] = all.filter(fits);
  const field = row.orderNumber === undefined ? "invoiceNumber" : "orderNumber";
  if (deal && !other) return { kind: "deal", deal };
  if (deal) {
    const count = all.filter(fits).length;
    return { kind: "doubt", field, problem: { kind: "several-deals", count } };
  }
  if (all.length === 0) return { kind: "none" };
  const names = all.slice(0, 3).map(({ name }) => name);
  return { kind: "doubt", field, problem: { kind: "deals-differ", deals: names } };
}
