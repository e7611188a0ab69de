/** Lines of a request that come as a sheet: an article or barcode or name, and how many. All rows or none are taken. */
import type { Product } from "../company/company.ts";
import { oneLine } from "../company/clean-text.ts";
import type { Thousandths } from "../ids.ts";
import { filledRows, findColumns, type Columns, type ColumnTable } from "../sheets/columns.ts";
import type { SheetProblem } from "../sheets/problems.ts";
import { fitsUnit, parseQuantity } from "./quantity.ts";
import { unitOf } from "./units.ts";

/** Headings by which the columns of goods lines are known. */
const requestColumns = {
  sku: { names: ["Артикул", "SKU", "Код", "Код товара", "Код товару", "Article"] },
  barcode: { names: ["Штрихкод", "EAN", "ШК", "EAN-13", "Штрих-код", "Barcode"] },
  name: {
    names: ["Наименование", "Назва", "Товар", "Номенклатура", "Найменування", "Название", "Name", "Goods"],
  },
  quantity: {
    names: ["Кол-во", "Количество", "Кількість", "К-во", "К-сть", "Кіл-сть", "Кол", "Qty", "Quantity"],
    required: true,
  },
  unit: { names: ["Ед. изм.", "Ед.", "Единица", "Од. вим.", "Од.", "Одиниця", "Unit"] },
} as const satisfies ColumnTable<string>;

type RequestField = keyof typeof requestColumns;

/** One row, checked by itself; which goods it means is found in the catalogue by the caller. */
export interface RequestRow {
  /** Number of the row in the file. */
  readonly row: number;
  readonly sku?: string;
  readonly barcode?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly quantity: Thousandths;
}

export type RequestRows =
  | { readonly kind: "rows"; readonly rows: readonly RequestRow[] }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] };

/** Reads rows of texts, headings first. */
export function readRequestRows(sheet: readonly (readonly string[])[]): RequestRows {
  const { columns, problems } = findColumns<RequestField>(sheet[0] ?? [], requestColumns);
  const named = (["sku", "barcode", "name"] as const).some((field) => columns.place(field));
  if (problems.length > 0 || !named) {
    const missing: SheetProblem = { kind: "missing-column", names: ["Артикул", "Штрихкод", "Наименование"] };
    return { kind: "problems", problems: named ? problems : [missing, ...problems] };
  }
  const rows: RequestRow[] = [];
  const bad: SheetProblem[] = [];
  for (const { row, cells } of filledRows(sheet)) {
    const read = readRow(row, cells, columns);
    if ("kind" in read) bad.push(read);
    else rows.push(read);
  }
  if (bad.length > 0) return { kind: "problems", problems: bad };
  return rows.length > 0 ? { kind: "rows", rows } : { kind: "problems", problems: [{ kind: "no-rows" }] };
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: Columns<RequestField>,
): RequestRow | SheetProblem {
  const { sku, barcode, name, unit, quantity = "" } = columns.fields(cells);
  if (sku === undefined && barcode === undefined && name === undefined) {
    return { kind: "bad-cell", row, found: "", problem: { kind: "no-goods" } };
  }
  const parsed = parseQuantity(quantity);
  if (parsed.kind !== "quantity") {
    const column = columns.place("quantity");
    const problem = { kind: "bad-quantity", why: parsed.kind } as const;
    return { kind: "bad-cell", row, ...(column && { column }), found: quantity, problem };
  }
  return {
    row,
    ...(sku !== undefined && { sku: oneLine(sku) }),
    ...(barcode !== undefined && { barcode: barcode.replace(/[\s\u00a0]/g, "") }),
    ...(name !== undefined && { name: oneLine(name) }),
    ...(unit !== undefined && { unit: unitOf(unit)?.name ?? oneLine(unit) }),
    quantity: parsed.thousandths,
  };
}

/** A row with the goods it means; without a product it stands outside the catalogue and has no price. */
export interface MatchedRow {
  readonly row: number;
  readonly product?: Product;
  readonly name: string;
  readonly barcode?: string;
  readonly unit: string;
  readonly quantity: Thousandths;
}

export type MatchedRows =
  | { readonly kind: "rows"; readonly rows: readonly MatchedRow[] }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] };

/** Puts the catalogue's goods to the rows. Refused as a whole when some row counts parts of what can't be divided. */
export function matchRows(
  rows: readonly RequestRow[],
  find: (row: RequestRow) => Product | undefined,
): MatchedRows {
  const matched = rows.map((row): MatchedRow => {
    const product = find(row);
    const barcode = product?.barcode ?? row.barcode;
    return {
      row: row.row,
      ...(product && { product }),
      name: product?.name ?? row.name ?? row.sku ?? row.barcode ?? "",
      ...(barcode !== undefined && { barcode }),
      unit: product?.unit ?? row.unit ?? "шт",
      quantity: row.quantity,
    };
  });
  const problems = matched
    .filter(({ quantity, unit }) => !fitsUnit(quantity, unit))
    .map(({ row, name }): SheetProblem => {
      return { kind: "bad-cell", row, found: name, problem: { kind: "bad-quantity", why: "no-fractions" } };
    });
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "rows", rows: matched };
}
