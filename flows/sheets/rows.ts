/** Rows of a sheet read by a schema: each becomes a value, or a problem of one of its cells. */
import type { z } from "zod";
import type { FieldProblem } from "../company/file-problems.ts";
import { filledRows, type Columns } from "./columns.ts";
import type { BadCell, CellProblem } from "./problems.ts";

export interface ReadRow<T> {
  /** Number of the row in the file; that of the headings is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly value: T;
}

/** Reads every filled row under the headings. The schema's fields are the table's; its issues carry a `FieldProblem`. */
export function readRows<Field extends string, T>(
  sheet: readonly (readonly string[])[],
  columns: Columns<Field>,
  schema: z.ZodType<T>,
): { readonly rows: readonly ReadRow<T>[]; readonly problems: readonly BadCell<FieldProblem>[] } {
  const rows: ReadRow<T>[] = [];
  const problems: BadCell<FieldProblem>[] = [];
  for (const { row, cells } of filledRows(sheet)) {
    const parsed = schema.safeParse(columns.fields(cells));
    if (parsed.success) rows.push({ row, cells, value: parsed.data });
    else problems.push(...parsed.error.issues.map((issue) => problemOf(issue, row, cells, columns)));
  }
  return { rows, problems };
}

function problemOf<Field extends string>(
  issue: z.core.$ZodIssue,
  row: number,
  cells: readonly string[],
  columns: Columns<Field>,
): BadCell<FieldProblem> {
  // Every custom issue of the schemas carries its problem; the only other fault of a row is a cell that is empty.
  const problem: FieldProblem =
    issue.code === "custom" ? (issue.params?.["problem"] as FieldProblem) : { kind: "missing" };
  return badCell(row, cells, columns, issue.path[0], problem);
}

/** A problem of the cell in which a field of a row stands; a field without a column: of the row. */
export function badCell<Field extends string, Problem extends CellProblem>(
  row: number,
  cells: readonly string[],
  columns: Columns<Field>,
  field: PropertyKey | undefined,
  problem: Problem,
): BadCell<Problem> {
  const key = field as Field; // the schema's keys are the table's
  const column = columns.place(key);
  return { kind: "bad-cell", row, ...(column && { column }), found: columns.cell(cells, key) ?? "", problem };
}
