/** The goods question: search, model, size, quantity; typed lines and tables echoed back; lines changed and removed. */
import { oneLine } from "../company/clean-text.ts";
import type { Product } from "../company/company.ts";
import { goodsOf, type GoodsLine } from "../engine/answers.ts";
import { parseQuantity } from "../goods/quantity.ts";
import { sizeOf } from "../goods/product-name.ts";
import type { Around } from "./catalogue.ts";
import type { Draft, GoodsStep, TypedQuantity, Wanted } from "./draft.ts";
import { inside, list, type AtGoods, type Step } from "./goods-at.ts";
import { changeLine, pickLine } from "./goods-changes.ts";
import { lineOf, linesMax } from "./goods-lines.ts";
import { giveQuantity, takeLines, takeOutside, takeQuantity, unfit, wantedOf } from "./goods-quantity.ts";
import { findGoods, isSoldAt, sizesOf, type Found } from "./goods-search.ts";
import { linesOfTable, type TableRead } from "./goods-table.ts";
import type { Button } from "./input.ts";
import { onward } from "./order.ts";
import { goTo, on, type Turned } from "./turned.ts";

/** The longest name that is searched for or taken outside the catalogue, and the most lines typed at once. */
const nameMax = 200;
const typedLinesMax = 60;

/** A typed text inside the goods question; what nobody sees in it is left out, its lines stay apart. */
export function typedGoods(draft: Draft, at: AtGoods, typed: string, around: Around): Turned {
  const { step } = at;
  const text = typed.split("\n").map(oneLine).join("\n");
  switch (step.kind) {
    case "quantity":
      return giveQuantity(draft, at, step, text, around);
    case "sizes": {
      const meant = sizeOf(text);
      const fits = sizesOf(step.model, draft, around).filter((product) => product.size === meant);
      const [only, other] = fits;
      if (meant !== undefined && only !== undefined && other === undefined)
        return choose(draft, at, only, step.quantity, around);
      return searchFor(draft, at, text, around);
    }
    case "confirm":
      return correct(draft, at, step, text, around);
    case "pick-line":
      return pickLine(draft, at, text);
    case "line":
      return giveQuantity(draft, at, { kind: "quantity", ...wantedOf(draft, step.line) }, text, around);
    case "reading":
      return on(draft, { kind: "still-reading" });
    case "list":
      // A number alone is more likely a second tap on a quantity than goods to be looked for.
      if (/^\s*\d{1,2}\s*$/.test(text) && goodsOf(draft.answers).length > 0)
        return on(draft, { kind: "not-understood", pieces: [text.trim()] });
      return searchFor(draft, at, text, around);
    case "models":
    case "outside":
      return searchFor(draft, at, text, around);
  }
}

/** A pressed button inside the goods question; one of another question is not understood. */
export function pressedGoods(draft: Draft, at: AtGoods, button: Button, around: Around): Turned {
  const { step } = at;
  if (button.kind === "done" || button.kind === "next")
    return goodsOf(draft.answers).length > 0
      ? on(onward(draft, at.question, around))
      : goTo(draft, list(at), { kind: "no-goods" });
  if (button.kind === "model") return openModel(draft, at, button.model, quantityOf(step), around);
  if (button.kind === "product") {
    const product = around.catalogue.product(button.sku);
    if (product === undefined) return goTo(draft, list(at), { kind: "product-gone" });
    return choose(draft, at, product, quantityOf(step), around);
  }
  if (step.kind === "quantity" && button.kind === "quantity")
    return takeQuantity(
      draft,
      at,
      step,
      { kind: "quantity", thousandths: button.quantity },
      button.unit,
      around,
    );
  if (step.kind === "confirm") return confirmed(draft, at, step, button, around);
  if (step.kind === "outside" && button.kind === "add-outside") return takeOutside(draft, at, step, around);
  return changeLine(draft, at, button, around);
}

function quantityOf(step: GoodsStep): TypedQuantity | undefined {
  return "quantity" in step ? step.quantity : undefined;
}

const withQuantity = (quantity: TypedQuantity | undefined) => (quantity === undefined ? {} : { quantity });

function searchFor(draft: Draft, at: AtGoods, text: string, around: Around): Turned {
  const pieces = text
    .split("\n")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  if (pieces.length > 1) return readPieces(draft, at, pieces, around);
  const [piece = ""] = pieces;
  if (piece === "") return on(draft, { kind: "empty" });
  const { length } = piece;
  if (length > nameMax) return on(draft, { kind: "too-long", length, max: nameMax });
  return toFound(draft, at, findGoods(piece, draft, around), around);
}

function toFound(draft: Draft, at: AtGoods, found: Found, around: Around): Turned {
  switch (found.kind) {
    case "product":
      return choose(draft, at, found.product, found.quantity, around);
    case "sizes":
      return goTo(draft, inside(at, found));
    case "models":
      return goTo(draft, inside(at, found));
    case "none":
      return goTo(draft, inside(at, { kind: "outside", name: found.name, ...withQuantity(found.quantity) }));
  }
}

