/** Who finds a deal and who may change its books: rights are looked up at the tap, whatever a button says (W1, W2, F120). */
import { afterEach, expect, test } from "vitest";
import type { Actor } from "../../actor.ts";
import type { Story } from "../../harness.ts";
import { actsIn, atTheBooks, paymentsIn, saidTo } from "./booking-words.ts";
import { companyWithout, foreignProgram, pays } from "./books.ts";

let told: Story;
afterEach(() => told.close());

async function begun(...others: readonly string[]): Promise<Actor> {
  told = await atTheBooks(...others);
  return told.person("orlova");
}
const said = (who = "orlova"): string => saidTo(told, who);

test.each(["С-2026-0041", "с 2026 0041", "C20260041", "№ С-2026-0041", "зп-2026-0112", "/open ЗП 2026/0112"])(
  "«%s» finds the deal",
  async (typed) => {
    const orlova = await begun();
    await orlova.text(typed);
    expect(said()).toContain(
      "ЗП-2026-0112 · Кроссовки для сборной, 20 пар\nПокупатель: ООО «Спортшкола Олимпик»",
    );
  },
);

test("words find it as well; where several fit it is asked which, where none does it is said, and the question stays", async () => {
  const orlova = await begun();
  await orlova.choose("Сделки");
  await orlova.tap(/Найти/);
  await orlova.text("шахматы");
  expect(said()).toMatch(/^Такой сделки не нашлось/);
  await orlova.text("кроссовки");
  expect(said()).toBe("Какая из них?");
  expect(orlova.buttons(orlova.last())).toEqual([
    "ЗП-2026-0118 · Кроссовки, розница",
    "ЗП-2026-0112 · Кроссовки для сборной, 20 пар",
  ]);
  await orlova.tap(/сборной/);
  expect(said()).toContain(
    "Процент оплаты: 30 %. Оплачено всего: 45 000,00 из 150 000,00 ₽, осталось 105 000,00 ₽",
  );
  await orlova.choose("Сделки");
  await orlova.tap(/Найти/);
  await orlova.text("олимпик сборной");
  expect(said()).toContain("ЗП-2026-0112");
});

test("a manager is offered none of it, and his forged presses are refused", async () => {
  await begun();
  const petrenko = told.person("petrenko");
  await petrenko.text("ЗП-2026-0112");
  expect(petrenko.buttons(petrenko.last())).not.toContain("Внести оплату");
  await petrenko.tap("Оплаты");
  await petrenko.tap("1");
  expect(petrenko.buttons(petrenko.last())).toEqual(["◂ К сделке"]);
  const before = paymentsIn(told);
  for (const data of ["pb:1", "py:1:6000000:2026-03-12", "pt:1", "pr:1", "pv:1", "pd:1:2"])
    expect((await petrenko.press(petrenko.last().id, data)).toast, data).toBe(
      "Оплаты вносит и снимает бухгалтер.",
    );
  expect(paymentsIn(told)).toEqual(before);
  expect(actsIn(told)).toEqual([]);
});

test("an accountant's forged press books no sum beyond all sums and no day to come", async () => {
  const orlova = await begun();
  await orlova.text("ЗП-2026-0112");
  for (const data of [
    "py:1:100000000000001:2026-03-12",
    "py:1:100:2026-03-13",
    "py:1:0:2026-03-12",
    "py:1:100:2026-02-30",
  ])
    expect((await orlova.press(orlova.last().id, data)).toast, data).toMatch(/устарела|незнаком/i);
  expect((await orlova.press(orlova.last().id, "py:77:100:2026-03-12")).toast).toBe("Такой сделки нет.");
  expect(paymentsIn(told)).toHaveLength(1);
});

