/** Prepared statements with typed rows: how every query file reads and writes. */
import { prepared, type Store } from "./open.ts";
import type { Tx } from "./write.ts";

/** What a parameter may be; undefined is stored as NULL. */
export type Value = string | number | undefined;

/** A column that is NULL is left out of the row, as optional fields are everywhere else. */
function withoutNulls(row: unknown): unknown {
  if (row === null || typeof row !== "object") return undefined;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

const bound = (values: readonly Value[]): (string | number | null)[] => values.map((value) => value ?? null);

/** The first row of a query, or undefined. `Row` is its author's word for the columns of this very query. */
export function one<Row extends object>(
  store: Store,
  sqlText: string,
  ...values: readonly Value[]
): Row | undefined {
  return withoutNulls(prepared(store, sqlText).get(...bound(values))) as Row | undefined; // STRICT tables hold the columns to their types
}

/** All rows of a query; the query says how many at most. */
export function rows<Row extends object>(
  store: Store,
  sqlText: string,
  ...values: readonly Value[]
): readonly Row[] {
  return prepared(store, sqlText)
    .all(...bound(values))
    .map((row) => withoutNulls(row) as Row); // as above
}

/** Changes rows and says how many. */
export function change(tx: Tx, sqlText: string, ...values: readonly Value[]): number {
  return prepared(tx, sqlText).run(...bound(values)).changes;
}

/** Inserts one row and gives its integer key. */
export function insert(tx: Tx, sqlText: string, ...values: readonly Value[]): number {
  return Number(prepared(tx, sqlText).run(...bound(values)).lastInsertRowid);
}
