/** Managers hear by themselves when the paid percentage of a deal changes (S1.23–S1.29, O8). */
import { afterEach, expect, test } from "vitest";
import { story, type Story, type StoryOf } from "../../harness.ts";
import { alertsTo, companyWithout, demoDeals, foreignProgram, pays } from "./books.ts";

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

/** One deal's alerts to its manager, by their first lines. */
const heads = (who = "petrenko"): string[] => alertsTo(told, who).map((text) => text.split("\n")[0] ?? "");

test("several payments between two polls are one alert that says so", async () => {
  await begun();
  foreignProgram(told, pays(1, 1_000_000) + pays(1, 2_000_000) + pays(1, 3_000_000));
  await told.payments();
  expect(heads()).toEqual(["3 платежа на 60 000,00 ₽: 70 % (было 30 %)"]);
});

test("a refund, a correction downwards and an overpayment are said as such", async () => {
  await begun();
  foreignProgram(told, pays(1, 6_000_000));
  await told.payments();
  foreignProgram(told, pays(1, -2_000_000));
  await told.payments();
  foreignProgram(told, "UPDATE payments SET amount = 4000000 WHERE amount = 6000000");
  await told.payments();
  foreignProgram(told, "DELETE FROM payments WHERE amount = 4000000");
  await told.payments();
  foreignProgram(told, pays(1, 13_000_000));
  await told.payments();
  expect(heads()).toEqual([
    "Оплата 60 000,00 ₽: 70 % (было 30 %)",
    "Возврат 20 000,00 ₽: 56 % (было 70 %)",
    "Исправление −20 000,00 ₽: 43 % (было 56 %)",
    "Исправление −40 000,00 ₽: 16 % (было 43 %)",
    "Переплата 5 000,00 ₽: 103 % (было 16 %)",
  ]);
  expect(alertsTo(told, "petrenko").at(-1)).toContain(
    "Оплачено всего: 155 000,00 из 150 000,00 ₽, переплата 5 000,00 ₽",
  );
});

test("a changed total with no payment is no alert; the next payment is told against what managers know (S1.27)", async () => {
  await begun();
  foreignProgram(told, "UPDATE deals SET total = 30000000 WHERE id = 1");
  await told.payments();
  expect(heads()).toEqual([]);
  foreignProgram(told, pays(1, 4_500_000));
  await told.payments();
  expect(heads()).toEqual([]); // 90 000 of 300 000 is the 30 % that they know
  foreignProgram(told, pays(1, 3_000_000));
  await told.payments();
  expect(heads()).toEqual(["2 платежа на 75 000,00 ₽: 40 % (было 30 %)"]);
});

test("whole percents that are equal are told with a decimal", async () => {
  await begun();
  foreignProgram(told, pays(1, 30_000));
  await told.payments();
  expect(heads()).toEqual(["Оплата 300,00 ₽: 30,2 % (было 30,0 %)"]);
});

test("a deal of nothing has no percentage and no alert", async () => {
  await begun();
  foreignProgram(told, `UPDATE deals SET total = 0 WHERE id = 2; ${pays(2, 100_000)}`);
  await told.payments();
  expect(heads("zhukova")).toEqual([]);
});

test("what was booked and taken away between two polls is told to nobody", async () => {
  await begun();
  foreignProgram(told, pays(1, 6_000_000) + "DELETE FROM payments WHERE amount = 6000000;");
  await told.payments();
  expect(heads()).toEqual([]);
});

test("a payment moved to another deal corrects the one and is told on the other", async () => {
  await begun();
  foreignProgram(told, pays(1, 1_830_000));
  await told.payments();
  foreignProgram(told, "UPDATE payments SET deal = 2 WHERE amount = 1830000");
  await told.payments();
  expect(heads()).toEqual([
    "Оплата 18 300,00 ₽: 42 % (было 30 %)",
    "Исправление −18 300,00 ₽: 30 % (было 42 %)",
  ]);
  expect(heads("zhukova")).toEqual(["Оплата 18 300,00 ₽: 100 % (было 0 %)"]);
});

