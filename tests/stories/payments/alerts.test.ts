/** Managers hear by themselves when the paid percentage of a deal changes (S1.23–S1.29, O8). */
import { afterEach, expect, test } from "vitest";
import { story, type Story, type StoryOf } from "../../harness.ts";
import { alertsTo, demoDeals, foreignProgram, pays } from "./books.ts";

let told: Story;
afterEach(() => told.close());

/** The demo's deals with 30 % of the first one paid, which nobody was told about. */
async function begun(of: StoryOf = {}): Promise<void> {
  told = await story(of);
  await told.everybody();
  foreignProgram(told, demoDeals + pays(1, 4_500_000, "2026-03-10"));
  await told.payments();
}

test("30 % → 70 %: the manager and the head of his department read the six fields, nobody else hears (S1.27, S1.28)", async () => {
  await begun();
  expect(alertsTo(told, "petrenko")).toEqual([]);
  foreignProgram(told, pays(1, 6_000_000));
  await told.payments();
  const alert = `Оплата 60 000,00 ₽: 70 % (было 30 %)

Название сделки: Кроссовки для сборной, 20 пар
Сумма оплаты: 60 000,00 ₽
Процент оплаты: 70 % (было 30 %)
Номер заказа: ЗП-2026-0112
Номер счёта: С-2026-0041
Стадия сделки: В работе
Оплачено всего: 105 000,00 из 150 000,00 ₽, осталось 45 000,00 ₽`;
  expect(alertsTo(told, "petrenko")).toEqual([alert]);
  expect(alertsTo(told, "gromov")).toEqual([alert]);
  for (const other of ["zhukova", "sokolova", "orlova", "nazarov"]) expect(alertsTo(told, other)).toEqual([]);
  await told.payments();
  await told.restart({ down: 3_600_000 });
  expect(alertsTo(told, "petrenko")).toHaveLength(1);
});

test("each reads it in his own language, in the currency of the deal", async () => {
  await begun();
  foreignProgram(
    told,
    `INSERT INTO deals (name, order_number, invoice_number, stage, manager, total, currency)
     VALUES ('Кросівки для збірної', 'ЗК-7', 'РФ-3', 'В роботі', 'tkachenko', 15000000, 'UAH'); ${pays(4, 4_500_000)}`,
  );
  await told.payments();
  foreignProgram(told, pays(4, 6_000_000));
  await told.payments();
  const alert = `Оплата 60 000,00 ₴: 70 % (було 30 %)

Назва угоди: Кросівки для збірної
Сума оплати: 60 000,00 ₴
Відсоток оплати: 70 % (було 30 %)
Номер замовлення: ЗК-7
Номер рахунку: РФ-3
Стадія угоди: В роботі
Сплачено всього: 105 000,00 із 150 000,00 ₴, залишилося 45 000,00 ₴`;
  expect(alertsTo(told, "tkachenko")).toEqual([alert]);
  expect(alertsTo(told, "shevchenko")).toEqual([alert]);
});
