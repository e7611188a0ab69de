/** Goods and suppliers that come as sheets beside the company file: every row becomes a value, or none does. */
import type { z } from "zod";
import type { Product, Supplier } from "../company/company.ts";
import type { CompanyProblem, FieldProblem, Path } from "../company/file-problems.ts";
import { supplierSchema } from "../company/supplier-fields.ts";
import { productSchema } from "./product-fields.ts";
import {
  filledRows,
  findColumns,
  type Columns,
  type ColumnTable,
  type SheetProblem,
} from "./sheet-columns.ts";

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
  return readRows(sheet, productColumns, productSchema);
}

export function readSupplierRows(sheet: readonly (readonly string[])[]): RowsRead<Supplier> {
  return readRows(sheet, supplierColumns, supplierSchema);
}

function readRows<Field extends string, T>(
  sheet: readonly (readonly string[])[],
  table: ColumnTable<Field>,
  schema: z.ZodType<T>,
): RowsRead<T> {
  const { columns, problems } = findColumns(sheet[0] ?? [], table);
  if (problems.length > 0) return { kind: "problems", problems };
  const filled = filledRows(sheet);
  const values: T[] = [];
  const bad: SheetProblem[] = [];
  for (const { row, cells } of filled) {
    const parsed = schema.safeParse(columns.fields(cells));
    if (parsed.success) values.push(parsed.data);
    else bad.push(...parsed.error.issues.map((issue) => cellProblem(issue, row, cells, columns)));
  }
  if (bad.length > 0) return { kind: "problems", problems: bad };
  if (filled.length === 0) return { kind: "problems", problems: [{ kind: "no-rows" }] };
  const locate = ({ path: [index, field], problem }: CompanyProblem): SheetProblem => {
    const found = typeof index === "number" ? filled[index] : undefined;
    const said = problem.kind === "duplicate" ? { ...problem, first: rowOf(problem.first, filled) } : problem;
    return located(found?.row ?? 1, found?.cells ?? [], columns, field, said);
  };
  return { kind: "rows", values, locate };
}

/** A sheet's reader counts rows of the file, not values. */
function rowOf([index]: Path, filled: readonly { readonly row: number }[]): Path {
  return typeof index === "number" ? [filled[index]?.row ?? 1] : [];
}

function cellProblem<Field extends string>(
  issue: z.core.$ZodIssue,
  row: number,
  cells: readonly string[],
  columns: Columns<Field>,
): SheetProblem {
  // Every custom issue of the schemas carries its problem; the only other fault of a row is a cell that is empty.
  const problem: FieldProblem =
    issue.code === "custom" ? (issue.params?.["problem"] as FieldProblem) : { kind: "missing" };
  return located(row, cells, columns, issue.path[0], problem);
}

function located<Field extends string>(
  row: number,
  cells: readonly string[],
  columns: Columns<Field>,
  field: PropertyKey | undefined,
  problem: FieldProblem,
): SheetProblem {
  const key = field as Field; // the schema's keys are the table's
  const column = columns.place(key);
  return { kind: "bad-cell", row, ...(column && { column }), found: columns.cell(cells, key) ?? "", problem };
}