test("a deal that was deleted is told about no more, and its old buttons say so", async () => {
  await begun();
  foreignProgram(told, pays(1, 6_000_000));
  await told.payments();
  foreignProgram(told, "DELETE FROM payments WHERE deal = 1; DELETE FROM deals WHERE id = 1;");
  await told.payments();
  expect(heads()).toHaveLength(1);
  const pressed = await told.person("petrenko").tap("Открыть сделку");
  expect(pressed.toast).toBe("Такой сделки нет.");
});

test("a manager who has left: his head and the administrators hear, and read who it was", async () => {
  await begun();
  await companyWithout(told, "petrenko");
  foreignProgram(told, pays(1, 6_000_000));
  await told.payments();
  expect(heads()).toEqual([]);
  for (const who of ["gromov", "nazarov"]) {
    expect(heads(who)).toEqual(["Оплата 60 000,00 ₽: 70 % (было 30 %)"]);
    expect(alertsTo(told, who)[0]).toContain("Менеджер больше не работает: Петренко М. Р.");
  }
});

test("more than five alerts for one person become one list", async () => {
  await begun();
  const deals = Array.from({ length: 7 }, (_, n) => `('Сделка ${n}', 'ЗП-${n}', 'petrenko', 1000000)`).join(
    ", ",
  );
  foreignProgram(told, `INSERT INTO deals (name, order_number, manager, total) VALUES ${deals};`);
  await told.payments();
  foreignProgram(told, Array.from({ length: 7 }, (_, n) => pays(4 + n, 100_000 * (n + 1))).join(""));
  await told.restart({ down: 3 * 86_400_000 });
  const [list, ...others] = alertsTo(told, "petrenko");
  expect(others).toEqual([]);
  expect(list?.split("\n")[0]).toBe("Изменилась оплата: 7 сделок");
  for (let n = 0; n < 7; n += 1)
    expect(list).toContain(
      `ЗП-${n} · Сделка ${n}\n   Оплата ${n + 1} 000,00 ₽: ${(n + 1) * 10} % (было 0 %)`,
    );
});

test("each person chooses his pace and his percents", async () => {
  await begun();
  foreignProgram(told, pays(1, 1_500_000));
  await told.payments();
  const gromov = told.person("gromov");
  await gromov.tap("Мои уведомления");
  await gromov.tap("Раз в час");
  await gromov.tap(/^70/);
  await gromov.tap(/^100/);
  expect(told.messagesTo("gromov").at(-1)).toContain("когда пройдено 70 %, 100 %");
  const before = heads("gromov").length;
  foreignProgram(told, pays(1, 3_000_000)); // 60 %: none of his
  await told.payments();
  foreignProgram(told, pays(1, 1_500_000) + pays(2, 1_830_000)); // 70 % and 100 %
  await told.payments();
  expect(heads("gromov")).toHaveLength(before);
  expect(heads()).toHaveLength(3);
  await told.later(3_600_000);
  expect(heads("gromov").slice(before)).toEqual(["Изменилась оплата: 2 сделки"]);
  expect(alertsTo(told, "gromov").at(-1)).toContain("70 % (было 60 %)");
});

test("the daily digest comes when the person's working day begins", async () => {
  await begun();
  foreignProgram(told, pays(1, 1_500_000));
  await told.payments();
  const petrenko = told.person("petrenko");
  await petrenko.tap("Мои уведомления");
  await petrenko.tap("Раз в день");
  foreignProgram(told, pays(1, 4_500_000));
  await told.payments();
  expect(heads()).toHaveLength(1);
  await told.nextWorkingMorning();
  expect(heads().slice(1)).toEqual(["Оплата 45 000,00 ₽: 70 % (было 40 %)"]);
});

test("a clock that is set back holds nothing up and doubles nothing", async () => {
  await begun();
  foreignProgram(told, pays(1, 6_000_000));
  told.setBack(7_200_000);
  await told.payments();
  expect(heads()).toEqual(["Оплата 60 000,00 ₽: 70 % (было 30 %)"]);
  foreignProgram(told, pays(1, 1_500_000));
  await told.payments();
  expect(heads()).toHaveLength(2);
});
