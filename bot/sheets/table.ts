/** A table to be given away as a file: declared columns and plain rows, the same for a workbook and for CSV (domain 11, 9.4). */
import { z } from "zod";

/** What a workbook of ours holds at most (domain 9.4). */
export const tableRowsMax = 50_000;
/** Excel's own limit for a cell. */
export const cellCharsMax = 32_767;

const columnKinds = [
  /** Words, and every number that isn't counted with: ИНН, EAN, numbers of papers. */
  "text",
  /** Whole minor units; shown with two decimals. */
  "money",
  /** Whole percents. */
  "percent",
  /** `YYYY-MM-DD`. */
  "date",
  "number",
] as const;
export type ColumnKind = (typeof columnKinds)[number];

const cell = z.union([z.string(), z.number(), z.null()]);
const row = z.array(cell);

/** Checked by the printer's child before it writes. */
export const sheetTable = z.strictObject({
  /** Name of the workbook's sheet. */
  name: z.string().min(1),
  columns: z
    .array(
      z.strictObject({
        title: z.string(),
        kind: z.enum(columnKinds),
        /** In characters. */
        width: z.number().positive(),
      }),
    )
    .min(1),
  /** A cell per column; `null`: empty. */
  rows: z.array(row).max(tableRowsMax),
  /** Sums under the rows, in bold. */
  totals: z.array(row).max(100).optional(),
});
type Table = z.infer<typeof sheetTable>;
export type Cell = string | number | null;
export type Column = Readonly<Table["columns"][number]>;
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly (readonly Cell[])[];
}

/** Signs that neither XML nor a reader of CSV takes; tabs and line ends stay. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Surrogate}]/gu;

/** Somebody's words as they go into a cell. */
export function cellText(text: string): string {
  return text.slice(0, cellCharsMax).replace(controls, "");
}
