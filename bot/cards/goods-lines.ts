/** The lines of goods on a card: what, how many, for how much, why. */
import { goodsOf, lineSum, type GoodsLine } from "../../flows/engine/answers.ts";
import type { Request } from "../../flows/engine/request.ts";
import { formatQuantity } from "../../flows/goods/quantity.ts";
import { moneyAt } from "./place.ts";
import type { Reader } from "./first-line.ts";
import { line } from "./shown-text.ts";

/** All lines of a request as HTML, one a line. */
export function goodsLines(request: Request, reader: Reader): string[] {
  const lines = goodsOf(request.answers);
  return lines.map((one, position) => {
    const number = lines.length > 1 ? `${position + 1}. ` : "";
    return `${number}${goodsLine(one, request, reader)}`;
  });
}

/** «Кроссовки «Вихрь Р-1», чёрный, р. 42 — 2 пары × 5 000 ₽ = 10 000 ₽ · бой» */
export function goodsLine(one: GoodsLine, request: Request, reader: Reader): string {
  const { company, words, language } = reader;
  const quantity = line(formatQuantity(one.quantity, one.unit, language), 30);
  const sum = lineSum(one);
  const money =
    one.price === undefined || sum === undefined
      ? words("card-no-price")
      : `× ${moneyAt(company, request.place, one.price, language)} = ${moneyAt(company, request.place, sum, language)}`;
  const outside = one.sku === undefined ? ` · ${words("card-outside-catalogue")}` : "";
  const reason = company.reasons.find((known) => known.code === one.reason);
  const why = reason === undefined ? "" : ` · ${line(reason.short[language], 40)}`;
  return `${line(one.name, 100)} — ${quantity} ${money}${outside}${why}`;
}
