/** The catalogue: found by part of a name, article, last digits of a barcode; every search is an index look-up. */
import type { Product } from "../flows/company/company.ts";
import { ftsQuery, queryTokens, score, searchKeys } from "../flows/goods/search.ts";
import type { EntityId, Minor, Sku, SupplierId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** How many matches are weighed against each other before the best are shown: a vague question costs no more. */
const candidatesMax = 300;
const modelMax = 200;

interface ProductRow {
  readonly sku: Sku;
  readonly name: string;
  readonly model: string;
  readonly size?: string;
  readonly barcode?: string;
  readonly unit: string;
  readonly price?: Minor;
  readonly vat?: number;
  readonly supplier?: SupplierId;
  readonly entity?: EntityId;
}
const columns =
  "goods.sku, goods.name, goods.model, goods.size, goods.barcode, goods.unit, goods.price, goods.vat, goods.supplier, goods.entity";

/** Products that fit all words of a text, best first: articles and sizes before parts of names. */
export function searchGoods(store: Store, text: string, limit: number): readonly Product[] {
  const query = ftsQuery(text);
  if (query === undefined) return [];
  const tokens = queryTokens(text);
  return rows<ProductRow>(
    store,
    `SELECT ${columns} FROM goods_search CROSS JOIN goods ON goods.key = goods_search.rowid
     WHERE goods_search MATCH ? ORDER BY goods_search.rowid LIMIT ?`,
    query,
    candidatesMax,
  )
    .map((product) => ({ product, score: score(product, tokens) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((found) => found.product);
}

/** Products whose barcode ends with these digits. */
export function goodsByBarcodeTail(store: Store, digits: string, limit: number): readonly Product[] {
  const tail = backwards(digits);
  return rows<ProductRow>(
    store,
    `SELECT ${columns} FROM goods WHERE tail >= ? AND tail < ? AND active = 1 ORDER BY tail LIMIT ?`,
    tail,
    `${tail}~`,
    limit,
  );
}

/** By the whole barcode; two articles that share one: the earlier in the catalogue. */
export function productByBarcode(store: Store, barcode: string): Product | undefined {
  return one<ProductRow>(
    store,
    `SELECT ${columns} FROM goods WHERE tail = ? AND active = 1 ORDER BY key LIMIT 1`,
    backwards(barcode),
  );
}

/** All sizes of a model, in the order of the catalogue. */
export function productsOfModel(store: Store, model: string): readonly Product[] {
  return rows<ProductRow>(
    store,
    `SELECT ${columns} FROM goods WHERE model = ? AND active = 1 ORDER BY key LIMIT ?`,
    model,
    modelMax,
  );
}

/** The product of that article, if it is (still) sold. */
export function product(store: Store, sku: Sku): Product | undefined {
  return one<ProductRow>(store, `SELECT ${columns} FROM goods WHERE sku = ? AND active = 1`, sku);
}

const backwards = (digits: string): string => Array.from(digits).toReversed().join("");

/** Replaces the catalogue: what is missing from it can't be chosen any more. Gives how many rows changed. */
export function replaceGoods(
  tx: Tx,
  products: readonly Product[],
): { readonly written: number; readonly removed: number } {
  let written = 0;
  for (const one_ of products) written += writeProduct(tx, one_);
  const kept = new Set<string>(products.map((one_) => one_.sku));
  const gone = rows<{ key: number; sku: string }>(tx, "SELECT key, sku FROM goods WHERE active = 1").filter(
    (row) => !kept.has(row.sku),
  );
  for (const row of gone) change(tx, "UPDATE goods SET active = 0 WHERE key = ?", row.key);
  return { written, removed: gone.length };
}

const written = [
  "name",
  "model",
  "size",
  "barcode",
  "tail",
  "unit",
  "price",
  "vat",
  "supplier",
  "entity",
  "search",
  "active",
];

function writeProduct(tx: Tx, of: Product): number {
  return change(
    tx,
    `INSERT INTO goods (sku, ${written.join(", ")}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (sku) DO UPDATE SET ${written.map((column) => `${column} = excluded.${column}`).join(", ")}
     WHERE (${written.map((column) => `goods.${column}`).join(", ")})
       IS NOT (${written.map((column) => `excluded.${column}`).join(", ")})`,
    of.sku,
    of.name,
    of.model,
    of.size,
    of.barcode,
    of.barcode === undefined ? undefined : backwards(of.barcode),
    of.unit,
    of.price,
    of.vat,
    of.supplier,
    of.entity,
    searchKeys(of),
  );
}
