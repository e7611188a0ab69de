/** A payment as an accountant types it: a sum, perhaps given back, perhaps with its day. */
import { oneLine } from "../company/clean-text.ts";
import { typedDate } from "../filing/plain-answers.ts";
import { parseMoney, type MoneyRefusal } from "../goods/money.ts";
import { units, type Minor } from "../ids.ts";

export type TypedPayment =
  | { readonly kind: "payment"; readonly amount: Minor; readonly paidOn: string }
  | { readonly kind: "bad-sum"; readonly why: MoneyRefusal["kind"] | "zero" }
  | { readonly kind: "bad-date"; readonly typed: string }
  /** It would have come on a day that is not yet. */
  | { readonly kind: "future"; readonly date: string };

/**
 * `60 000`, `60 000,00 12.03.2026`, `−20 000 13.03` (given back). Without a day: today.
 * @param today calendar date `YYYY-MM-DD` where the company is
 */
export function typedPayment(text: string, today: string): TypedPayment {
  const typed = oneLine(text);
  const [, sum = typed, day] =
    /^(.*\S)\s+(\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2})$/.exec(typed) ?? [];
  const paidOn = day === undefined ? today : typedDate(day, today);
  if (paidOn === undefined) return { kind: "bad-date", typed: day ?? "" };
  if (paidOn > today) return { kind: "future", date: paidOn };
  const back = /^[-−–]\s*(\d.*)$/.exec(sum);
  const parsed = parseMoney(back?.[1] ?? sum);
  if (parsed.kind !== "sum") return { kind: "bad-sum", why: parsed.kind };
  if (parsed.minor === 0) return { kind: "bad-sum", why: "zero" };
  return { kind: "payment", amount: back === null ? parsed.minor : units<Minor>(0 - parsed.minor), paidOn };
}
