/** An accountant books by hand, takes back and moves; each act is logged, and those whom it concerns hear (S1.24, R9). */
import { afterEach, expect, test } from "vitest";
import type { Actor } from "../../actor.ts";
import type { Story } from "../../harness.ts";
import { actsIn, atTheBooks, books, opens, paymentsIn, saidTo } from "./booking-words.ts";
import { alertsTo, foreignProgram, headsTo } from "./books.ts";

let told: Story;
afterEach(() => told.close());

async function begun(...others: readonly string[]): Promise<Actor> {
  told = await atTheBooks(...others);
  return told.person("orlova");
}
const said = (who = "orlova"): string => saidTo(told, who);

test("a payment booked by hand is shown before it counts, told to the manager and his head, and logged", async () => {
  const orlova = await begun();
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Внести оплату");
  expect(said()).toMatch(/^Сколько пришло\? Сделка: ЗП-2026-0112 · Кроссовки для сборной, 20 пар\./);
  await told.restart(); // the question is kept
  await orlova.text("60 000 11.03");
  expect(said()).toBe(
    "Внести оплату 60 000,00 ₽ от 11.03.2026? Сделка: ЗП-2026-0112 · Кроссовки для сборной, 20 пар",
  );
  expect(paymentsIn(told)).toHaveLength(1);
  const pressed = await orlova.tap(/^Внести 60/);
  expect(pressed.toast).toMatch(/^Внесено 60\s000,00\s₽\./);
  expect(said()).toMatch(/^Внесено 60 000,00 ₽\. .*Менеджер узнает сам\.$/);
  expect(paymentsIn(told).at(-1)).toEqual([1, 6_000_000, "2026-03-11", "hand", "orlova", null]);
  await told.payments();
  for (const who of ["petrenko", "gromov"])
    expect(headsTo(told, who)).toEqual(["Оплата 60 000,00 ₽: 70 % (было 30 %)"]);
  await opens(orlova);
  expect(said()).toContain("Откуда: внесено вручную\n12.03.2026 10:00: внесено: Орлова Н. П.");
  expect(actsIn(told)).toEqual(["2 booked orlova"]);
});

test("money given back to the customer is booked with a minus", async () => {
  const orlova = await begun();
  await books(orlova, "−20 000", /^Внести возврат 20/);
  expect(paymentsIn(told).at(-1)).toEqual([1, -2_000_000, "2026-03-12", "hand", "orlova", null]);
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual(["Возврат 20 000,00 ₽: 16 % (было 30 %)"]);
});

test("a wrong sum or day is refused in words, the question stays, and the right one is taken", async () => {
  const orlova = await begun();
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Внести оплату");
  const wrong: readonly (readonly [string, RegExp])[] = [
    ["много", /^Это не похоже на сумму/],
    ["60 00", /^Это не похоже на сумму/],
    ["0", /^Сумма не может быть нулём/],
    ["60 000,555", /^Копеек две цифры/],
    ["99999999999999", /^Сумма слишком большая/],
    ["60 000 31.02.2026", /^Такой даты нет/],
    ["60 000 13.03.2026", /^Этот день ещё не настал/],
  ];
  for (const [typed, words] of wrong) {
    await orlova.text(typed);
    expect(said(), typed).toMatch(words);
  }
  await orlova.sticker("🙂");
  expect(paymentsIn(told)).toHaveLength(1);
  await orlova.text("60 000,50");
  expect(said()).toMatch(/^Внести оплату 60 000,50 ₽ от 12\.03\.2026\?/);
  await orlova.tap("◂ К сделке"); // thought better of it
  expect(paymentsIn(told)).toHaveLength(1);
  expect(actsIn(told)).toEqual([]);
});

test("pressed twice, even at the same time, it is booked once; typed once more, it is another payment", async () => {
  const orlova = await begun();
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Внести оплату");
  await orlova.text("60 000");
  const { id, buttons } = orlova.last();
  const data = buttons.flat()[0]?.data ?? "";
  orlova.raw.press(id, data);
  orlova.raw.press(id, data);
  await told.settle();
  expect((await orlova.press(id, data)).toast).toBe("Это уже сделано.");
  expect(paymentsIn(told)).toHaveLength(2);
  await books(orlova, "60 000");
  expect(paymentsIn(told)).toHaveLength(3);
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual(["Переплата 15 000,00 ₽: 110 % (было 30 %)"]);
  expect(actsIn(told)).toEqual(["2 booked orlova", "3 booked orlova"]);
});

test("a booking is taken back and counted again: the manager reads a correction, then the payment; all of it is logged", async () => {
  const orlova = await begun();
  await books(orlova, "60 000");
  await told.payments();
  await opens(orlova);
  const stale = orlova.last();
  expect((await orlova.tap("Снять")).toast).toBe("Снято. Менеджер узнает об исправлении.");
  expect(said()).toContain("60 000,00 ₽ (снято)");
  const back = stale.buttons.flat().find(({ text }) => text === "Снять")?.data ?? "";
  expect((await orlova.press(stale.id, back)).toast).toBe("Это уже сделано.");
  await told.payments();
  await orlova.tap("Вернуть");
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual([
    "Оплата 60 000,00 ₽: 70 % (было 30 %)",
    "Исправление −60 000,00 ₽: 30 % (было 70 %)",
    "Оплата 60 000,00 ₽: 70 % (было 30 %)",
  ]);
  expect(actsIn(told)).toEqual(["2 booked orlova", "2 taken-back orlova", "2 restored orlova"]);
});

