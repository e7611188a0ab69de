/** Whatever stands in the cells: nothing throws, a plan survives being kept, and taken it leaves nothing to do. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetProblemWords } from "../../../bot/sheets/words.ts";
import { languages } from "../../../flows/ids.ts";
import { dealColumns, paymentColumns } from "../../../flows/payments/deal-columns.ts";
import { readDealSheet } from "../../../flows/payments/deal-rows.ts";
import { changesNothing, planImport } from "../../../flows/payments/import-plan.ts";
import { readPlannedRow, rowsOfPlan } from "../../../flows/payments/plan-schema.ts";
import { minor, ModelStore, type Rows } from "./model-store.ts";

const hostile = [
  ..."=1+1|+7|-5|@x|\t|__proto__|constructor|toString|' OR 1=1 --|\u202e|\u0000|\ud800|💥|%s|{{x}}|<b>".split(
    "|",
  ),
  ..."1e308|NaN|-0|0|(5)|5-|99999999999999999999|0001-01-01|31.02.2026|2026-02-30|12.03.2026 99:99|№|—".split(
    "|",
  ),
  "1".repeat(4_000),
  " ".repeat(4_000),
  "a.".repeat(2_000),
];
const sane = ["ЗП-1", "С-1", "100", "12.03.2026", "petrenko", "₽", "9603000215"];
const anyCell = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom(...sane),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const anyHeading = fc.oneof(
  fc.constantFrom(
    ...[...Object.values(dealColumns), ...Object.values(paymentColumns)].map(
      ({ names: [name] }) => name ?? "",
    ),
  ),
  anyCell,
);
const anySheet = fc
  .tuple(
    fc.array(anyHeading, { maxLength: 14 }),
    fc.array(fc.array(anyCell, { maxLength: 16 }), { maxLength: 6 }),
  )
  .map(([headings, rows]): Rows => [headings, ...rows]);
/** Headings that make a sheet, over any cells: most rows come as far as their values. */
const anyCells = fc
  .tuple(
    fc.constantFrom(
      [
        "№ заказа",
        "№ счёта",
        "Сделка",
        "Сумма",
        "Менеджер",
        "Оплачено",
        "Срок оплаты",
        "ИНН",
        "Валюта",
        "Код",
      ],
      [
        "№ заказа",
        "№ счёта",
        "Дата",
        "Сумма",
        "Номер п/п",
        "Плательщик",
        "ИНН",
        "Валюта",
        "Код",
        "Код сделки",
      ],
    ),
    fc.array(fc.array(anyCell, { minLength: 10, maxLength: 10 }), { maxLength: 6 }),
  )
  .map(([headings, rows]): Rows => [headings, ...rows]);

test("any cells are read without an exception, and every problem has its words", () => {
  fc.assert(
    fc.property(fc.oneof(anySheet, anyCells), (rows) => {
      const sheet = readDealSheet(rows);
      for (const problem of sheet.problems)
        for (const language of languages) expect(sheetProblemWords(problem, language)).not.toBe("");
      if (sheet.kind === "problems") return;
      const plan = planImport(sheet, new ModelStore().around);
      if (plan.kind === "refused") return;
      for (const row of rowsOfPlan(plan))
        expect(readPlannedRow({ kind: row.kind, plan: JSON.parse(JSON.stringify(row.plan)) })).toEqual(row);
    }),
    { numRuns: 400 },
  );
});

test("a sheet of hostile cells is read in a moment: no cell costs the square of its length", () => {
  const headings = ["№ заказа", "Сделка", "Сумма", "Срок оплаты", "ИНН", "Валюта", "Менеджер", "Оплачено"];
  const cells = hostile.filter((cell) => cell.length > 1_000);
  const rows = Array.from({ length: 3_000 }, (_, index) =>
    headings.map((_h, column) => cells[(index + column) % 3] ?? ""),
  );
  const started = performance.now();
  expect(readDealSheet([headings, ...rows]).problems.length).toBeGreaterThan(3_000);
  expect(performance.now() - started).toBeLessThan(10_000);
});

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const dealHeadings = "Код|№ заказа|№ счёта|Сделка|Сумма|Менеджер|Оплачено|Срок оплаты|Валюта|Стадия".split(
  "|",
);
const dealRow = fc.tuple(
  few("", "", "k1", "k2", "k3"),
  few("1", "2", "3", "З-4", ""),
  few("", "", "С1", "C1", "С2"),
  few("Кеды", "Сланцы"),
  few("1000", "2000,50", "0"),
  few("", "", "petrenko", "Жукова Е. И.", "Иванова О. Ю."),
  few("", "", "0", "50", "100"),
  few("", "25.03.2026", "2026-04-01"),
  few("", "", "₽", "₴"),
  few("", "В работе"),
);
const paymentHeadings = "Код сделки|№ заказа|№ счёта|Дата|Сумма|Номер п/п|Плательщик|Код".split("|");
const paymentRow = fc.tuple(
  few("", "", "", "k1"),
  few("1", "1", "2", "З-4"),
  few("", "", "", "С1", "С2"),
  few("10.03.2026", "2026-03-11"),
  few("10", "-5", "10,50"),
  few("", "118", "119"),
  few("", "ООО «Олимпик»"),
  few("", "p1", "p2", "p3"),
);
const sheets = fc.oneof(
  fc.array(dealRow, { minLength: 1, maxLength: 3 }).map((rows): Rows => [dealHeadings, ...rows]),
  fc.array(paymentRow, { minLength: 1, maxLength: 3 }).map((rows): Rows => [paymentHeadings, ...rows]),
);

test("a plan that was taken leaves nothing to do, whatever sheets came before (all or nothing, once)", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(sheets, { minLength: 1, maxLength: 6 }), (all) => {
      const store = new ModelStore();
      store.add({ name: "Давняя", orderNumber: "1", total: minor(10_000) });
      for (const rows of all) {
        const sheet = readDealSheet(rows);
        if (sheet.kind === "problems") continue;
        const plan = planImport(sheet, store.around);
        if (plan.kind === "refused") continue;
        store.take(plan);
        if (!changesNothing(plan)) taken += 1;
        const again = planImport(sheet, store.around);
        expect(again.kind).toBe(plan.kind);
        expect(changesNothing(again)).toBe(true);
      }
      for (const deal of store.deals.values()) expect(store.facts.paidOf(deal.id)).toBeTypeOf("number");
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(200);
});
