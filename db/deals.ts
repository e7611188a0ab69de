/** Deals: found by key, number, customer or words. Other programs write the table too (docs/payments.md). */
import type { Deal } from "../flows/payments/deal.ts";
import { units, type DealId, type Minor, type PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** What is read of a deal. */
export const dealColumns = `deals.id, deals.external_id AS externalId, deals.name, deals.order_number AS orderNumber,
  deals.invoice_number AS invoiceNumber, deals.stage, deals.customer, deals.customer_inn AS customerInn, deals.manager,
  deals.total, deals.currency`;

/** A deal of a row with these columns. An empty number is none: programs write both. */
export function dealFrom(row: Deal): Deal {
  const { orderNumber, invoiceNumber, ...deal } = row;
  return {
    ...deal,
    ...(orderNumber?.trim() && { orderNumber }),
    ...(invoiceNumber?.trim() && { invoiceNumber }),
  };
}

export function dealById(store: Store, deal: DealId): Deal | undefined {
  const found = one<Deal>(store, `SELECT ${dealColumns} FROM deals WHERE id = ?`, deal);
  return found && dealFrom(found);
}

export function dealByExternalId(store: Store, externalId: string): Deal | undefined {
  const found = one<Deal>(store, `SELECT ${dealColumns} FROM deals WHERE external_id = ?`, externalId);
  return found && dealFrom(found);
}

/** Deals of these managers, newest first; next page: `before` = the last one's id. */
export function dealsOf(
  store: Store,
  managers: readonly PersonId[],
  page: { readonly before?: DealId; readonly limit: number },
): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${dealColumns} FROM deals WHERE manager IN (SELECT value FROM json_each(?)) AND id < ?
     ORDER BY id DESC LIMIT ?`,
    JSON.stringify(managers),
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ).map(dealFrom);
}

/** A deal and what is still to come on it, minor units; below zero: overpaid. */
export type DealWithRest = Pick<Deal, "id" | "currency" | "customerInn"> & { readonly remaining: Minor };

/**
 * Of a customer's newest deals those on which money is still to come, newest first; he is known by his tax number.
 * @param limit so many of his deals are looked at, paid or not: a customer of years costs no more
 */
export function openDealsOfInn(store: Store, inn: string, limit: number): readonly DealWithRest[] {
  return rows<DealWithRest>(
    store,
    `SELECT id, currency, customer_inn AS customerInn, total - coalesce((
       SELECT sum(amount) FROM payments WHERE payments.deal = newest.id AND taken_back_at IS NULL), 0) AS remaining
     FROM (SELECT id, currency, customer_inn, total FROM deals WHERE customer_inn = ? ORDER BY id DESC LIMIT ?) AS newest
     WHERE remaining > 0 ORDER BY id DESC`,
    inn,
    limit,
  );
}

/** The newest deals of all managers. */
export function newestDeals(
  store: Store,
  page: { readonly before?: DealId; readonly limit: number },
): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${dealColumns} FROM deals WHERE id < ? ORDER BY id DESC LIMIT ?`,
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ).map(dealFrom);
}

/** Whether a person manages any deal. */
export function managesDeals(store: Store, person: PersonId): boolean {
  return one(store, "SELECT id FROM deals WHERE manager = ? LIMIT 1", person) !== undefined;
}

/** What has come in on a deal, minor units; what was taken back counts as nothing. */
export function paidOf(store: Store, deal: DealId): Minor {
  const found = one<{ paid: Minor }>(
    store,
    "SELECT coalesce(sum(amount), 0) AS paid FROM payments WHERE deal = ? AND taken_back_at IS NULL",
    deal,
  );
  if (found === undefined) throw new Error("a sum of nothing is a row");
  return found.paid;
}

const written = [
  "external_id",
  "name",
  "order_number",
  "invoice_number",
  "stage",
  "customer",
  "customer_inn",
  "manager",
  "total",
  "currency",
];
const valuesOf = (deal: Omit<Deal, "id">) =>
  [
    deal.externalId,
    deal.name,
    deal.orderNumber,
    deal.invoiceNumber,
    deal.stage,
    deal.customer,
    deal.customerInn,
    deal.manager,
    deal.total,
    deal.currency,
  ] as const;

/** Adds a deal; the table's own guards refuse what it may not hold. */
export function addDeal(tx: Tx, deal: Omit<Deal, "id">): DealId {
  const id = insert(
    tx,
    `INSERT INTO deals (${written.join(", ")}) VALUES (${written.map(() => "?").join(", ")})`,
    ...valuesOf(deal),
  );
  return units<DealId>(id);
}

/** Replaces everything of a deal but its key. */
export function changeDeal(tx: Tx, deal: Deal): void {
  change(
    tx,
    `UPDATE deals SET ${written.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`,
    ...valuesOf(deal),
    deal.id,
  );
}

export interface Expected {
  /** Calendar date `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly amount: Minor;
}

/** What is expected of a deal, paid or not, earliest first. */
export function expectedPlan(store: Store, deal: DealId): readonly Expected[] {
  return rows<Expected>(
    store,
    "SELECT due_on AS dueOn, amount FROM expected_payments WHERE deal = ? ORDER BY due_on",
    deal,
  );
}

/** What is expected of a deal and not covered by what was paid, earliest first: the last one may be covered in part. */
export function expectedOf(store: Store, deal: DealId): readonly Expected[] {
  let paid: number = paidOf(store, deal);
  return expectedPlan(store, deal).flatMap(({ dueOn, amount }) => {
    const covered = Math.min(amount, Math.max(0, paid));
    paid -= covered;
    return covered === amount ? [] : [{ dueOn, amount: units<Minor>(amount - covered) }];
  });
}

/** A sum that is expected by a date. Replaces what was expected of the deal. */
export function expectPayment(tx: Tx, deal: DealId, dueOn: string, amount: Minor): void {
  change(tx, "DELETE FROM expected_payments WHERE deal = ?", deal);
  if (amount > 0)
    change(tx, "INSERT INTO expected_payments (deal, due_on, amount) VALUES (?, ?, ?)", deal, dueOn, amount);
}
