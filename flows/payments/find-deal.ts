/** Which deal of the store a row means: by key, order number and invoice number, never by a guess. */
import type { Deal } from "./deal.ts";
import type { DealProblem } from "./deal-problems.ts";
import type { DealRow, PaymentRow } from "./deal-row.ts";
import type { StoreFacts } from "./import-facts.ts";

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
    const key = store.numberKey(row[field] ?? "");
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
    const kept = own !== undefined && store.numberKey(own[field] ?? "") === store.numberKey(row[field] ?? "");
    if (others[0] && !kept) return { field, deal: others[0] };
  }
  return undefined;
}

/** The deal that a payment is for: the one that fits every reference given. */
export function findPaidDeal(row: PaymentRow, store: StoreFacts): Found {
  const byKey = row.dealKey === undefined ? undefined : store.dealByKey(row.dealKey);
  const all = dealsWith(row, store);
  const found = [...(byKey ? [byKey] : []), ...all.orderNumber, ...all.invoiceNumber];
  const deals = [...new Map(found.map((deal) => [deal.id, deal])).values()];
  const fitting = deals.filter((deal) => fits(deal, row, store));
  const field = row.orderNumber === undefined ? "invoiceNumber" : "orderNumber";
  const [deal, other] = fitting;
  if (deal && !other) return { kind: "deal", deal };
  if (deal) return { kind: "doubt", field, problem: { kind: "several-deals", count: fitting.length } };
  if (deals.length === 0) return { kind: "none" };
  const names = deals.slice(0, 3).map(({ name }) => name);
  return { kind: "doubt", field, problem: { kind: "deals-differ", deals: names } };
}

/** Whether no reference of the row contradicts the deal; what the deal has no number for contradicts nothing. */
function fits(deal: Deal, row: PaymentRow, store: StoreFacts): boolean {
  const otherKey =
    row.dealKey !== undefined && deal.externalId !== undefined && deal.externalId !== row.dealKey;
  const otherNumber = kinds.some(({ field }) => {
    const [wanted, has] = [row[field], deal[field]].map((number) => store.numberKey(number ?? ""));
    return wanted !== "" && has !== "" && wanted !== has;
  });
  return !otherKey && !otherNumber;
}
