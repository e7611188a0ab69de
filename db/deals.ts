/** Deals: found by key, number, customer or words. Other programs write the table too (docs/payments.md). */
import type { Deal } from "../flows/payments/deal.ts";
import { numberKey } from "../flows/payments/numbers.ts";
import { ftsQuery, wordKeys } from "../flows/goods/search.ts";
import { units, type DealId, type Minor, type PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

const columns = `deals.id, deals.external_id AS externalId, deals.name, deals.order_number AS orderNumber,
  deals.invoice_number AS invoiceNumber, deals.stage, deals.customer, deals.customer_inn AS customerInn, deals.manager,
  deals.total, deals.currency`;

/** An empty number is none: programs write both. */
function parsed(row: Deal): Deal {
  const { orderNumber, invoiceNumber, ...deal } = row;
  return {
    ...deal,
    ...(orderNumber?.trim() && { orderNumber }),
    ...(invoiceNumber?.trim() && { invoiceNumber }),
  };
}

export function dealById(store: Store, deal: DealId): Deal | undefined {
  const found = one<Deal>(store, `SELECT ${columns} FROM deals WHERE id = ?`, deal);
  return found && parsed(found);
}

export function dealByExternalId(store: Store, externalId: string): Deal | undefined {
  const found = one<Deal>(store, `SELECT ${columns} FROM deals WHERE external_id = ?`, externalId);
  return found && parsed(found);
}

/** How many deals are wanted, and whose; without managers: everybody's. */
export interface Wanted {
  readonly limit: number;
  readonly managers?: readonly PersonId[];
}
/** Whose deals: asked inside the query, so that others' deals take no room. */
const isTheirs = "(? OR deals.manager IN (SELECT value FROM json_each(?)))";
const theirs = ({ managers }: Wanted): readonly [everybody: number, managers: string] => [
  managers === undefined ? 1 : 0,
  JSON.stringify(managers ?? []),
];

/** Deals that fit all words of a text: name, customer, numbers, tax number; newest first. */
export function searchDeals(store: Store, text: string, wanted: Wanted): readonly Deal[] {
  const query = ftsQuery(text);
  if (query === undefined) return [];
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deals_search CROSS JOIN deals ON deals.id = deals_search.rowid
     WHERE deals_search MATCH ? AND ${isTheirs} ORDER BY deals_search.rowid DESC LIMIT ?`,
    query,
    ...theirs(wanted),
    wanted.limit,
  ).map(parsed);
}

/** Deals whose order or invoice number this is, in any spelling; newest first. */
export function dealsByNumber(store: Store, typed: string, wanted: Wanted): readonly Deal[] {
  const key = numberKey(typed);
  return key === "" ? [] : dealsByKeys(store, [key], wanted);
}

/** Deals whose order or invoice number is among these spellings (`numberKey`); newest first. */
export function dealsByKeys(store: Store, keys: readonly string[], wanted: Wanted): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deals WHERE id IN (
       SELECT deal FROM deal_numbers WHERE key IN (SELECT value FROM json_each(?))
     ) AND ${isTheirs} ORDER BY id DESC LIMIT ?`,
    JSON.stringify(keys),
    ...theirs(wanted),
    wanted.limit,
  ).map(parsed);
}

/** Deals of these managers, newest first; next page: `before` = the last one's id. */
export function dealsOf(
  store: Store,
  managers: readonly PersonId[],
  page: { readonly before?: DealId; readonly limit: number },
): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deals WHERE manager IN (SELECT value FROM json_each(?)) AND id < ?
     ORDER BY id DESC LIMIT ?`,
    JSON.stringify(managers),
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ).map(parsed);
}

/** Deals of a customer by his tax number, newest first. */
export function dealsOfInn(store: Store, inn: string, limit: number): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deals WHERE customer_inn = ? ORDER BY id DESC LIMIT ?`,
    inn,
    limit,
  ).map(parsed);
}

/** Deals whose order, or whose invoice, has this spelling (`numberKey`). */
export function dealsNumbered(store: Store, kind: "order" | "invoice", key: string): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deal_numbers CROSS JOIN deals ON deals.id = deal_numbers.deal
     WHERE deal_numbers.key = ? AND deal_numbers.kind = ? ORDER BY deals.id LIMIT 50`,
    key,
    kind,
  ).map(parsed);
}

/** The newest deals of all managers. */
export function newestDeals(
  store: Store,
  page: { readonly before?: DealId; readonly limit: number },
): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${columns} FROM deals WHERE id < ? ORDER BY id DESC LIMIT ?`,
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ).map(parsed);
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

/** Keeps what a deal is found by. Triggers can't: a foreign writer's SQLite may lack the full-text index. */
export function keepFound(tx: Tx, deal: Deal): void {
  const words = wordKeys([deal.name, deal.customer, deal.customerInn, deal.orderNumber, deal.invoiceNumber]);
  change(
    tx,
    `INSERT INTO deal_words (deal, search) VALUES (?, ?)
     ON CONFLICT (deal) DO UPDATE SET search = excluded.search WHERE search <> excluded.search`,
    deal.id,
    words,
  );
  keepNumber(tx, deal.id, "order", deal.orderNumber);
  keepNumber(tx, deal.id, "invoice", deal.invoiceNumber);
}

function keepNumber(tx: Tx, deal: DealId, kind: "order" | "invoice", number: string | undefined): void {
  const key = numberKey(number ?? "");
  if (key === "") change(tx, "DELETE FROM deal_numbers WHERE deal = ? AND kind = ?", deal, kind);
  else
    change(
      tx,
      `INSERT INTO deal_numbers (deal, kind, key) VALUES (?, ?, ?)
       ON CONFLICT (deal, kind) DO UPDATE SET key = excluded.key WHERE key <> excluded.key`,
      deal,
      kind,
      key,
    );
}

/** A deal that is gone is found no more. */
export function forgetFound(tx: Tx, deal: DealId): void {
  change(tx, "DELETE FROM deal_words WHERE deal = ?", deal);
  change(tx, "DELETE FROM deal_numbers WHERE deal = ?", deal);
}
