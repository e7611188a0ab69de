/** What comes out of a sheet file: rows of texts, or why the file can't be read (domain 9.4, F125). */
import { dealRowsMax } from "../../flows/payments/deal-columns.ts";

/** How much is read of a file: larger ones are refused before they are looked at. */
export interface SheetLimits {
  readonly bytesMax: number;
  /** Without the headings. */
  readonly rowsMax: number;
  readonly columnsMax: number;
  /** Characters. */
  readonly cellMax: number;
  /** Unpacked to packed, of a whole .xlsx: real ones stay under 30. */
  readonly ratioMax: number;
  readonly unpackedMax: number;
  readonly msMax: number;
  readonly memoryMbMax: number;
}

/** A file of goods, from a chat or beside the company file. */
export const sheetLimits: SheetLimits = {
  bytesMax: 5 * 1024 * 1024,
  rowsMax: 20_000,
  columnsMax: 200,
  cellMax: 4_000,
  ratioMax: 200,
  unpackedMax: 100 * 1024 * 1024,
  msMax: 20_000,
  memoryMbMax: 512,
};

/**
 * Deals or payments as another system gives them out (domain 9.4). Measured: 50,000 rows of 12 columns take 2 s and 290 MB
 * (.csv 1 s, 240 MB), of 40 columns 8 s and 870 MB, with checks 3 s more.
 */
export const dealSheetLimits: SheetLimits = {
  ...sheetLimits,
  bytesMax: 20 * 1024 * 1024,
  rowsMax: dealRowsMax,
  columnsMax: 100,
  unpackedMax: 200 * 1024 * 1024,
  msMax: 60_000,
  memoryMbMax: 1_024,
};

/** The first row is that of the headings; `rows[0]` is row 1 of the file. Cells are trimmed; empty ones are "". */
export interface Sheet {
  readonly kind: "sheet";
  readonly rows: readonly (readonly string[])[];
}

export type SheetRefusal =
  /** Neither text nor a workbook: a picture, a PDF, a program. */
  | { readonly kind: "not-a-sheet" }
  /** A zip that is no workbook, whatever it is called. */
  | { readonly kind: "zip-not-workbook" }
  /** The format of before 2007. */
  | { readonly kind: "old-xls" }
  | { readonly kind: "damaged" }
  | { readonly kind: "empty-sheet" }
  | { readonly kind: "too-big"; readonly bytesMax: number }
  | { readonly kind: "packed-too-tight" }
  | { readonly kind: "too-many-rows"; readonly rowsMax: number }
  | { readonly kind: "too-many-columns"; readonly columnsMax: number }
  | { readonly kind: "cell-too-long"; readonly row: number; readonly max: number }
  | { readonly kind: "took-too-long" };
