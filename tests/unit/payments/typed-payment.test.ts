/** A payment as an accountant types it: a sum, perhaps given back, perhaps with its day; nothing is guessed (F119). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatSum } from "../../../flows/goods/money.ts";
import { units, type Minor } from "../../../flows/ids.ts";
import { typedPayment, type TypedPayment } from "../../../flows/payments/typed-payment.ts";

const today = "2026-03-12";

test.each<[string, number, string]>([
  ["60 000", 60_000_00, today],
  ["60000,50", 60_000_50, today],
  ["60\u00a0000.50 ₽", 60_000_50, today],
  ["60 000 12.03.2026", 60_000_00, "2026-03-12"],
  ["60 000,00 1.3", 60_000_00, "2026-03-01"],
  ["60 000 01/03/26", 60_000_00, "2026-03-01"],
  ["60 000 руб. 2026-02-28", 60_000_00, "2026-02-28"],
  ["60 000 29.02.2024", 60_000_00, "2024-02-29"],
  ["5.03", 5_03, today], // a sum without a day, not a day without a sum
  ["−20 000", -20_000_00, today],
  ["-20 000 11.03", -20_000_00, "2026-03-11"],
  ["– 20 000,01", -20_000_01, today],
  ["0,01", 1, today],
  ["1 000 000 000 000", 100_000_000_000_000, today],
])("«%s»", (text, amount, paidOn) => {
  expect(typedPayment(text, today)).toEqual({ kind: "payment", amount, paidOn });
});

test.each<[string, TypedPayment]>([
  ["", { kind: "bad-sum", why: "empty" }],
  ["0", { kind: "bad-sum", why: "zero" }],
  ["−0,00", { kind: "bad-sum", why: "zero" }],
  ["шестьдесят", { kind: "bad-sum", why: "not-a-sum" }],
  ["60 000 вчера", { kind: "bad-sum", why: "not-a-sum" }],
  ["60 00", { kind: "bad-sum", why: "not-a-sum" }],
  ["1e3", { kind: "bad-sum", why: "not-a-sum" }],
  ["１２３", { kind: "bad-sum", why: "not-a-sum" }],
  ["−−5", { kind: "bad-sum", why: "not-a-sum" }],
  ["60 000,555", { kind: "bad-sum", why: "too-precise" }],
  ["1 000 000 000 000,01", { kind: "bad-sum", why: "too-big" }],
  ["−99999999999999", { kind: "bad-sum", why: "too-big" }],
  ["60 000 31.02.2026", { kind: "bad-date", typed: "31.02.2026" }],
  ["60 000 12.13", { kind: "bad-date", typed: "12.13" }],
  ["60 000 29.02.2026", { kind: "bad-date", typed: "29.02.2026" }],
  ["60 000 13.03.2026", { kind: "future", date: "2026-03-13" }],
  ["60 000 31.12", { kind: "future", date: "2026-12-31" }],
  ["вчера 12.03.2026", { kind: "bad-sum", why: "not-a-sum" }],
])("«%s» is refused", (text, refused) => {
  expect(typedPayment(text, today)).toEqual(refused);
});

test("property: every sum is read back as it is printed, given back or not, with its day or without", () => {
  const kopecks = fc.integer({ min: 1, max: 100_000_000_000_000 });
  const day = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(kopecks, fc.boolean(), fc.option(day), (sum, back, march) => {
      const amount = back ? 0 - sum : sum;
      const date = march === null ? today : `2026-03-${String(march).padStart(2, "0")}`;
      const typed = `${formatSum(units<Minor>(amount))}${march === null ? "" : ` ${march}.03.2026`}`;
      expect(typedPayment(typed, today)).toEqual({ kind: "payment", amount, paidOn: date });
    }),
  );
});

test("property: whatever is typed is a payment up to today or a refusal, never an exception or a sum of nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-−]?[\d ,.]{0,12} ?[\d./]{0,10}$/)), (text) => {
      const read = typedPayment(text, today);
      if (read.kind !== "payment") return;
      expect(Number.isSafeInteger(read.amount) && read.amount !== 0).toBe(true);
      expect(read.paidOn <= today && /^\d{4}-\d{2}-\d{2}$/.test(read.paidOn)).toBe(true);
    }),
  );
});