function openModel(
  draft: Draft,
  at: AtGoods,
  model: string,
  quantity: TypedQuantity | undefined,
  around: Around,
): Turned {
  const products = sizesOf(model, draft, around);
  const size = at.step.kind === "models" ? at.step.size : undefined;
  const fitting = products.filter((product) => size !== undefined && product.size === size);
  const [only, other] = fitting.length > 0 ? fitting : products;
  if (only === undefined) return goTo(draft, list(at), { kind: "product-gone" });
  if (other === undefined) return choose(draft, at, only, quantity, around);
  return goTo(draft, inside(at, { kind: "sizes", model, ...withQuantity(quantity) }));
}

/** The product is settled: its quantity is asked, or a typed one echoed back. */
function choose(
  draft: Draft,
  at: AtGoods,
  product: Product,
  quantity: TypedQuantity | undefined,
  around: Around,
): Turned {
  if (!isSoldAt(product, draft, around)) return goTo(draft, list(at), { kind: "product-gone" });
  const asked = inside(at, { kind: "quantity", wanted: { sku: product.sku } });
  if (quantity === undefined) return goTo(draft, asked);
  const why = unfit(quantity, product);
  if (why !== undefined) return goTo(draft, asked, { kind: "bad-quantity", why, unit: product.unit });
  const line = lineOf(product, quantity.thousandths, draft.lastLine + 1);
  return goTo(draft, inside(at, { kind: "confirm", lines: [line], from: "text" }));
}

/** Several lines typed at once: those understood are echoed together, the others named. */
function readPieces(draft: Draft, at: AtGoods, pieces: readonly string[], around: Around): Turned {
  if (pieces.length > typedLinesMax) return on(draft, { kind: "too-many-lines", max: typedLinesMax });
  const lines: GoodsLine[] = [];
  const unread: string[] = [];
  for (const piece of pieces) {
    const found = findGoods(piece, draft, around);
    const fits =
      found.kind === "product" &&
      found.quantity !== undefined &&
      unfit(found.quantity, found.product) === undefined;
    if (fits)
      lines.push(lineOf(found.product, found.quantity.thousandths, draft.lastLine + lines.length + 1));
    else unread.push(piece);
  }
  const remarks = unread.length === 0 ? [] : [{ kind: "not-understood", pieces: unread } as const];
  if (lines.length === 0) return goTo(draft, list(at), ...remarks);
  return goTo(draft, inside(at, { kind: "confirm", lines, from: "text" }), ...remarks);
}

/** Refusals of what is meant as a quantity for certain: other figures may be an article or a barcode. */
const misread = new Set<string>(["negative", "zero", "too-precise", "no-fractions", "other-unit"]);

/** At an echoed line a text is its right quantity, or the right goods. The echo stays until something takes its place. */
function correct(draft: Draft, at: AtGoods, step: Step<"confirm">, text: string, around: Around): Turned {
  const [line, other] = step.lines;
  if (line === undefined || other !== undefined || step.from === "table")
    return on(draft, { kind: "choose-one" });
  const read = parseQuantity(text, line.unit);
  if (read.kind === "quantity")
    return goTo(draft, inside(at, { ...step, lines: [{ ...line, quantity: read.thousandths }] }));
  const badQuantity = { kind: "bad-quantity", why: read.kind, unit: line.unit } as const;
  if (misread.has(read.kind)) return on(draft, badQuantity);
  const found = searchFor(draft, at, text, around);
  const to = found.draft.at;
  if (to.kind !== "goods" || to.step === step) return found;
  if (to.step.kind === "outside")
    return on(draft, /\p{L}/u.test(text) ? { kind: "choose-one" } : badQuantity);
  return { ...found, remarks: [{ kind: "not-added", line }, ...found.remarks] };
}

function confirmed(draft: Draft, at: AtGoods, step: Step<"confirm">, button: Button, around: Around): Turned {
  if (button.kind === "mend-line") {
    const [line, other] = step.lines;
    if (line === undefined || other !== undefined) return goTo(draft, list(at));
    const wanted: Wanted = line.sku === undefined ? { name: line.name } : { sku: line.sku };
    return goTo(draft, inside(at, { kind: "quantity", wanted }));
  }
  if (button.kind !== "right" && button.kind !== "right-and-done") return on(draft, { kind: "choose-one" });
  if (goodsOf(draft.answers).length + step.lines.length > linesMax)
    return goTo(draft, list(at), { kind: "too-many-lines", max: linesMax });
  const added = takeLines(draft, at, step.lines, step.from === "text", around);
  return button.kind === "right" ? added : { ...added, draft: onward(added.draft, at.question, around) };
}

/** A table that was being read: its lines are echoed, or everything wrong with it is said; nothing is taken by halves. */
export function tableRead(draft: Draft, at: AtGoods, read: TableRead, around: Around): Turned {
  if (read.kind === "unreadable") return goTo(draft, list(at), { kind: "table-unreadable", said: read.said });
  if (read.kind === "problems")
    return goTo(draft, list(at), { kind: "table-problems", problems: read.problems });
  if (goodsOf(draft.answers).length + read.rows.length > linesMax)
    return goTo(draft, list(at), { kind: "too-many-lines", max: linesMax });
  const made = linesOfTable(read.rows, draft, around);
  if (made.kind === "problems")
    return goTo(draft, list(at), { kind: "table-problems", problems: made.problems });
  return goTo(draft, inside(at, { kind: "confirm", lines: made.lines, from: "table" }));
}
