/** What of a request is paid and what is left, payment by payment (S1.15). */
import type { DepartmentId } from "../../flows/ids.ts";
import { shortDate } from "../../flows/documents/dates.ts";
import { paidSum, type NewPayment } from "../../flows/engine/request.ts";
import { leftToPay } from "../../flows/engine/tasks.ts";
import type { Reader } from "./first-line.ts";
import { moneyAt, nameOf } from "./place.ts";
import { line } from "./shown-text.ts";
import type { CardView } from "./view.ts";

/** «100 000 ₽, 12.03.2026, п/п № 451» as HTML. */
export function paymentText(
  { sum, date, order }: Pick<NewPayment, "sum" | "date" | "order">,
  place: DepartmentId,
  { company, words, language }: Reader,
): string {
  const said = `${moneyAt(company, place, sum, language)}, ${shortDate(date)}`;
  return order === undefined ? said : `${said}, ${words("payment-order", { order: line(order, 40) })}`;
}

/** More payments are counted in the sum and listed in the history. */
const listedMax = 5;

/** «Оплачено 100 000 ₽, осталось 144 000 ₽» and each payment under it; empty while nothing is paid. */
export function paymentLines(view: CardView): string {
  const { request, company, words, viewer } = view;
  const counted = (request.paid ?? []).filter((one) => one.back === undefined);
  if (counted.length === 0) return "";
  const money = (sum: ReturnType<typeof paidSum>): string =>
    moneyAt(company, request.place, sum, viewer.language);
  const left = leftToPay(request);
  const head =
    left > 0
      ? words("card-paid-part", { paid: money(paidSum(request)), left: money(left) })
      : words("card-paid", { paid: money(paidSum(request)) });
  const reader = { company, words, language: viewer.language };
  const listed = counted
    .slice(-listedMax)
    .map((one) => `  ${paymentText(one, request.place, reader)} · ${nameOf(company, one.by)}`);
  return [`💳 ${head}`, ...listed].join("\n");
}
