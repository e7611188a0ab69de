/** Lines of goods in a draft: made from the catalogue or outside it, added, changed, removed, kept at the catalogue's prices. */
import type { Product } from "../company/company.ts";
import { goodsOf, type Answers, type GoodsLine } from "../engine/answers.ts";
import { quantityMax } from "../goods/quantity.ts";
import { units, type QuestionId, type SupplierId, type Thousandths } from "../ids.ts";
import type { Around, Catalogue } from "./catalogue.ts";
import type { Draft } from "./draft.ts";

/** Lines in one request (the store refuses more). */
export const linesMax = 500;

/** A line of the catalogue: name, unit and price are its own and can't be changed by the store. */
export function lineOf(product: Product, quantity: Thousandths, line: number): GoodsLine {
  const { sku, name, barcode, unit, price, vat, supplier } = product;
  return {
    line,
    sku,
    name,
    ...(barcode === undefined ? {} : { barcode }),
    unit,
    quantity,
    ...(price === undefined ? {} : { price }),
    ...(vat === undefined ? {} : { vat }),
    ...(supplier === undefined ? {} : { supplier }),
  };
}

/** A line outside the catalogue: marked so by having no article, and without a price until a signer gives one. */
export function outsideLine(
  of: { readonly name: string; readonly unit: string; readonly barcode?: string },
  quantity: Thousandths,
  line: number,
): GoodsLine {
  const barcode = of.barcode === undefined ? {} : { barcode: of.barcode };
  return { line, name: of.name, ...barcode, unit: of.unit, quantity };
}

/** The suppliers of the lines, each once, in the order of the lines; lines of unknown supplier don't count. */
export function suppliersOfGoods(answers: Answers): readonly SupplierId[] {
  const known = goodsOf(answers).flatMap((line) => (line.supplier === undefined ? [] : [line.supplier]));
  return [...new Set(known)];
}

/** The draft with other lines. An answer about the supplier that the goods no longer have is dropped with them. */
export function withLines(
  draft: Draft,
  question: QuestionId,
  lines: readonly GoodsLine[],
  around: Around,
): Draft {
  const { [question]: _before, ...rest } = draft.answers;
  const answers: Answers = lines.length === 0 ? rest : { ...rest, [question]: { kind: "goods", lines } };
  const lastLine = Math.max(draft.lastLine, ...lines.map((line) => line.line));
  return { ...draft, answers: withoutStaleSupplier(draft.answers, answers, around), lastLine };
}

function withoutStaleSupplier(before: Answers, after: Answers, around: Around): Answers {
  const question = around.process.form.find((known) => known.kind === "supplier")?.id;
  const given = question === undefined ? undefined : after[question];
  if (question === undefined || given?.kind !== "supplier") return after;
  const wasTheirs = suppliersOfGoods(before).includes(given.supplier.id);
  const now = suppliersOfGoods(after);
  if (!wasTheirs || (now.length === 1 && now[0] === given.supplier.id)) return after;
  const { [question]: _stale, ...rest } = after;
  return rest;
}

/**
 * Adds lines with numbers of their own. With `merge`, the same article with no reason of its own is added up to the line
 * that stands there; a table's lines stay as many as they are.
 */
export function addLines(
  draft: Draft,
  question: QuestionId,
  added: readonly GoodsLine[],
  merge: boolean,
  around: Around,
): { readonly draft: Draft; readonly grown?: GoodsLine } {
  let lines = goodsOf(draft.answers);
  let last = draft.lastLine;
  let grown: GoodsLine | undefined;
  for (const line of added) {
    const same = merge ? sameGoods(lines, line) : undefined;
    if (same === undefined) {
      last += 1;
      lines = [...lines, { ...line, line: last }];
    } else {
      const more = { ...same, quantity: units<Thousandths>(same.quantity + line.quantity) };
      lines = lines.map((known) => (known.line === same.line ? more : known));
      grown = more;
    }
  }
  const next = withLines({ ...draft, lastLine: last }, question, lines, around);
  return grown === undefined ? { draft: next } : { draft: next, grown };
}

function sameGoods(lines: readonly GoodsLine[], line: GoodsLine): GoodsLine | undefined {
  return lines.find(
    (known) =>
      known.sku !== undefined &&
      known.sku === line.sku &&
      known.reason === undefined &&
      known.quantity + line.quantity <= quantityMax * 1000,
  );
}

/** The line of that number; undefined when it was removed. */
export function lineNumbered(draft: Draft, number: number): GoodsLine | undefined {
  return goodsOf(draft.answers).find((line) => line.line === number);
}

/**
 * The lines as the catalogue has them now. What is no longer in it keeps what is known of it; what it doesn't price keeps
 * the price that a signer gave.
 */
export function atCataloguePrices(
  lines: readonly GoodsLine[],
  catalogue: Pick<Catalogue, "product">,
): readonly GoodsLine[] {
  return lines.map((line) => {
    const product = line.sku === undefined ? undefined : catalogue.product(line.sku);
    if (product === undefined) return line;
    const price = product.price ?? line.price;
    const fresh = lineOf({ ...product, ...(price === undefined ? {} : { price }) }, line.quantity, line.line);
    return line.reason === undefined ? fresh : { ...fresh, reason: line.reason };
  });
}
