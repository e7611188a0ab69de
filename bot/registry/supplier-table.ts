/** How each supplier's requests fared, as a table: those that were sent back most often stand first (S1.22). */
import type { SupplierRecord } from "../../db/supplier-counts.ts";
import { supplier as supplierById } from "../../db/suppliers.ts";
import type { Country } from "../../flows/company/company.ts";
import { countryOf } from "../../flows/company/places.ts";
import { currencyOf } from "../../flows/goods/money.ts";
import { tableRowsMax, type Cell, type Column, type SheetTable } from "../sheets/table.ts";
import type { TableReader } from "./request-table.ts";

export function supplierTable(records: readonly SupplierRecord[], reader: TableReader): SheetTable {
  const { store, company, words } = reader;
  const places = records.flatMap((record) => record.sums.map((sum) => sum.place));
  const countries = [...new Set(places.map((place) => countryOf(company, place)))].toSorted();
  const column = (name: string, kind: Column["kind"], width: number): Column => ({
    title: words(`registry-column-${name}`),
    kind,
    width,
  });
  const sumIn = ({ sums }: SupplierRecord, country: Country): number =>
    sums.reduce((all, one) => (countryOf(company, one.place) === country ? all + one.total : all), 0);
  return {
    name: words("registry-suppliers"),
    columns: [
      column("supplier", "text", 34),
      column("inn", "text", 14),
      column("count", "number", 12),
      column("rework", "number", 12),
      column("rejected", "number", 12),
      ...countries.map((country): Column => ({
        title: words("registry-column-sum", { currency: currencyOf(country).sign }),
        kind: "money",
        width: 18,
      })),
    ],
    rows: records
      .toSorted((a, b) => b.rework - a.rework || b.rejected - a.rejected || b.count - a.count)
      .slice(0, tableRowsMax)
      .map((record): Cell[] => {
        const known = supplierById(store, record.supplier);
        const sums = countries.map((country) => sumIn(record, country));
        const { count, rework, rejected } = record;
        return [known?.name ?? record.supplier, known?.inn ?? null, count, rework, rejected, ...sums];
      }),
  };
}
