/** Lines of goods that came as a table: what reading the file gave, and the lines it makes. */
import type { GoodsLine } from "../engine/answers.ts";
import { matchRows, type MatchedRow, type RequestRow } from "../goods/request-rows.ts";
import type { SheetProblem } from "../sheets/problems.ts";
import { id, type Sku } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { isSoldAt } from "./goods-search.ts";
import { lineOf, outsideLine } from "./goods-lines.ts";

/** The longest name and unit that a line takes. */
const nameMax = 200;
const unitMax = 20;

/** What came of fetching and reading a table. `said`: why it can't be read, worded for the person who sent it. */
export type TableRead =
  | { readonly kind: "rows"; readonly rows: readonly RequestRow[] }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] }
  | { readonly kind: "unreadable"; readonly said: string };

/** The lines of a table, by article, barcode or exact name; all of them or what is wrong with some. */
export function linesOfTable(
  rows: readonly RequestRow[],
  draft: Draft,
  around: Around,
):
  | { readonly kind: "lines"; readonly lines: readonly GoodsLine[] }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] } {
  const { catalogue } = around;
  const matched = matchRows(rows, (row) => {
    const found =
      (row.sku === undefined ? undefined : catalogue.product(id<Sku>(row.sku))) ??
      (row.barcode === undefined ? undefined : catalogue.productByBarcode(row.barcode)) ??
      (row.name === undefined ? undefined : exactName(row.name, around));
    return found !== undefined && isSoldAt(found, draft, around) ? found : undefined;
  });
  if (matched.kind === "problems") return matched;
  const problems = matched.rows.flatMap(tooLong);
  if (problems.length > 0) return { kind: "problems", problems };
  const lines = matched.rows.map((row, index) =>
    row.product === undefined
      ? outsideLine(row, row.quantity, draft.lastLine + index + 1)
      : lineOf(row.product, row.quantity, draft.lastLine + index + 1),
  );
  return { kind: "lines", lines };
}

/** A row outside the catalogue whose words don't fit into a line of a request. */
function tooLong({ row, product, name, unit }: MatchedRow): SheetProblem[] {
  if (product !== undefined) return [];
  const faults = [
    { found: name, max: nameMax },
    { found: unit, max: unitMax },
  ];
  return faults
    .filter(({ found, max }) => found.length > max)
    .map(({ found, max }) => ({ kind: "bad-cell", row, found, problem: { kind: "too-long", max } }));
}

function exactName(name: string, around: Around) {
  const meant = name.toLowerCase();
  return around.catalogue.searchGoods(name, 10).find((product) => product.name.toLowerCase() === meant);
}
