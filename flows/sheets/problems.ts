/** What can be wrong with a sheet and where: by row and column, so that whoever made it finds the place (domain 9.4). */
import type { FieldProblem } from "../company/file-problems.ts";
import type { QuantityRefusal } from "../goods/quantity.ts";
import type { DealProblem } from "../payments/deal-problems.ts";
import type { ColumnPlace } from "./columns.ts";

export type SheetProblem =
  /** Row 1 has none of these headings. */
  | { readonly kind: "missing-column"; readonly names: readonly string[] }
  /** Two headings mean the same. */
  | { readonly kind: "double-column"; readonly first: ColumnPlace; readonly second: ColumnPlace }
  /** There are headings and nothing under them. */
  | { readonly kind: "no-rows" }
  | { readonly kind: "too-many-rows"; readonly max: number }
  /** The headings speak of deals and of payments, by these; or of neither, these being looked for. */
  | {
      readonly kind: "which-sheet";
      readonly found: "both" | "neither";
      readonly deals: readonly string[];
      readonly payments: readonly string[];
    }
  | BadCell;

export interface BadCell<Problem extends CellProblem = CellProblem> {
  readonly kind: "bad-cell";
  /** Number of the row in the file; that of the headings is 1. */
  readonly row: number;
  /** Absent: the row as a whole. */
  readonly column?: ColumnPlace;
  readonly found: string;
  readonly problem: Problem;
}

export type CellProblem =
  | FieldProblem
  | { readonly kind: "bad-quantity"; readonly why: QuantityRefusal["kind"] }
  /** Neither article nor barcode nor name. */
  | { readonly kind: "no-goods" }
  | DealProblem;
