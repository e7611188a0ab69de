/** The dry run of a sheet of deals: what would be added, changed field by field, left; and why nothing is taken. */
import { beforeEach, describe, expect, test } from "vitest";
import { sheetProblemWords } from "../../../bot/sheets/words.ts";
import { id, type PersonId } from "../../../flows/ids.ts";
import { changesNothing, countsOf } from "../../../flows/payments/import-plan.ts";
import { readPlannedRow, rowsOfPlan, type ImportPlan } from "../../../flows/payments/plan-schema.ts";
import { minor, ModelStore, type Rows } from "./model-store.ts";

let store: ModelStore;
beforeEach(() => {
  store = new ModelStore();
});

const petrenko = id<PersonId>("petrenko");
const headings = ["Код", "№ заказа", "№ счёта", "Сделка", "Сумма", "Менеджер", "Оплачено", "Срок оплаты"];
/** Rows of deals; what a row leaves out is empty. */
const sheet = (...rows: readonly Partial<Record<string, string>>[]): Rows => [
  headings,
  ...rows.map((row) => headings.map((heading) => row[heading] ?? "")),
];
const sneakers = { "№ заказа": "ЗП-2026-0112", Сделка: "Кроссовки", Сумма: "150 000,00" };
const stored = () =>
  store.add({ name: "Кроссовки", orderNumber: "ЗП-2026-0112", total: minor(15_000_000), manager: petrenko });

const problems = (plan: ImportPlan): string[] =>
  plan.kind === "refused" ? plan.problems.map((one) => sheetProblemWords(one, "ru")) : [];
const doubts = (plan: ImportPlan): string[] =>
  plan.kind === "refused" ? [] : plan.warnings.map((one) => sheetProblemWords(one, "ru"));
const changes = (plan: ImportPlan): unknown[] =>
  plan.kind === "deals" ? plan.change.flatMap((one) => one.changes) : [plan];

describe("a deal that the store doesn't know is new", () => {
  test("in the currency of the company's first legal entity, unless the row says another", () => {
    const plan = store.plan(sheet({ ...sneakers, Менеджер: "Петренко М. Р." }));
    expect(plan).toMatchObject({
      kind: "deals",
      add: [
        {
          row: 2,
          deal: { name: "Кроссовки", total: 15_000_000, currency: "RUB", manager: "petrenko", stage: "" },
        },
      ],
    });
    expect(store.plan(sheet({ ...sneakers, Сумма: "5 ₴" }))).toMatchObject({
      add: [{ deal: { currency: "UAH" } }],
    });
  });
  test("what it has received is a payment of today, its due date an expected payment of the whole", () => {
    const plan = store.plan(sheet({ ...sneakers, Оплачено: "45 000", "Срок оплаты": "25.03.2026" }));
    expect(plan).toMatchObject({
      add: [
        {
          received: { paid: 4_500_000, amount: 4_500_000, paidOn: "2026-03-14" },
          expected: { dueOn: "2026-03-25", amount: 15_000_000 },
        },
      ],
    });
    expect(countsOf(plan)).toMatchObject({
      newDeals: 1,
      payments: 1,
      sums: [{ currency: "RUB", minor: 4_500_000 }],
    });
  });
});

describe("a deal is found again", () => {
  test("by its key, whatever its numbers became", () => {
    store.add({ name: "Кроссовки", externalId: "ord-1", orderNumber: "ЗП-1", total: minor(100) });
    expect(
      changes(store.plan(sheet({ Код: "ord-1", "№ заказа": "ЗП-2", Сделка: "Кеды", Сумма: "1,00" }))),
    ).toEqual([
      { field: "name", from: "Кроссовки", to: "Кеды" },
      { field: "orderNumber", from: "ЗП-1", to: "ЗП-2" },
    ]);
  });
  test("by its order number in another spelling, or by its invoice number", () => {
    store.add({
      name: "Кроссовки",
      orderNumber: "ЗП-2026-0112",
      invoiceNumber: "С-41",
      total: minor(15_000_000),
    });
    expect(changes(store.plan(sheet({ ...sneakers, "№ заказа": "зп 2026 0112" })))).toEqual([
      { field: "orderNumber", from: "ЗП-2026-0112", to: "зп 2026 0112" },
    ]);
    expect(store.plan(sheet({ "№ счёта": "C-41", Сделка: "Кроссовки", Сумма: "150000" }))).toMatchObject({
      change: [{ changes: [{ field: "invoiceNumber", from: "С-41", to: "C-41" }] }],
    });
  });
  test("by its number, and gets the key that it had not", () => {
    stored();
    expect(changes(store.plan(sheet({ ...sneakers, Код: "ord-1" })))).toEqual([
      { field: "externalId", from: "", to: "ord-1" },
    ]);
  });
  test("and an empty cell leaves what the store has", () => {
    stored();
    const plan = store.plan(sheet(sneakers));
    expect(plan).toMatchObject({ add: [], change: [], same: 1 });
    expect(changesNothing(plan)).toBe(true);
  });
});

