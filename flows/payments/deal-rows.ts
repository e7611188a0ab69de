/** Sheets of deals or of payments as other systems give them out: which of the two it is, and its rows. */
import type { z } from "zod";
import { definedOnly } from "../company/supplier-fields.ts";
import { findColumns, isCalled, type ColumnPlace, type Columns } from "../sheets/columns.ts";
import type { SheetProblem } from "../sheets/problems.ts";
import { readRows } from "../sheets/rows.ts";
import type { CurrencyCode } from "./deal.ts";
import * as headings from "./deal-columns.ts";
import type { DealProblem, RowProblem } from "./deal-problems.ts";
import {
  dealSchema,
  paymentSchema,
  spellingsOf,
  type DealNumbers,
  type DealRow,
  type PaymentRow,
} from "./deal-row.ts";
import { isDoubtfulTaxNumber } from "./row-fields.ts";

type Rows = readonly (readonly string[])[];

interface SheetOf<Kind extends string, Row, Field extends string> {
  readonly kind: Kind;
  readonly rows: readonly Row[];
  /** Any of them: nothing of the file may be taken. The rows that could be read stand above all the same. */
  readonly problems: readonly RowProblem[];
  /** Doubtful, but taken. */
  readonly warnings: readonly RowProblem[];
  readonly places: { readonly [F in Field]?: ColumnPlace };
}
export type DealsSheet = SheetOf<"deals", DealRow, headings.DealField>;
export type PaymentsSheet = SheetOf<"payments", PaymentRow, headings.PaymentField>;
export type DealSheet =
  DealsSheet | PaymentsSheet | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] };

/** Reads rows of texts, headings first. What kind of sheet it is, its headings say; rows are checked each by itself. */
export function readDealSheet(sheet: Rows): DealSheet {
  const first = sheet[0] ?? [];
  const asDeals = findColumns(first, headings.dealColumns);
  const asPayments = findColumns(first, headings.paymentColumns);
  const dealMark = asDeals.columns.place("name");
  const paymentMark = markOfPayments(asPayments.columns, dealMark !== undefined);
  const isDeals = dealMark !== undefined;
  if (isDeals === (paymentMark !== undefined)) return unclear(dealMark, paymentMark);
  const { columns, problems } = isDeals ? asDeals : asPayments;
  const references = (["orderNumber", "invoiceNumber"] as const).some((field) => columns.place(field));
  const key = isDeals ? asDeals.columns.place("key") : asPayments.columns.place("dealKey");
  const missing = references || key ? problems : [...problems, missingReference(isDeals)];
  if (missing.length > 0) return { kind: "problems", problems: missing };
  if (sheet.length > headings.dealRowsMax + 1)
    return { kind: "problems", problems: [{ kind: "too-many-rows", max: headings.dealRowsMax }] };
  const read = isDeals ? readDeals(sheet, asDeals.columns) : readPayments(sheet, asPayments.columns);
  const empty = read.rows.length === 0 && read.problems.length === 0;
  return empty ? { kind: "problems", problems: [{ kind: "no-rows" }] } : read;
}

/** The column that only payments have. A bare «Дата» beside the name of a deal is the deal's. */
function markOfPayments(columns: Columns<headings.PaymentField>, isDeals: boolean): ColumnPlace | undefined {
  const date = columns.place("paidOn");
  const dated = date && !(isDeals && isCalled(date.heading, headings.anyDate)) ? date : undefined;
  return dated ?? columns.place("number") ?? columns.place("purpose");
}

/** Both: what stands there; neither: what is looked for. */
function unclear(dealMark: ColumnPlace | undefined, paymentMark: ColumnPlace | undefined): DealSheet {
  const { dealColumns, paymentColumns } = headings;
  const problem: SheetProblem = {
    kind: "which-sheet",
    found: dealMark && paymentMark ? "both" : "neither",
    deals: dealMark ? [dealMark.heading] : dealColumns.name.names.slice(0, 3),
    payments: paymentMark ? [paymentMark.heading] : paymentColumns.paidOn.names.slice(0, 2),
  };
  return { kind: "problems", problems: [problem] };
}

function missingReference(isDeals: boolean): SheetProblem {
  return { kind: "missing-column", names: ["№ заказа", "№ счёта", isDeals ? "Код" : "Код сделки"] };
}

function readDeals(sheet: Rows, columns: Columns<headings.DealField>): DealsSheet {
  const read = collect(sheet, columns, dealSchema, (row, { name, total, paid, currency, ...rest }) => {
    const spellings = spellingsOf(rest);
    const currencies = named([currency, total.currency, paid?.currency]);
    const problem = rowProblem(rest.key, spellings, currencies);
    if (problem) return problem;
    const said = definedOnly({ ...rest, currency: currencies[0], paid: paid?.minor });
    return { row, ...said, ...spellings, name, total: total.minor };
  });
  const places = columns.places();
  return { kind: "deals", ...read, warnings: doubtful(read.rows, "customerInn", places), places };
}

function readPayments(sheet: Rows, columns: Columns<headings.PaymentField>): PaymentsSheet {
  const read = collect(sheet, columns, paymentSchema, (row, { amount, paidOn, currency, ...rest }) => {
    const spellings = spellingsOf(rest);
    const currencies = named([currency, amount.currency]);
    const problem = rowProblem(rest.dealKey, spellings, currencies);
    if (problem) return problem;
    const said = definedOnly({ ...rest, currency: currencies[0] });
    return { row, ...said, ...spellings, amount: amount.minor, paidOn };
  });
  const places = columns.places();
  return { kind: "payments", ...read, warnings: doubtful(read.rows, "payerInn", places), places };
}

/** Rows that can be read, made one by one, and what is wrong with the others. */
function collect<Field extends string, T, Row extends { readonly row: number }>(
  sheet: Rows,
  columns: Columns<Field>,
  schema: z.ZodType<T>,
  make: (row: number, value: T) => Row | DealProblem,
): { readonly rows: readonly Row[]; readonly problems: readonly RowProblem[] } {
  const read = readRows(sheet, columns, schema);
  const rows: Row[] = [];
  const problems: RowProblem[] = [...read.problems];
  for (const { row, value } of read.rows) {
    const made = make(row, value);
    if ("kind" in made) problems.push({ kind: "bad-cell", row, found: "", problem: made });
    else rows.push(made);
  }
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

/** The currencies that a row names, each once. */
function named(currencies: readonly (CurrencyCode | undefined)[]): CurrencyCode[] {
  return [...new Set(currencies)].filter((currency) => currency !== undefined);
}

function rowProblem(
  key: string | undefined,
  { orderKey, invoiceKey }: Pick<DealNumbers, "orderKey" | "invoiceKey">,
  currencies: readonly CurrencyCode[],
): DealProblem | undefined {
  if ([key, orderKey, invoiceKey].every((one) => one === undefined)) return { kind: "no-number" };
  return currencies.length > 1 ? { kind: "two-currencies" } : undefined;
}

/** Rows whose tax number fails its check: data of another system is kept as it is, and doubted (domain 4). */
function doubtful<
  Field extends string,
  Row extends { readonly row: number } & { readonly [F in Field]?: string },
>(rows: readonly Row[], field: Field, places: { readonly [F in Field]?: ColumnPlace }): RowProblem[] {
  const column = places[field];
  return rows.flatMap(({ row, [field]: found }) =>
    found !== undefined && isDoubtfulTaxNumber(found)
      ? [{ kind: "bad-cell", row, ...(column && { column }), found, problem: { kind: "tax-number-check" } }]
      : [],
  );
}
