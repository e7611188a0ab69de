/** Lines of goods as the dialogue shows them. */
import { lineSum, type GoodsLine } from "../../../flows/engine/answers.ts";
import { formatQuantity } from "../../../flows/goods/quantity.ts";
import type { DepartmentId, Minor } from "../../../flows/ids.ts";
import { moneyAt } from "../../cards/place.ts";
import { line } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";

/** Who reads, and whose money it is. */
export interface Shop {
  readonly turn: Pick<Turn, "company" | "words" | "me">;
  readonly place: DepartmentId | undefined;
}

/** Lines shown in one message; more are counted. */
export const linesShown = 15;

/** A sum in the currency of the place; before one is chosen, in that of the first department. */
export function money({ turn, place }: Shop, sum: Minor): string {
  const [first] = turn.company.departments;
  const at = place ?? first?.id;
  return at === undefined ? String(sum / 100) : moneyAt(turn.company, at, sum, turn.me.language);
}

/** «Кроссовки «Вихрь Р-1», р. 42 — 2 пары × 5 000 ₽ = 10 000 ₽»; outside the catalogue it is marked so. */
export function lineWords(one: GoodsLine, shop: Shop): string {
  const { turn } = shop;
  const name = line(one.name, 100);
  const quantity = formatQuantity(one.quantity, one.unit, turn.me.language);
  const sum = lineSum(one);
  const reason = turn.company.reasons.find((known) => known.code === one.reason);
  const parts = [
    one.price === undefined || sum === undefined
      ? `${name} — ${quantity}`
      : `${name} — ${quantity} × ${money(shop, one.price)} = ${money(shop, sum)}`,
    ...(one.sku === undefined ? [turn.words("filing-outside-mark")] : []),
    ...(one.price === undefined ? [turn.words("filing-unpriced-mark")] : []),
    ...(reason === undefined ? [] : [line(reason.short[turn.me.language], 40)]),
  ];
  return parts.join(" · ");
}

/** The lines numbered as the person sees them, and how many are not shown. */
export function linesWords(lines: readonly GoodsLine[], shop: Shop, max = linesShown): string[] {
  const shown = lines
    .slice(0, max)
    .map((one, index) => `${lines.length > 1 ? `${index + 1}. ` : ""}${lineWords(one, shop)}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, shop.turn.words("filing-more-lines", { count: left })] : shown;
}

/** «Итого: 10 000 ₽, 2 позиции»; what has no price yet is told apart. */
export function totalWords(of: { lines: number; total: Minor; unpriced: number }, shop: Shop): string {
  const { words } = shop.turn;
  const sum = words("filing-total", { sum: money(shop, of.total), count: of.lines });
  return of.unpriced === 0 ? sum : `${sum} ${words("filing-total-unpriced", { count: of.unpriced })}`;
}