describe("a change is told field by field", () => {
  test("«сумма 150 000 → 160 000», with the manager by name", () => {
    stored();
    const plan = store.plan(sheet({ ...sneakers, Сумма: "160 000", Менеджер: "жукова екатерина ильинична" }));
    expect(plan).toMatchObject({ change: [{ row: 2, deal: 1, name: "Кроссовки", currency: "RUB" }] });
    expect(changes(plan)).toEqual([
      { field: "manager", from: "petrenko", to: "zhukova" },
      { field: "total", from: 15_000_000, to: 16_000_000 },
    ]);
  });
  test("with its due date, which the whole total follows", () => {
    const { id: deal } = stored();
    store.expected.set(deal, [{ dueOn: "2026-03-25", amount: minor(15_000_000) }]);
    expect(store.plan(sheet({ ...sneakers, "Срок оплаты": "25.03.2026" }))).toMatchObject({ same: 1 });
    expect(changes(store.plan(sheet({ ...sneakers, "Срок оплаты": "01.04.2026" })))).toEqual([
      { field: "dueOn", from: "2026-03-25", to: "2026-04-01" },
    ]);
    expect(store.plan(sheet({ ...sneakers, Сумма: "160 000" }))).toMatchObject({
      change: [{ expected: { dueOn: "2026-03-25", amount: 16_000_000 } }],
    });
  });
  test("but a schedule of several payments stays, and that is said", () => {
    const { id: deal } = stored();
    store.expected.set(deal, [
      { dueOn: "2026-03-25", amount: minor(100) },
      { dueOn: "2026-04-25", amount: minor(100) },
    ]);
    const plan = store.plan(sheet({ ...sneakers, "Срок оплаты": "01.04.2026" }));
    expect(plan).toMatchObject({ kind: "deals", same: 1, doubts: 1 });
    expect(doubts(plan)).toEqual([
      "строка 2, столбец H «Срок оплаты»: у сделки график из нескольких платежей, он остаётся (2026-04-01)",
    ]);
  });
});

describe("«Оплачено» is all that has come", () => {
  test("so only what is more than is booked is a payment", () => {
    const { id: deal } = stored();
    store.pay(deal, 4_500_000);
    expect(store.plan(sheet({ ...sneakers, Оплачено: "45 000" }))).toMatchObject({ same: 1 });
    expect(store.plan(sheet({ ...sneakers, Оплачено: "105 000" }))).toMatchObject({
      change: [{ changes: [], received: { paid: 10_500_000, amount: 6_000_000 } }],
    });
  });
  test("and takes nothing away that is booked", () => {
    const { id: deal } = stored();
    store.pay(deal, 10_500_000);
    expect(problems(store.plan(sheet({ ...sneakers, Оплачено: "45 000" })))).toEqual([
      "строка 2, столбец G «Оплачено»: уже разнесено больше: 105\u00a0000,00\u00a0₽; снять оплату можно в карточке сделки (45\u00a0000,00)",
    ]);
  });
  test("and what was taken back in the chat is not booked again by the same sheet", () => {
    stored();
    const rows = sheet({ ...sneakers, Оплачено: "45 000" });
    store.take(store.plan(rows));
    const [payment] = store.payments.splice(0, 1);
    store.payments.push({ ...payment!, takenBackAt: 1 as never }); // any instant
    expect(store.plan(rows)).toMatchObject({ same: 1 });
  });
});

