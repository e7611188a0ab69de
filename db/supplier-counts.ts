/** How the requests of a supplier fared: how many, sent back how often, rejected, for how much; kept in the same commit (S1.22). */
import type { DepartmentId, Minor, PersonId, SupplierId } from "../flows/ids.ts";
import { units } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import type { Shelf, Sight } from "./registry-shelves.ts";
import { change, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** What one request adds to its supplier's counts. */
export interface Counted {
  readonly supplier: SupplierId;
  readonly shelf: number;
  readonly rework: number;
  readonly rejected: 0 | 1;
  readonly total: Minor;
}

/** Everybody's counts stand under no name, beside those of each person concerned. */
export const everybody = "" as PersonId; // no person of the company is called so

/** Counts a request in (`times` 1) or out again (-1), for everybody and for the people concerned. */
export function countSupplier(tx: Tx, people: readonly PersonId[], of: Counted, times: 1 | -1): void {
  for (const person of people)
    change(
      tx,
      `INSERT INTO supplier_counts (person, supplier, shelf, count, rework, rejected, total) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (person, supplier, shelf) DO UPDATE SET count = count + excluded.count,
         rework = rework + excluded.rework, rejected = rejected + excluded.rejected, total = total + excluded.total`,
      person,
      of.supplier,
      of.shelf,
      times,
      times * of.rework,
      times * of.rejected,
      of.rejected === 1 ? 0 : times * of.total,
    );
}

export interface SupplierRecord {
  readonly supplier: SupplierId;
  /** Without those taken back. */
  readonly count: number;
  /** How often any of them was sent back to be mended. */
  readonly rework: number;
  readonly rejected: number;
  /** Of those that weren't rejected, by place: currencies differ. */
  readonly sums: readonly { readonly place: DepartmentId; readonly total: Minor }[];
}

interface CountRow {
  readonly supplier: SupplierId;
  readonly shelf: number;
  readonly count: number;
  readonly rework: number;
  readonly rejected: number;
  readonly total: number;
}
const columns = "supplier, shelf, count, rework, rejected, total";

/** How one supplier's requests fared, as far as that person sees them. */
export function supplierRecord(store: Store, sight: Sight, supplier: SupplierId): SupplierRecord {
  const counts = countsIn(sight, (person) =>
    rows<CountRow>(
      store,
      `SELECT ${columns} FROM supplier_counts WHERE person = ? AND supplier = ?`,
      person,
      supplier,
    ),
  );
  return recordsOf(counts, sight)[0] ?? { supplier, count: 0, rework: 0, rejected: 0, sums: [] };
}

/** The same of every supplier whose requests he sees, by id. For a file: it reads them all. */
export function supplierRecords(store: Store, sight: Sight): readonly SupplierRecord[] {
  const counts = countsIn(sight, (person) =>
    rows<CountRow>(store, `SELECT ${columns} FROM supplier_counts WHERE person = ?`, person),
  );
  return recordsOf(counts, sight);
}

/** Everybody's counts of the shelves that he sees whole, his own of the others; what its filer took back says nothing of a supplier. */
function countsIn(sight: Sight, read: (person: PersonId) => readonly CountRow[]): CountRow[] {
  const of = (person: PersonId, shelves: readonly Shelf[]): CountRow[] => {
    if (shelves.length === 0) return [];
    const ids = new Set(shelves.filter((one) => one.status !== "withdrawn").map((one) => one.id));
    return read(person).filter((row) => row.count > 0 && ids.has(row.shelf));
  };
  return [...of(everybody, sight.whole), ...of(sight.person, sight.own)];
}

function recordsOf(counts: readonly CountRow[], { whole, own }: Sight): SupplierRecord[] {
  const places = new Map([...whole, ...own].map((shelf) => [shelf.id, shelf.place]));
  const found = new Map<SupplierId, SupplierRecord>();
  for (const row of counts) {
    const { count = 0, rework = 0, rejected = 0, sums = [] } = found.get(row.supplier) ?? {};
    const place = places.get(row.shelf);
    found.set(row.supplier, {
      supplier: row.supplier,
      count: count + row.count,
      rework: rework + row.rework,
      rejected: rejected + row.rejected,
      sums: place === undefined ? sums : [...sums, { place, total: units<Minor>(row.total) }],
    });
  }
  return [...found.values()].toSorted((a, b) => (a.supplier < b.supplier ? -1 : 1));
}
