/** The dry run of a sheet of payments: each on the deal that it names, once, however it came; and why nothing is taken. */
import { beforeEach, describe, expect, test } from "vitest";
import { sheetProblemWords } from "../../../bot/sheets/words.ts";
import type { DealId } from "../../../flows/ids.ts";
import { changesNothing, countsOf } from "../../../flows/payments/import-plan.ts";
import { readPlannedRow, rowsOfPlan, type ImportPlan } from "../../../flows/payments/plan-schema.ts";
import { minor, ModelStore, type Rows } from "./model-store.ts";

let store: ModelStore;
let sneakers: DealId;
beforeEach(() => {
  store = new ModelStore();
  sneakers = store.add({
    name: "Кроссовки",
    externalId: "ord-1",
    orderNumber: "ЗП-2026-0112",
    invoiceNumber: "С-2026-0041",
    total: minor(15_000_000),
  }).id;
  store.add({ name: "Коврики", orderNumber: "ЗП-2026-0115", total: minor(1_830_000) });
});

const headings = ["№ заказа", "№ счёта", "Код сделки", "Дата", "Сумма", "Номер п/п", "Плательщик", "Код"];
const sheet = (...rows: readonly Partial<Record<string, string>>[]): Rows => [
  headings,
  ...rows.map((row) => headings.map((heading) => row[heading] ?? "")),
];
const second = { "№ заказа": "ЗП-2026-0112", Дата: "12.03.2026", Сумма: "60 000" };

const problems = (plan: ImportPlan): string[] =>
  plan.kind === "refused" ? plan.problems.map((one) => sheetProblemWords(one, "ru")) : [];
const doubts = (plan: ImportPlan): string[] =>
  plan.kind === "refused" ? ["refused"] : plan.warnings.map((one) => sheetProblemWords(one, "ru"));

describe("a payment finds its deal", () => {
  const named: [string, Partial<Record<string, string>>][] = [
    ["order number", { "№ заказа": "зп-2026-0112" }],
    ["invoice number", { "№ заказа": "", "№ счёта": "С 2026 0041" }],
    ["key", { "№ заказа": "", "Код сделки": "ord-1" }],
    ["key, beside a number by which nothing is found", { "№ заказа": "б/н", "Код сделки": "ord-1" }],
    ["all three", { "№ счёта": "С-2026-0041", "Код сделки": "ord-1" }],
  ];
  test.each(named)("by its %s", (_, by) => {
    const plan = store.plan(sheet({ ...second, ...by, "Номер п/п": "121", Плательщик: "ООО «Олимпик»" }));
    expect(plan).toMatchObject({
      kind: "payments",
      known: 0,
      book: [
        {
          row: 2,
          deal: sneakers,
          amount: 6_000_000,
          currency: "RUB",
          paidOn: "2026-03-12",
          number: "121",
          payer: "ООО «Олимпик»",
        },
      ],
    });
  });
  test("by its order number, though the deal has no invoice number yet", () => {
    const plan = store.plan(sheet({ ...second, "№ заказа": "ЗП-2026-0115", "№ счёта": "С-2026-0043" }));
    expect(plan).toMatchObject({ book: [{ deal: 2 }] });
  });
  test("by the invoice number, where two deals have the order number", () => {
    store.add({ name: "Третья", orderNumber: "ЗП-2026-0112", invoiceNumber: "С-7", total: minor(100) });
    expect(store.plan(sheet({ ...second, "№ счёта": "С-7" }))).toMatchObject({ book: [{ deal: 3 }] });
  });
});

test("the preview counts payments and their sum; what is given back counts against it", () => {
  const hryvnias = store.add({ name: "Київ", orderNumber: "К-1", currency: "UAH", total: minor(500) });
  const plan = store.plan(
    sheet(
      second,
      { ...second, Сумма: "-20 000" },
      { ...second, Сумма: "100 000" },
      { ...second, "№ заказа": hryvnias.orderNumber ?? "", Сумма: "5,00 ₴" },
    ),
  );
  expect(countsOf(plan)).toMatchObject({
    payments: 4,
    knownPayments: 0,
    sums: [
      { currency: "RUB", minor: 14_000_000 },
      { currency: "UAH", minor: 500 },
    ],
  });
  if (plan.kind !== "payments") throw new Error("it can be taken");
  for (const row of rowsOfPlan(plan))
    expect(readPlannedRow({ kind: row.kind, plan: JSON.parse(JSON.stringify(row.plan)) })).toEqual(row);
});