test("who has nothing to do with a deal sees nothing of it: neither by number, nor by words, nor by a forged press", async () => {
  await begun("lebedeva");
  for (const who of ["zhukova", "lebedeva"]) {
    const stranger = told.person(who);
    await stranger.text("ЗП-2026-0112");
    expect(told.messagesTo(who).join("\n")).not.toMatch(/Кроссовки для сборной|Олимпик|150 000/);
    for (const data of ["dl:1", "dp:1", "dh:1", "pm:1"])
      expect((await stranger.press(stranger.last().id, data)).toast, data).toBe(
        data.startsWith("pm") ? "Такой оплаты нет." : "Такой сделки нет.",
      );
  }
  const zhukova = told.person("zhukova");
  await zhukova.choose("Сделки");
  await zhukova.tap(/Найти/);
  await zhukova.text("кроссовки");
  expect(said("zhukova")).toMatch(/^Такой сделки не нашлось/);
  expect(told.messagesTo("zhukova").join("\n")).not.toContain("сборной");
});

test("a manager finds his own deals behind any number of others' that fit as well", async () => {
  await begun();
  const others = Array.from({ length: 40 }, (_, n) => `('Кроссовки, партия ${n}', '7', 'zhukova', 100)`);
  foreignProgram(
    told,
    `INSERT INTO deals (name, order_number, manager, total) VALUES ('Кроссовки для зала', '7', 'petrenko', 100), ${others.join(", ")};`,
  );
  await told.payments();
  const petrenko = told.person("petrenko");
  await petrenko.text("/start"); // the keyboard has «Сделки» now
  await petrenko.choose("Сделки");
  await petrenko.tap(/Найти/);
  await petrenko.text("кроссовки для зала");
  expect(said("petrenko")).toContain("7 · Кроссовки для зала");
  await petrenko.choose("Сделки");
  await petrenko.tap(/Найти/);
  await petrenko.text("7");
  expect(said("petrenko")).toContain("7 · Кроссовки для зала");
});

test("the deals of a manager who has left: his heads find them by list, by number and in the report alike", async () => {
  await begun("sokolova");
  await companyWithout(told, "petrenko");
  for (const who of ["gromov", "sokolova"]) {
    const head = told.person(who);
    await head.text("ЗП-2026-0112");
    expect(said(who), who).toContain("Кроссовки для сборной, 20 пар");
    await head.text("/start");
    await head.choose("Сделки");
    expect(said(who), who).toContain("ЗП-2026-0112 · Кроссовки для сборной, 20 пар");
    await head.text("/report");
    expect(head.buttons(head.last())[0], who).toMatch(/^Этот месяц/);
  }
});

test("every payment of a deal can be opened, also the oldest of many", async () => {
  const orlova = await begun();
  foreignProgram(told, Array.from({ length: 44 }, (_, n) => pays(1, 100 * (n + 1))).join(""));
  await orlova.text("ЗП-2026-0112");
  await orlova.tap("Оплаты");
  await orlova.tap(/Далее/);
  await orlova.tap(/Далее/);
  expect(orlova.buttons(orlova.last())).toEqual(["1", "2", "3", "4", "5", "◂ К сделке"]);
  await orlova.tap("5");
  expect(said()).toContain("45 000,00 ₽");
  await orlova.tap("Снять");
  expect(actsIn(told)).toEqual(["1 taken-back orlova"]);
});

test("what was expected before today is overdue on the deal's screen, what is to come is expected", async () => {
  const orlova = await begun();
  foreignProgram(
    told,
    `INSERT INTO expected_payments (deal, due_on, amount) VALUES
      (1, '2026-03-12', 5000000), (1, '2026-03-13', 5000000), (1, '2026-04-01', 5000000);`,
  );
  const shown = async (typed: string): Promise<string[]> => {
    await orlova.text(typed);
    return said()
      .split("\n")
      .filter((text) => /(Просроч|Ожида|Простроч|Очіку|Overdue|Expected)/.test(text));
  };
  const today = new Date(told.clock.now()).toISOString().slice(0, 10);
  expect(today).toBe("2026-03-12");
  await told.later(24 * 3_600_000);
  expect(await shown("ЗП-2026-0112")).toEqual([
    "Просрочено: 5 000,00 ₽, ждали до 12.03.2026",
    "Ожидается: 50 000,00 ₽ до 13.03.2026",
    "Ожидается: 50 000,00 ₽ до 01.04.2026",
  ]);
});
