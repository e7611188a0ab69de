/** How deals are found: by words, by order and invoice numbers in any spelling; the index is kept by our code (docs/payments.md). */
import type { Deal } from "../flows/payments/deal.ts";
import { ftsQuery, wordKeys } from "../flows/goods/search.ts";
import type { DealId, PersonId } from "../flows/ids.ts";
import { numberKey } from "../flows/payments/numbers.ts";
import { dealColumns, dealFrom } from "./deals.ts";
import type { Store } from "./open.ts";
import { change, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

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
    `SELECT ${dealColumns} FROM deals_search CROSS JOIN deals ON deals.id = deals_search.rowid
     WHERE deals_search MATCH ? AND ${isTheirs} ORDER BY deals_search.rowid DESC LIMIT ?`,
    query,
    ...theirs(wanted),
    wanted.limit,
  ).map(dealFrom);
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
    `SELECT ${dealColumns} FROM deals WHERE id IN (
       SELECT deal FROM deal_numbers WHERE key IN (SELECT value FROM json_each(?))
     ) AND ${isTheirs} ORDER BY id DESC LIMIT ?`,
    JSON.stringify(keys),
    ...theirs(wanted),
    wanted.limit,
  ).map(dealFrom);
}

/** Deals whose order, or whose invoice, has this spelling (`numberKey`). */
export function dealsNumbered(store: Store, kind: "order" | "invoice", key: string): readonly Deal[] {
  return rows<Deal>(
    store,
    `SELECT ${dealColumns} FROM deal_numbers CROSS JOIN deals ON deals.id = deal_numbers.deal
     WHERE deal_numbers.key = ? AND deal_numbers.kind = ? ORDER BY deals.id LIMIT 50`,
    key,
    kind,
  ).map(dealFrom);
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
