/** What an accountant types about a payment that left: a sum, its day, the number of the payment order, in any order. */
import { oneLine } from "../company/clean-text.ts";
import { typedDate } from "../filing/plain-answers.ts";
import { parseMoney, type MoneyRefusal } from "../goods/money.ts";
import type { Minor } from "../ids.ts";

/** What is asked: a bare number is taken for it. */
export const paidAsks = ["order", "sum", "date"] as const;
export type PaidAsks = (typeof paidAsks)[number];

export interface TypedPaid {
  readonly sum?: Minor;
  /** Calendar date `YYYY-MM-DD`. */
  readonly date?: string;
  /** Number of the payment order. */
  readonly order?: string;
}
export type ReadPaid =
  | { readonly kind: "paid"; readonly paid: TypedPaid }
  | { readonly kind: "bad-sum"; readonly why: MoneyRefusal["kind"] | "zero" }
  | { readonly kind: "bad-date" }
  | { readonly kind: "future" };

const dayPattern = /(?:^|\s)(\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2})(?=\s|$)/;
const orderPattern = /(?:^|\s)(?:п\/п|№|#|no\.?)\s*№?\s*([\p{L}\p{N}/-]{1,20})(?=\s|$)/iu;
const bareOrder = /^[\p{L}\p{N}/-]{1,20}$/u;

/**
 * `100 000 12.03 п/п 451`; `451` alone is a number of the order where that is asked, a sum where a sum is.
 * @param today calendar date `YYYY-MM-DD` where the request's place is
 */
export function typedPaid(text: string, asks: PaidAsks, today: string): ReadPaid {
  let rest = oneLine(text);
  const order = orderPattern.exec(rest);
  if (order !== null) rest = rest.replace(order[0], " ").trim();
  const day = dayPattern.exec(rest);
  if (day !== null) rest = rest.replace(day[0], " ").trim();
  const date = day === null ? undefined : typedDate(day[1] ?? "", today);
  if (day !== null && date === undefined) return { kind: "bad-date" };
  if (date !== undefined && date > today) return { kind: "future" };
  const known = {
    ...(order?.[1] === undefined ? {} : { order: order[1] }),
    ...(date === undefined ? {} : { date }),
  };
  if (rest === "") return { kind: "paid", paid: known };
  if (asks === "order" && known.order === undefined && bareOrder.test(rest))
    return { kind: "paid", paid: { ...known, order: rest } };
  if (asks === "date" && date === undefined) return { kind: "bad-date" };
  const sum = parseMoney(rest);
  if (sum.kind !== "sum") return { kind: "bad-sum", why: sum.kind };
  if (sum.minor === 0) return { kind: "bad-sum", why: "zero" };
  return { kind: "paid", paid: { ...known, sum: sum.minor } };
}
