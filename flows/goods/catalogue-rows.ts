/** Goods and suppliers that come as sheets beside the company file: every row becomes a value, or none does. */
import type { z } from "zod";
import type { Product, Supplier } from "../company/company.ts";
import type { CompanyProblem, Path } from "../company/file-problems.ts";
import { supplierSchema } from "../company/supplier-fields.ts";
import { findColumns, type ColumnTable } from "../sheets/columns.ts";
import type { SheetProblem } from "../sheets/problems.ts";
import { badCell, readRows } from "../sheets/rows.ts";
import { productSchema } from "./product-fields.ts";

const productColumns = {
  sku: { names: ["Артикул", "SKU", "Код", "Код товара", "Код товару"], required: true },
  name: { names: ["Наименование", "Назва", "Товар", "Номенклатура", "Найменування"], required: true },
  barcode: { names: ["Штрихкод", "EAN", "ШК", "EAN-13", "Штрих-код", "Barcode"] },
  unit: { names: ["Ед. изм.", "Ед.", "Единица", "Од. вим.", "Од.", "Одиниця", "Unit"] },
  vat: { names: ["НДС", "ПДВ", "Ставка НДС", "Ставка ПДВ", "VAT"] },
  price: {
    names: ["Закупочная цена", "Цена", "Ціна", "Закупівельна ціна", "Себестоимость", "Собівартість", "Price"],
  },
  supplier: { names: ["Поставщик", "Постачальник", "ИНН поставщика", "Supplier"] },
  entity: { names: ["Юрлицо", "Организация", "Юрособа", "Entity"] },
} as const satisfies ColumnTable<string>;

const supplierColumns = {
  id: { names: ["Id", "Код", "Ключ"], required: true },
  name: { names: ["Наименование", "Назва", "Поставщик", "Постачальник", "Name"], required: true },
  inn: { names: ["ИНН", "ЄДРПОУ", "РНОКПП", "Податковий номер"] },
  kpp: { names: ["КПП"] },
  email: { names: ["E-mail", "Почта", "Эл. почта", "Пошта", "Ел. пошта"] },
  address: { names: ["Адрес", "Адреса", "Address"] },
  contract: { names: ["Договор", "Договір", "Contract"] },
} as const satisfies ColumnTable<string>;

export type RowsRead<T> =
  | {
      readonly kind: "rows";
      readonly values: readonly T[];
      /** Says of a problem of the value at an index in which cell it is. */
      readonly locate: (problem: CompanyProblem) => SheetProblem;
    }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] };

export function readProductRows(sheet: readonly (readonly string[])[]): RowsRead<Product> {
  return readCatalogue(sheet, productColumns, productSchema);
}

export function readSupplierRows(sheet: readonly (readonly string[])[]): RowsRead<Supplier> {
  return readCatalogue(sheet, supplierColumns, supplierSchema);
}

function readCatalogue<Field extends string, T>(
  sheet: readonly (readonly string[])[],
  table: ColumnTable<Field>,
  schema: z.ZodType<T>,
): RowsRead<T> {
  const { columns, problems } = findColumns(sheet[0] ?? [], table);
  if (problems.length > 0) return { kind: "problems", problems };
  const read = readRows(sheet, columns, schema);
  if (read.problems.length > 0) return { kind: "problems", problems: read.problems };
  if (read.rows.length === 0) return { kind: "problems", problems: [{ kind: "no-rows" }] };
  const locate = ({ path: [index, field], problem }: CompanyProblem): SheetProblem => {
    const found = typeof index === "number" ? read.rows[index] : undefined;
    const said =
      problem.kind === "duplicate" ? { ...problem, first: rowOf(problem.first, read.rows) } : problem;
    return badCell(found?.row ?? 1, found?.cells ?? [], columns, field, said);
  };
  return { kind: "rows", values: read.rows.map(({ value }) => value), locate };
}

/** A sheet's reader counts rows of the file, not values. */
function rowOf([index]: Path, rows: readonly { readonly row: number }[]): Path {
  return typeof index === "number" ? [rows[index]?.row ?? 1] : [];
}
