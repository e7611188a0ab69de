/** Suppliers: those of the company file and those that people added while filing. */
import type { Supplier } from "../flows/company/company.ts";
import { ftsQuery, supplierKeys } from "../flows/goods/search.ts";
import { id, type PersonId, type SupplierId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

const columns =
  "suppliers.id, suppliers.name, suppliers.inn, suppliers.kpp, suppliers.email, suppliers.address, suppliers.contract";

/** Suppliers whose name or tax number has words that begin so; an empty text gives the first ones by name. */
export function searchSuppliers(store: Store, text: string, limit: number): readonly Supplier[] {
  const query = ftsQuery(text);
  if (query === undefined) return suppliersPage(store, { limit });
  return rows<Supplier>(
    store,
    `SELECT ${columns} FROM suppliers_search CROSS JOIN suppliers ON suppliers.key = suppliers_search.rowid
     WHERE suppliers_search MATCH ? ORDER BY suppliers_search.rowid LIMIT ?`,
    query,
    limit,
  );
}

/** Suppliers by name; next page: `afterName` = the last one's. */
export function suppliersPage(
  store: Store,
  page: { readonly afterName?: string; readonly limit: number },
): readonly Supplier[] {
  return rows<Supplier>(
    store,
    `SELECT ${columns} FROM suppliers WHERE active = 1 AND name > ? ORDER BY name, key LIMIT ?`,
    page.afterName ?? "",
    page.limit,
  );
}

/** Also one that is no longer offered: requests keep naming it. */
export function supplier(store: Store, of: SupplierId): Supplier | undefined {
  return one<Supplier>(store, `SELECT ${columns} FROM suppliers WHERE id = ?`, of);
}

/** A supplier as a button names it: its key never changes. */
export interface SupplierChoice {
  readonly key: number;
  readonly name: string;
  readonly inn?: string;
}
/** Suppliers to choose from, as `searchSuppliers` finds them. */
export function supplierChoices(store: Store, text: string, limit: number): readonly SupplierChoice[] {
  return searchSuppliers(store, text, limit).flatMap(
    (found) =>
      one<SupplierChoice>(store, "SELECT key, name, inn FROM suppliers WHERE id = ?", found.id) ?? [],
  );
}

/** Also one that is no longer offered. */
export function supplierByKey(store: Store, key: number): Supplier | undefined {
  return one<Supplier>(store, `SELECT ${columns} FROM suppliers WHERE key = ?`, key);
}

/** A supplier that somebody adds while filing. One with the same tax number, or the same name, is given back instead. */
export function addSupplier(tx: Tx, of: Omit<Supplier, "id">, by: PersonId): Supplier {
  const known =
    (of.inn === undefined
      ? undefined
      : one<Supplier>(tx, `SELECT ${columns} FROM suppliers WHERE inn = ? AND active = 1`, of.inn)) ??
    one<Supplier>(tx, `SELECT ${columns} FROM suppliers WHERE name = ? AND active = 1`, of.name);
  if (known !== undefined) return known;
  const last = one<{ key?: number }>(tx, "SELECT max(key) AS key FROM suppliers")?.key ?? 0;
  const added: Supplier = { ...of, id: id<SupplierId>(`added-${last + 1}`) };
  writeSupplier(tx, added, by);
  return added;
}

/**
 * Where a supplier is written to from now on, as somebody typed it for one of his invoices. What the company file states
 * stands; what was typed before, a slip perhaps, gives way.
 */
export function giveEmail(tx: Tx, of: SupplierId, email: string, by: PersonId): void {
  change(
    tx,
    "UPDATE suppliers SET email = ?, email_by = ? WHERE id = ? AND (email IS NULL OR email_by IS NOT NULL)",
    email,
    by,
    of,
  );
}

/**
 * Replaces the suppliers of the company file. Those added in the chat stay, and so does an e-mail that people typed where
 * the file states none. Gives how many rows changed.
 */
export function replaceSuppliers(
  tx: Tx,
  suppliers: readonly Supplier[],
): { readonly written: number; readonly removed: number } {
  let written = 0;
  for (const one_ of suppliers) written += writeSupplier(tx, one_, undefined);
  const kept = new Set<string>(suppliers.map((one_) => one_.id));
  const gone = rows<{ key: number; id: string }>(
    tx,
    "SELECT key, id FROM suppliers WHERE active = 1 AND added_by IS NULL",
  ).filter((row) => !kept.has(row.id));
  for (const row of gone) change(tx, "UPDATE suppliers SET active = 0 WHERE key = ?", row.key);
  return { written, removed: gone.length };
}

const written = [
  "name",
  "inn",
  "kpp",
  "email",
  "email_by",
  "address",
  "contract",
  "search",
  "added_by",
  "active",
];

/** What a column becomes where the supplier is known already. */
function given(column: string): string {
  if (column === "email") return "coalesce(excluded.email, suppliers.email)";
  if (column === "email_by") return "iif(excluded.email IS NULL, suppliers.email_by, NULL)";
  return `excluded.${column}`;
}

function writeSupplier(tx: Tx, of: Supplier, by: PersonId | undefined): number {
  return change(
    tx,
    `INSERT INTO suppliers (id, ${written.join(", ")}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET ${written.map((column) => `${column} = ${given(column)}`).join(", ")}
     WHERE (${written.map((column) => `suppliers.${column}`).join(", ")})
       IS NOT (${written.map(given).join(", ")})`,
    of.id,
    of.name,
    of.inn,
    of.kpp,
    of.email,
    of.email === undefined ? undefined : by,
    of.address,
    of.contract,
    supplierKeys(of),
    by,
  );
}