describe("a payment is booked once", () => {
  test("when the same sheet comes again, its rows in another order and spelling", () => {
    const rows = sheet(
      { ...second, "Номер п/п": "121" },
      { ...second, Сумма: "5", Плательщик: "ООО «Олимпик»" },
    );
    store.take(store.plan(rows));
    const again = store.plan(
      sheet(
        { ...second, "№ заказа": "", "№ счёта": "с-2026-0041", Сумма: "5,00", Плательщик: "ООО «ОЛИМПИК»" },
        { ...second, Сумма: "60000.00 ₽", "Номер п/п": "№ 121" },
      ),
    );
    expect(again).toMatchObject({ kind: "payments", book: [], known: 2 });
    expect(changesNothing(again)).toBe(true);
  });
  test("when it has a key of its own: that decides, whatever else the row says now", () => {
    store.pay(sneakers, 6_000_000, { key: "pay-1", paidOn: "2026-03-12" });
    expect(store.plan(sheet({ ...second, Код: "pay-1" }))).toMatchObject({ book: [], known: 1, doubts: 0 });
    const other = store.plan(sheet({ ...second, Код: "pay-1", Сумма: "65 000" }));
    expect(other).toMatchObject({ book: [], known: 1 });
    expect(doubts(other)).toEqual([
      "строка 2, столбец H «Код»: под этим кодом уже разнесено 60\u00a0000,00\u00a0₽, 12.03.2026, это остаётся (pay-1)",
    ]);
  });
  test("when it was taken back or moved to another deal in the chat: the sheet does not undo that", () => {
    const rows = sheet(second, { ...second, Сумма: "5" });
    store.take(store.plan(rows));
    const [one, two] = store.payments.splice(0, 2);
    store.payments.push({ ...one!, takenBackAt: 1 as never }, { ...two!, deal: 2 as never }); // an instant, another deal
    expect(store.plan(rows)).toMatchObject({ book: [], known: 2 });
  });
  test("when a bank statement has brought the same payment order", () => {
    store.pay(sneakers, 6_000_000, { key: "bank", number: "121", paidOn: "2026-03-12" });
    expect(store.plan(sheet({ ...second, "Номер п/п": "000121" }))).toMatchObject({ book: [], known: 1 });
    expect(store.plan(sheet({ ...second, "Номер п/п": "122" }))).toMatchObject({
      book: [{ number: "122" }],
      doubts: 0,
    });
  });
  test("and where no number tells, a like one is doubted and booked", () => {
    store.pay(sneakers, 6_000_000, { key: "bank", number: "121", paidOn: "2026-03-12" });
    const plan = store.plan(sheet(second));
    expect(plan).toMatchObject({ kind: "payments", book: [{ row: 2 }] });
    expect(doubts(plan)).toEqual([
      "строка 2, столбец E «Сумма»: оплата той же сделки, даты и суммы уже разнесена",
    ]);
  });
  test("and what came meanwhile ends the plan", () => {
    const plans = [
      store.plan(sheet({ ...second, "Номер п/п": "121" })),
      store.plan(sheet({ ...second, Код: "k" })),
    ];
    store.pay(sneakers, 6_000_000, { key: "k", number: "121", paidOn: "2026-03-12" });
    for (const plan of plans) expect(() => store.take(plan)).toThrow("holds no more");
  });
});

describe("nothing is taken", () => {
  const cases: [string, Partial<Record<string, string>>, string][] = [
    [
      "when there is no such deal",
      { "№ заказа": "ЗП-9" },
      "строка 2, столбец A «№ заказа»: нет такой сделки (ЗП-9)",
    ],
    [
      "when the numbers are of different deals",
      { "№ заказа": "ЗП-2026-0115", "№ счёта": "С-2026-0041", "Код сделки": "ord-1" },
      "строка 2, столбец A «№ заказа»: номера разных сделок: «Кроссовки», «Коврики» (ЗП-2026-0115)",
    ],
    ["in another currency than the deal's", { Сумма: "5 ₴" }, "строка 2: валюта сделки: RUB (UAH)"],
    [
      "that is planned, not received",
      { Дата: "15.03.2026" },
      "строка 2, столбец D «Дата»: дата ещё не наступила (2026-03-15)",
    ],
  ];
  test.each(cases)("%s", (_, more, words) => {
    expect(problems(store.plan(sheet({ ...second, ...more })))).toEqual([words]);
  });
  test("when two deals have the number", () => {
    store.add({ name: "Третья", orderNumber: "ЗП-2026-0112", total: minor(100) });
    expect(problems(store.plan(sheet(second)))).toEqual([
      "строка 2, столбец A «№ заказа»: сделок с таким номером: 2 (ЗП-2026-0112)",
    ]);
  });
  test("when two rows are the same payment: both are named", () => {
    const twins = sheet(
      second,
      { ...second, "№ счёта": "С-2026-0041" },
      { ...second, Код: "a" },
      { ...second, Код: "a" },
    );
    expect(problems(store.plan(twins))).toEqual([
      "строка 3: такая же оплата уже есть (строка 2): различите их номером или кодом",
      "строка 5, столбец H «Код»: a уже есть (строка 4)",
    ]);
    const apart = sheet({ ...second, "Номер п/п": "121" }, { ...second, "Номер п/п": "122" });
    expect(store.plan(apart)).toMatchObject({ book: [{ row: 2 }, { row: 3 }] });
  });
  test("of fifty rows when one is bad; of a thousand problems and more the first thousand are kept, all are counted", () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ ...second, Сумма: String(index + 1) }));
    expect(store.plan(sheet(...rows, { ...second, Сумма: "?" }))).toMatchObject({
      kind: "refused",
      count: 1,
    });
    const bad = Array.from({ length: 1_200 }, () => ({ ...second, "№ заказа": "нет" }));
    const plan = store.plan(sheet(...bad));
    expect(plan).toMatchObject({ kind: "refused", count: 1_200 });
    expect(problems(plan)).toHaveLength(1_000);
  });
});

test("more than the total may come: an overpayment is told as such", () => {
  expect(store.plan(sheet({ ...second, Сумма: "155 000" }))).toMatchObject({
    book: [{ amount: 15_500_000 }],
  });
});