describe("a manager is found", () => {
  const meant: [string, string][] = [
    ["petrenko", "petrenko"],
    ["Петренко Максим Романович", "petrenko"],
    ["ПЕТРЕНКО  М.Р.", "petrenko"],
    ["Петренко М Р", "petrenko"],
    ["Семенов Л. И.", "semyonov"],
    ["Ким Алла Павловна", "kim-alla"],
  ];
  test.each(meant)("as %s", (written, manager) => {
    expect(store.plan(sheet({ ...sneakers, Менеджер: written }))).toMatchObject({
      add: [{ deal: { manager } }],
    });
  });
  const refused: [string, string][] = [
    ["Сидоров С. С.", "нет такого человека: Сидоров С. С."],
    ["Петренко", "нет такого человека: Петренко"],
    ["Ким А. П.", "так зовут нескольких: укажите код сотрудника (Ким А. П.)"],
    ["Иванова О. Ю.", "больше не работает (Иванова О. Ю.)"],
    ["ivanova", "больше не работает (ivanova)"],
  ];
  test.each(refused)("not as %s", (written, why) => {
    expect(problems(store.plan(sheet({ ...sneakers, Менеджер: written })))).toEqual([
      `строка 2, столбец F «Менеджер»: ${why}`,
    ]);
  });
  test("who has left, with the deals that are still his", () => {
    store.add({ ...stored(), manager: id<PersonId>("ivanova"), orderNumber: "ЗП-9" });
    expect(store.plan(sheet({ ...sneakers, "№ заказа": "ЗП-9", Менеджер: "Иванова О. Ю." }))).toMatchObject({
      same: 1,
    });
  });
});

describe("nothing is taken", () => {
  test("when rows tell of the same deal: both are named", () => {
    stored();
    const rows = sheet(
      sneakers,
      { ...sneakers, Сумма: "1" },
      { Код: "a", ...sneakers, "№ заказа": "1" },
      { Код: "a", ...sneakers, "№ заказа": "2" },
    );
    expect(problems(store.plan(rows))).toEqual([
      "строка 3, столбец B «№ заказа»: ЗП-2026-0112 уже есть (строка 2)",
      "строка 5, столбец A «Код»: a уже есть (строка 4)",
    ]);
  });
  test("when one row names it by order, another by invoice", () => {
    store.add({ name: "Кеды", orderNumber: "1", invoiceNumber: "2", total: minor(100) });
    const rows = sheet(
      { "№ заказа": "1", Сделка: "Кеды", Сумма: "1" },
      { "№ счёта": "2", Сделка: "Кеды", Сумма: "1" },
    );
    expect(problems(store.plan(rows))).toEqual(["строка 3: Кеды уже есть (строка 2)"]);
  });
  test("when two deals have the number", () => {
    stored();
    store.add({ ...stored(), name: "Другие" });
    expect(problems(store.plan(sheet(sneakers)))).toEqual([
      "строка 2, столбец B «№ заказа»: сделок с таким номером: 3 (ЗП-2026-0112)",
    ]);
  });
  test("when a number without a key is another deal's", () => {
    store.add({ name: "Коврики", orderNumber: "ЗП-5", invoiceNumber: "С-5", total: minor(100) });
    const rows = sheet({ ...sneakers, "№ счёта": "С-5" });
    expect(problems(store.plan(rows))).toEqual([
      "строка 2, столбец C «№ счёта»: номер уже у другой сделки: «Коврики» (С-5)",
    ]);
  });
  test("when the total would be below what is paid", () => {
    const { id: deal } = stored();
    store.pay(deal, 4_500_000);
    expect(problems(store.plan(sheet({ ...sneakers, Сумма: "40 000" })))).toEqual([
      "строка 2, столбец E «Сумма»: сумма сделки меньше оплаченного: 45\u00a0000,00\u00a0₽ (40\u00a0000,00)",
    ]);
    expect(
      problems(store.plan(sheet({ ...sneakers, "№ заказа": "7", Сумма: "10", Оплачено: "11" }))),
    ).toHaveLength(1);
  });
  test("when a deal with payments would change its currency", () => {
    const { id: deal } = stored();
    const rows = sheet({ ...sneakers, Сумма: "150 000 ₴" });
    expect(changes(store.plan(rows))).toEqual([{ field: "currency", from: "RUB", to: "UAH" }]);
    store.pay(deal, 100);
    expect(problems(store.plan(rows))).toEqual(["строка 2: валюта сделки: RUB (UAH)"]);
  });
  test("of the good rows when one is bad: all bad ones are listed, by row", () => {
    const rows = sheet(
      { ...sneakers, Менеджер: "Никто Н. Н." },
      { ...sneakers, "№ заказа": "2" },
      { ...sneakers, "№ заказа": "3", Сумма: "?" },
      { ...sneakers, "№ заказа": "2" },
    );
    const plan = store.plan(rows);
    expect(plan).toMatchObject({ kind: "refused", of: "deals", count: 3 });
    expect(problems(plan).map((one) => one.slice(0, 8))).toEqual(["строка 2", "строка 4", "строка 5"]);
    expect(countsOf(plan)).toMatchObject({ newDeals: 0, problems: 3 });
  });
});

