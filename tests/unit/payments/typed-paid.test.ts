/** What an accountant types about a payment that left is read in any order, and never guessed at. */
import { expect, test } from "vitest";
import { typedPaid } from "../../../flows/payments/typed-paid.ts";

const today = "2026-03-12";

test.each([
  ["451", "order", { order: "451" }],
  ["№ 451", "order", { order: "451" }],
  ["п/п 451", "sum", { order: "451" }],
  ["451", "sum", { sum: 45_100 }],
  ["100 000", "order", { sum: 10_000_000 }],
  ["99 500,50", "sum", { sum: 9_950_050 }],
  ["100 000 11.03", "sum", { sum: 10_000_000, date: "2026-03-11" }],
  ["11.03.2026", "date", { date: "2026-03-11" }],
  ["12.03", "sum", { date: "2026-03-12" }],
  ["44 000 02.03.2026 п/п № 77", "sum", { sum: 4_400_000, date: "2026-03-02", order: "77" }],
  ["2026-03-01 № А-17/3", "date", { date: "2026-03-01", order: "А-17/3" }],
] as const)("%s, asked for the %s", (text, asks, paid) => {
  expect(typedPaid(text, asks, today)).toEqual({ kind: "paid", paid });
});

test.each([
  ["13.03.2026", "date", { kind: "future" }],
  ["31.02.2026", "date", { kind: "bad-date" }],
  ["вчера", "date", { kind: "bad-date" }],
  ["0", "sum", { kind: "bad-sum", why: "zero" }],
  ["сто тысяч", "sum", { kind: "bad-sum" }],
  ["много денег сразу", "order", { kind: "bad-sum" }],
] as const)("%s is refused where the %s is asked", (text, asks, refused) => {
  expect(typedPaid(text, asks, today)).toMatchObject(refused);
});
