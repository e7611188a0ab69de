/** A sheet of deals or payments dropped into the chat: a dry run, errors by row, all of it or nothing (domain 9.4). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { alertsTo, demoDeals, foreignProgram, pays } from "./books.ts";

let told: Story;
afterEach(() => told.close());

async function begun(deals = ""): Promise<void> {
  told = await story({ now: Date.UTC(2026, 2, 16, 7, 0) });
  await told.everybody();
  if (deals !== "") foreignProgram(told, deals);
  await told.payments();
}
const orlova = () => told.person("orlova");
const said = (): string => told.messagesTo("orlova").at(-1) ?? "";
const count = (table: string): unknown =>
  told.store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

async function send(rows: readonly string[], name = "deals.csv"): Promise<void> {
  const path = join(told.dataDir, name);
  writeFileSync(path, `\ufeff${rows.join("\r\n")}`);
  await orlova().file(path);
}

const heading =
  "Название сделки;Номер заказа;Номер счёта;Стадия;Покупатель;ИНН;Менеджер;Сумма;Оплачено;Срок оплаты";
const rows = [
  heading,
  "Кроссовки для сборной, 20 пар;ЗП-2026-0112;С-2026-0041;В работе;ООО «Спортшкола Олимпик»;9603000215;Петренко М. Р.;150 000,00;45 000,00;25.03.2026",
  "Коврики и скакалки;ЗП-2026-0115;С-2026-0043;Ожидает оплаты;ООО «Фитнес-Клуб Пульс»;9603000222;zhukova;18 300,00;;",
];

test("deals with what is paid: shown first, loaded quietly; the next payment is told against that beginning", async () => {
  await begun();
  await send(rows);
  expect(said()).toContain("Новых сделок 2, изменится 0, без изменений 0\nОплат 1 на 45 000 ₽");
  expect(said()).toContain("• ЗП-2026-0112 · Кроссовки для сборной, 20 пар · 150 000,00 ₽");
  expect(said()).toContain("Уведомить менеджеров об этих оплатах?");
  expect(count("deals")).toBe(0);
  await orlova().tap("Нет, только загрузить");
  expect(said()).toContain("Загружено. Новых сделок 2");
  await told.payments();
  expect(alertsTo(told, "petrenko")).toEqual([]);
  await send(["Номер заказа;Сумма;Дата;Номер", "ЗП-2026-0112;60 000,00;12.03.2026;121"], "payments.csv");
  expect(said()).toContain("Оплат 1 на 60 000 ₽");
  await orlova().tap("Да");
  await told.payments();
  expect(alertsTo(told, "petrenko")).toEqual([
    `Оплата 60 000,00 ₽: 70 % (было 30 %)

Название сделки: Кроссовки для сборной, 20 пар
Сумма оплаты: 60 000,00 ₽
Процент оплаты: 70 % (было 30 %)
Номер заказа: ЗП-2026-0112
Номер счёта: С-2026-0041
Стадия сделки: В работе
Оплачено всего: 105 000,00 из 150 000,00 ₽, осталось 45 000,00 ₽`,
  ]);
});

test("«Да»: managers hear of the payments that came with new deals", async () => {
  await begun();
  await send(rows);
  await orlova().tap("Да");
  await told.payments();
  expect(alertsTo(told, "petrenko").map((alert) => alert.split("\n")[0])).toEqual([
    "Оплата 45 000,00 ₽: 30 % (было 0 %)",
  ]);
});

test("the same sheet again changes nothing; a changed sum is shown before it is taken", async () => {
  await begun();
  await send(rows);
  await orlova().tap("Нет, только загрузить");
  await send(rows, "again.csv");
  expect(said()).toBe("В таблице нет ничего нового: всё это уже загружено.");
  await send([heading, rows[1]?.replace("150 000,00", "160 000,00") ?? ""], "changed.csv");
  expect(said()).toContain("Новых сделок 0, изменится 1, без изменений 0");
  expect(said()).toContain("• Кроссовки для сборной, 20 пар: сумма 150 000,00 ₽ → 160 000,00 ₽");
  await orlova().tap("Загрузить");
  expect(
    told.store.sqlite.prepare("SELECT total FROM deals WHERE order_number = 'ЗП-2026-0112'").pluck().get(),
  ).toBe(16_000_000);
});

test("errors are said by row and nothing of the file is taken", async () => {
  await begun(demoDeals);
  await send(
    [
      "Номер заказа;Сумма;Дата",
      "ЗП-2026-0112;60 000,00;12.03.2026",
      "ЗП-9999;1 000;12.03.2026",
      "ЗП-2026-0115;много;32.03.2026",
    ],
    "payments.csv",
  );
  expect(said()).toMatch(/^Ничего не загружено/);
  expect(said()).toMatch(/строка 3/);
  expect(said()).toMatch(/строка 4/);
  expect(count("payments")).toBe(0);
});

test("the store went on between the preview and the press: the file is looked at anew", async () => {
  await begun(demoDeals);
  await send([heading, rows[1]?.replace("150 000,00", "160 000,00").replace("45 000,00", "") ?? ""]);
  foreignProgram(told, "UPDATE deals SET total = 17000000 WHERE id = 1");
  await orlova().tap("Загрузить");
  expect(told.messagesTo("orlova").slice(-2)[0] ?? "").toContain("данные изменились");
  expect(said()).toContain("сумма 170 000,00 ₽ → 160 000,00 ₽");
});

test("formulas in names are texts wherever they are shown", async () => {
  await begun();
  await send([heading, '=HYPERLINK("http://x");ЗП-1;;;;;petrenko;100,00;;']);
  await orlova().tap("Загрузить");
  expect(told.store.sqlite.prepare("SELECT name FROM deals").pluck().get()).toContain("HYPERLINK");
});

test("«Нет, только загрузить» is quiet about its own payments only: what another program brought is told", async () => {
  await begun(demoDeals);
  foreignProgram(told, pays(1, 4_500_000) + pays(2, 1_000_000));
  await send([
    heading,
    "Кроссовки для сборной, 20 пар;ЗП-2026-0112;С-2026-0041;Отгружен;;;;150 000,00;;",
    "Коврики и скакалки;ЗП-2026-0115;С-2026-0043;;;;;18 300,00;18 300,00;",
  ]);
  await orlova().tap("Нет, только загрузить");
  await told.payments();
  const heads = (who: string) => alertsTo(told, who).map((alert) => alert.split("\n")[0]);
  expect(heads("petrenko")).toEqual(["Оплата 45 000,00 ₽: 30 % (было 0 %)"]);
  expect(heads("zhukova")).toEqual(["Оплата 10 000,00 ₽: 54 % (было 0 %)"]);
  foreignProgram(told, pays(2, 100_000));
  await told.payments();
  expect(heads("zhukova")[1]).toBe("Переплата 1 000,00 ₽: 105 % (было 100 %)");
});

test("the question stands over its buttons whatever the names are; managers are told by name", async () => {
  await begun(demoDeals);
  const long = "Очень длинное название ".repeat(12).trim();
  foreignProgram(
    told,
    Array.from(
      { length: 5 },
      (_, n) =>
        `INSERT INTO deals (name, order_number, total, manager) VALUES ('Сделка', 'Д-${n}', 1000, 'petrenko');`,
    ).join(""),
  );
  await send([
    heading,
    ...Array.from(
      { length: 5 },
      (_, n) =>
        `${long};Д-${n};${long.slice(0, 60)};${long.slice(0, 99)};${long};9603000215;zhukova;20,00;5,00;`,
    ),
  ]);
  expect(said()).toContain("Уведомить менеджеров об этих оплатах?");
  const text = said();
  expect(text).toContain("название Сделка → ");
  expect(text).not.toContain("petrenko");
});