describe("is taken, though it stands out", () => {
  test("an overpaid deal that the sheet leaves as it is", () => {
    const { id: deal } = stored();
    store.pay(deal, 15_500_000);
    expect(store.plan(sheet(sneakers))).toMatchObject({ kind: "deals", same: 1 });
  });
  test("deals of one number that have keys of their own: numbers of other years begin anew", () => {
    store.add({ name: "Прошлогодняя", externalId: "old", orderNumber: "112", total: minor(100) });
    const rows = sheet(
      { Код: "a", ...sneakers, "№ заказа": "112" },
      { Код: "b", ...sneakers, "№ заказа": "112" },
    );
    const plan = store.plan(rows);
    expect(plan).toMatchObject({ kind: "deals", add: [{ row: 2 }, { row: 3 }] });
    expect(doubts(plan)).toEqual([
      "строка 2, столбец B «№ заказа»: номер уже у другой сделки: «Прошлогодняя» (112)",
      "строка 3, столбец B «№ заказа»: 112 уже есть (строка 2)",
      "строка 3, столбец B «№ заказа»: номер уже у другой сделки: «Прошлогодняя» (112)",
    ]);
  });
});

describe("a plan is kept until it is taken", () => {
  test("as JSON that is read back as it was", () => {
    const { id: deal } = stored();
    store.pay(deal, 100);
    const plan = store.plan(
      sheet(
        { ...sneakers, Сумма: "170 000", Оплачено: "2", "Срок оплаты": "25.03.2026" },
        { ...sneakers, "№ заказа": "3", Менеджер: "petrenko" },
      ),
    );
    if (plan.kind !== "deals") throw new Error("it can be taken");
    const rows = rowsOfPlan(plan);
    expect(rows.map(({ kind, plan: { row } }) => [kind, row])).toEqual([
      ["add", 3],
      ["change", 2],
    ]);
    for (const row of rows)
      expect(readPlannedRow({ kind: row.kind, plan: JSON.parse(JSON.stringify(row.plan)) })).toEqual(row);
  });
  test("but what no plan has is none", () => {
    const plan = { ...stored(), row: 2 };
    for (const kept of [
      { kind: "add", plan },
      { kind: "add", plan: undefined },
      { kind: "none", plan: {} },
    ])
      expect(() => readPlannedRow(kept)).toThrow();
  });
  test("and holds no more once the store went on", () => {
    const { id: deal } = stored();
    const raised = store.plan(sheet({ ...sneakers, Сумма: "160 000" }));
    const paid = store.plan(sheet({ ...sneakers, Оплачено: "45 000" }));
    const added = store.plan(sheet({ ...sneakers, "№ заказа": "3" }));
    const refused = store.plan(sheet({ ...sneakers, Менеджер: "Никто" }));
    store.deals.set(deal, { ...store.deals.get(deal)!, total: minor(1) });
    store.pay(deal, 100);
    store.add({ orderNumber: "3", total: minor(100) });
    for (const plan of [raised, paid, added, refused])
      expect(() => store.take(plan)).toThrow("holds no more");
  });
});