test("taken back before anybody was told: nobody hears of it", async () => {
  const orlova = await begun();
  await books(orlova, "60 000");
  await opens(orlova);
  await orlova.tap("Снять");
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual([]);
});

test("a payment of another program is taken back by an accountant as well", async () => {
  const orlova = await begun();
  await opens(orlova);
  expect(said()).toContain("Откуда: другая программа");
  await orlova.tap("Снять");
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual(["Исправление −45 000,00 ₽: 0 % (было 30 %)"]);
  expect(actsIn(told)).toEqual(["1 taken-back orlova"]);
});

test("a payment is moved to another deal: both managers read what it means for them; another currency is refused", async () => {
  const orlova = await begun();
  foreignProgram(
    told,
    "INSERT INTO deals (name, order_number, manager, total, currency) VALUES ('Кросівки', 'ЗК-7', 'tkachenko', 100000, 'UAH')",
  );
  await told.payments();
  await books(orlova, "18 300");
  await told.payments();
  await opens(orlova);
  await orlova.tap("Перенести");
  expect(said()).toMatch(/^Куда перенести 18 300,00 ₽\? Сейчас: ЗП-2026-0112/);
  await orlova.text("ЗК-7");
  expect((await orlova.tap(/Кросівки/)).toast).toBe("У той сделки другая валюта: перенести нельзя.");
  await opens(orlova);
  await orlova.tap("Перенести");
  await orlova.text("фитнес-клуб");
  const where = orlova.last();
  await orlova.tap(/Коврики/);
  expect(said()).toBe(
    "Перенесено 18 300,00 ₽.\nОткуда: ЗП-2026-0112 · Кроссовки для сборной, 20 пар\nКуда: ЗП-2026-0115 · Коврики и скакалки",
  );
  const again = where.buttons.flat()[0]?.data ?? "";
  expect((await orlova.press(where.id, again)).toast).toBe("Это уже сделано.");
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual([
    "Оплата 18 300,00 ₽: 42 % (было 30 %)",
    "Исправление −18 300,00 ₽: 30 % (было 42 %)",
  ]);
  expect(headsTo(told, "zhukova")).toEqual(["Оплата 18 300,00 ₽: 100 % (было 0 %)"]);
  expect(alertsTo(told, "gromov")).toHaveLength(3);
  expect(actsIn(told)).toEqual(["2 booked orlova", "2 moved orlova"]);
});

test("a Ukrainian accountant books, takes back and moves in Ukrainian", async () => {
  await begun("shevchenko");
  const shevchenko = told.person("shevchenko");
  await shevchenko.text("ЗП-2026-0112");
  await shevchenko.tap("Внести оплату");
  expect(said("shevchenko")).toMatch(/^Скільки надійшло\? Угода: ЗП-2026-0112/);
  await shevchenko.text("багато");
  expect(said("shevchenko")).toMatch(/^Це не схоже на суму/);
  await shevchenko.text("60 000 11.03");
  expect(said("shevchenko")).toMatch(/^Внести оплату 60 000,00 ₽ від 11\.03\.2026\? Угода: ЗП-2026-0112/);
  await shevchenko.tap(/^Внести 60/);
  expect(said("shevchenko")).toMatch(/Менеджер дізнається сам\.$/);
  await opens(shevchenko, "Оплати");
  expect(said("shevchenko")).toContain("Звідки: внесено вручну\n12.03.2026 10:00: внесено: Шевченко О. І.");
  expect((await shevchenko.tap("Зняти")).toast).toBe("Знято. Менеджер дізнається про виправлення.");
  await shevchenko.tap("Повернути");
  await shevchenko.tap("Перенести");
  expect(said("shevchenko")).toMatch(/^Куди перенести 60 000,00 ₽\?/);
});

test("an accountant who reads English books in English", async () => {
  const orlova = await begun();
  await orlova.text("/language");
  await orlova.tap("English");
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Book a payment");
  expect(said()).toMatch(/^How much came\? Deal: ЗП-2026-0112/);
  await orlova.text("a lot");
  expect(said()).toMatch(/^This does not look like a sum/);
  await orlova.text("60 000 11.03");
  expect(said()).toMatch(/^Book 60,000\.00 ₽ of 2026-03-11\? Deal: ЗП-2026-0112/);
  await orlova.tap(/^Book 60/);
  expect(said()).toMatch(/The manager will hear without being told\.$/);
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Payments");
  await orlova.tap("1");
  expect(said()).toContain("From: booked by hand");
  expect((await orlova.tap("Take back")).toast).toBe("Taken back. The manager will hear of the correction.");
});
