/** How many: the number that was pressed or typed, in the goods' own unit, and the line that comes of it. */
import type { Product } from "../company/company.ts";
import { goodsOf, type GoodsLine } from "../engine/answers.ts";
import { fitsUnit, parseQuantity, type ParsedQuantity } from "../goods/quantity.ts";
import { unitOf } from "../goods/units.ts";
import type { Around } from "./catalogue.ts";
import type { Draft, TypedQuantity, Wanted } from "./draft.ts";
import { inside, list, type AtGoods, type Step } from "./goods-at.ts";
import { addLines, lineNumbered, lineOf, linesMax, outsideLine, withLines } from "./goods-lines.ts";
import { goTo, on, type Turned } from "./turned.ts";

/** What goods outside the catalogue are counted in when no unit is typed. */
const defaultUnit = "шт";

/** Why a typed quantity can't be one of these goods; undefined: it can. */
export function unfit(quantity: TypedQuantity, product: Product): "other-unit" | "no-fractions" | undefined {
  if (quantity.unit !== undefined && quantity.unit !== product.unit) return "other-unit";
  return fitsUnit(quantity.thousandths, product.unit) ? undefined : "no-fractions";
}

/** Takes lines into the list and says so. */
export function takeLines(
  draft: Draft,
  at: AtGoods,
  lines: readonly GoodsLine[],
  merge: boolean,
  around: Around,
): Turned {
  const { draft: next, grown } = addLines(draft, at.question, lines, merge, around);
  const [only, other] = lines;
  const remark =
    grown !== undefined && only !== undefined && other === undefined
      ? ({ kind: "added-to", line: grown } as const)
      : ({ kind: "added", lines } as const);
  return goTo(next, list(at), remark);
}

/** The unit in which a wanted thing is counted; undefined: outside the catalogue, as the person says. */
function unitOfWanted(wanted: Wanted, around: Around): string | undefined {
  return "sku" in wanted ? around.catalogue.product(wanted.sku)?.unit : undefined;
}

export function wantedOf(draft: Draft, number: number): { readonly wanted: Wanted; readonly line: number } {
  const line = lineNumbered(draft, number);
  return {
    wanted: line?.sku === undefined ? { name: line?.name ?? "" } : { sku: line.sku },
    line: number,
  };
}

/** A typed number; outside the catalogue the word after it says the unit. */
export function giveQuantity(
  draft: Draft,
  at: AtGoods,
  step: Step<"quantity">,
  text: string,
  around: Around,
): Turned {
  const standing = step.line === undefined ? undefined : lineNumbered(draft, step.line);
  const known = standing?.unit ?? unitOfWanted(step.wanted, around);
  const unit = known ?? unitTyped(text);
  return takeQuantity(draft, at, step, parseQuantity(text, unit), unit, around);
}

function unitTyped(text: string): string {
  const word = /\p{L}+\.?\s*$/u.exec(text)?.[0];
  return (word === undefined ? undefined : unitOf(word)?.name) ?? defaultUnit;
}

export function takeQuantity(
  draft: Draft,
  at: AtGoods,
  step: Step<"quantity">,
  read: ParsedQuantity,
  typedUnit: string | undefined,
  around: Around,
): Turned {
  const { wanted } = step;
  const standing = step.line === undefined ? undefined : lineNumbered(draft, step.line);
  const unit = standing?.unit ?? unitOfWanted(wanted, around) ?? typedUnit ?? defaultUnit;
  if (read.kind !== "quantity") return on(draft, { kind: "bad-quantity", why: read.kind, unit });
  if (step.line !== undefined) {
    if (standing === undefined) return goTo(draft, list(at), { kind: "no-such-line" });
    const line = { ...standing, quantity: read.thousandths };
    const lines = goodsOf(draft.answers).map((known) => (known.line === line.line ? line : known));
    return goTo(withLines(draft, at.question, lines, around), list(at), { kind: "changed", line });
  }
  if (goodsOf(draft.answers).length >= linesMax)
    return goTo(draft, list(at), { kind: "too-many-lines", max: linesMax });
  if ("name" in wanted)
    return takeLines(
      draft,
      at,
      [outsideLine({ name: wanted.name, unit }, read.thousandths, draft.lastLine + 1)],
      false,
      around,
    );
  const product = around.catalogue.product(wanted.sku);
  if (product === undefined) return goTo(draft, list(at), { kind: "product-gone" });
  return takeLines(draft, at, [lineOf(product, read.thousandths, draft.lastLine + 1)], true, around);
}

/** Goods that the catalogue doesn't know: taken by name, with the quantity typed before or asked now. */
export function takeOutside(draft: Draft, at: AtGoods, step: Step<"outside">, around: Around): Turned {
  const asked = { kind: "quantity", wanted: { name: step.name } } as const;
  const next = { ...draft, at: inside(at, asked) };
  if (step.quantity === undefined) return on(next);
  const { thousandths, unit = defaultUnit } = step.quantity;
  if (!fitsUnit(thousandths, unit)) return on(next, { kind: "bad-quantity", why: "no-fractions", unit });
  return takeQuantity(next, at, asked, { kind: "quantity", thousandths }, unit, around);
}
