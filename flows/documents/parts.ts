/** What a printed sheet consists of: plain parts that say what stands where, and nothing of fonts or points. */
import type { FileHash } from "../ids.ts";

export type Align = "left" | "center" | "right";
export type Size = "hint" | "small" | "normal" | "large";

/** A piece of text; `struck` is crossed out («ненужное зачеркнуть»). */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly struck?: boolean;
}
export type Words = string | readonly Run[];

/** A sign drawn in front of a text, because the font has none. */
export type Mark = "given" | "refused" | "returned" | "none";

/** A cell of a ruled line: a label, or a value over a line with a hint under it («(подпись)»). */
export interface LineCell {
  /** Share of the line's width; the shares of a line add up to its whole. */
  readonly share: number;
  readonly text?: Words;
  readonly ruled?: boolean;
  readonly hint?: string;
  readonly align?: Align;
}

export interface Cell {
  readonly text: Words;
  readonly align?: Align;
  readonly bold?: boolean;
  readonly mark?: Mark;
  readonly columns?: number;
  readonly rows?: number;
}
export type TableCell = string | Cell;

export interface Column {
  readonly share: number;
  readonly title: string;
  /** Columns with the same group stand side by side under one common heading. */
  readonly group?: string;
  readonly align?: Align;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** A row 1, 2, 3 … under the heading, as forms have it. */
  readonly numbered?: boolean;
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows below the others: «Итого». */
  readonly totals?: readonly (readonly TableCell[])[];
  readonly size?: Size;
}

export type Part =
  | {
      readonly kind: "paragraph";
      readonly text: Words;
      readonly size?: Size;
      readonly align?: Align;
      readonly bold?: boolean;
    }
  | { readonly kind: "line"; readonly cells: readonly LineCell[] }
  /** The box «Коды»: labels to the left of a framed column. */
  | {
      readonly kind: "codes";
      readonly title: string;
      readonly rows: readonly { readonly label: string; readonly code: string }[];
    }
  /** A title with a framed number and date beside it. */
  | {
      readonly kind: "numbered-title";
      readonly title: readonly string[];
      readonly boxes: readonly { readonly title: string; readonly value: string }[];
    }
  | Table
  | {
      readonly kind: "columns";
      readonly columns: readonly { readonly share: number; readonly parts: readonly Part[] }[];
    }
  /** Never torn over two pages: signatures. Must be shorter than a page. */
  | { readonly kind: "together"; readonly parts: readonly Part[] }
  | { readonly kind: "gap" }
  | { readonly kind: "new-page" }
  | {
      readonly kind: "photos";
      readonly photos: readonly { readonly hash: FileHash; readonly caption: readonly string[] }[];
      /** Stands where the picture can't be shown (F50). */
      readonly missing: string;
    };

export const sheetKinds = [
  "write-off-act",
  "return-note",
  "claim-letter",
  "specification",
  "visa-sheet",
  "photo-annex",
] as const;
export type SheetKind = (typeof sheetKinds)[number];

export interface Sheet {
  readonly kind: SheetKind;
  readonly orientation: "portrait" | "landscape";
  /** Goes on below the sheet before it (same orientation) instead of on a new page. */
  readonly below?: boolean;
  readonly parts: readonly Part[];
}
