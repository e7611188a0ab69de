/** Payments of an invoice and its closing documents: parts, other days, taken back; who may send what (S1.15–S1.20). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { hour, samples } from "../filing-words.ts";
import { units, type Minor, type RequestId } from "../../../flows/ids.ts";
import { give, payment } from "./invoice.ts";
import { cardButtons, cardText, fileInvoice, stored } from "./filed.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

async function inWork(): Promise<RequestId> {
  const number = await fileInvoice(told);
  await told.person("sokolova").tap(/^Согласовать счёт/);
  await told.person("demina").tap("Взять и известить поставщика");
  return number;
}
async function pay(): Promise<void> {
  await told.person("demina").tap(/^Оплачено ·/);
  await told.person("demina").tap(/^Оплачено сегодня/);
}

test("a part, then another day with its order, one taken back, the rest: each stands on the card", async () => {
  const number = await inWork();
  const demina = told.person("demina");
  await demina.tap(/^Оплачено · 244/);
  await demina.tap("Часть");
  expect(demina.last().forceReply).toBe(true);
  await demina.text("300 000");
  expect(told.messagesTo("demina").join("\n")).toContain("Это больше, чем осталось оплатить: 244 000 ₽");
  await demina.tap("Часть");
  await demina.text("сто тысяч");
  expect(plain(demina.said())).toContain("Это не похоже на сумму");
  await demina.text("100 000");
  await demina.tap(/^Оплачено сегодня · 100/);
  expect(stored(told, number)).toMatchObject({ stage: "in-work", paid: [{ sum: 10_000_000 }] });
  expect(cardText(told, "demina", number)).toContain("💳 Оплачено 100 000 ₽, осталось 144 000 ₽");
  expect(cardButtons(told, "demina", number)).toContain("Оплачено · 144 000 ₽");
  expect(cardButtons(told, "demina", number).join()).not.toContain("На доработку");

  await demina.tap(/^Оплачено · 144/);
  await demina.tap("Другая дата");
  await demina.text("05.03.2026");
  expect(demina.said()).toContain("ещё не наступил");
  await demina.text("27.02.2026 п/п 77");
  expect(plain(demina.said())).toContain("Платёжное поручение № 77");
  await demina.tap("Часть");
  await demina.text("44 000");
  await demina.tap(/^Оплачено 27\.02\.2026 · 44/);
  expect(cardText(told, "petrenko", number)).toContain("44 000 ₽, 27.02.2026, п/п № 77 · Дёмина Ю. О.");

  await demina.tap(/^Отменить оплату 100/);
  expect(stored(told, number).paid).toMatchObject([{ back: { by: "demina" } }, { sum: 4_400_000 }]);
  expect(cardText(told, "demina", number)).toContain("💳 Оплачено 44 000 ₽, осталось 200 000 ₽");
  await demina.tap(/^Оплачено · 200/);
  await demina.tap(/^Оплачено сегодня · 200/);
  expect(stored(told, number).stage).toBe("closing-documents");
  await demina.tap("История");
  const history = told.messagesTo("demina").at(-1) ?? "";
  expect(history).toContain("Записана оплата (44 000 ₽, 27.02.2026, п/п № 77): Дёмина Ю. О.");
  expect(history).toContain("Оплата отменена (100 000 ₽, 02.03.2026): Дёмина Ю. О.");
});

test("a second press of the same screen books nothing more; after it was taken over, the old screen books nothing", async () => {
  const number = await inWork();
  const [demina, orlova] = [told.person("demina"), told.person("orlova")];
  await demina.tap(/^Оплачено · 244/);
  const screen = demina.last();
  const sure = screen.buttons.flat()[0]?.data ?? "";
  const foreign = await orlova.press(screen.id, sure);
  expect(foreign.alert).toBe(true);
  await orlova.text(`/open ${number}`);
  await orlova.tap("Взять себе");
  const late = await demina.press(screen.id, sure);
  expect(late.alert).toBe(true);
  expect(stored(told, number).paid ?? []).toEqual([]);
  await orlova.tap(/^Оплачено · 244/);
  const own = orlova.last();
  const data = own.buttons.flat()[0]?.data ?? "";
  orlova.raw.press(own.id, data);
  await orlova.press(own.id, data);
  expect(stored(told, number).paid).toHaveLength(1);
});

test("what the button says is what is booked: out of date, it books nothing and is shown anew", async () => {
  const number = await inWork();
  const demina = told.person("demina");
  await demina.tap(/^Оплачено · 244/);
  await demina.text("451");
  await told.later(24 * hour);
  expect(await demina.tap(/^Оплачено сегодня · 244/)).toMatchObject({
    alert: true,
    toast: expect.stringContaining("изменилось"),
  });
  expect(stored(told, number).paid ?? []).toEqual([]);
  expect(plain(demina.said())).toContain("Платёжное поручение № 451");

  const some = { sum: units<Minor>(4_400_000), date: "2026-03-03" };
  give(told, number, { kind: "pay", by: "demina", visa: payment, payment: some });
  await told.settle();
  expect((await demina.tap(/^Оплачено сегодня · 244/)).alert).toBe(true);
  expect(stored(told, number).paid).toHaveLength(1);
  await demina.tap("Другая дата");
  await demina.text("02.03.2026");
  await told.later(24 * hour);
  await demina.tap(/^Оплачено 02\.03\.2026 · 200/);
  expect(stored(told, number)).toMatchObject({
    stage: "closing-documents",
    paid: [some, { sum: 20_000_000, date: "2026-03-02", order: "451" }],
  });
});

test("documents of the wrong person are not taken, and of the wrong kind neither; reminders come until they are there", async () => {
  const number = await inWork();
  await pay();
  const attach = cardButtons(told, "petrenko", number);
  expect(attach).toContain("Приложить закрывающие документы");
  const petrenko = told.person("petrenko");
  const [demina, zhukova] = [told.person("demina"), told.person("zhukova")];
  const data = `ta:${number}:closing-documents`;
  for (const person of [demina, zhukova]) {
    const answer = await person.press(person.last().id, data);
    expect(answer.alert).toBe(true);
    await person.press(person.last().id, `tn:${number}:closing-documents`);
  }
  expect((await demina.press(demina.last().id, data)).toast).toContain("Это задача другого человека");
  expect(stored(told, number).steps.at(-1)?.answers).toEqual({});

  await told.later(30 * hour);
  await told.nextWorkingMorning();
  await told.later(10 * hour);
  const reminded = (): number =>
    told.messagesTo("petrenko").filter((text) => text.startsWith("⏰ Ждут вас: 1\n№ 1 · Счёт 244 000 ₽"))
      .length;
  expect(reminded()).toBe(1);
  for (let day = 0; day < 4; day += 1) {
    await told.nextWorkingMorning();
    await told.later(10 * hour);
  }
  expect(reminded()).toBe(2);

  await petrenko.tap("Приложить закрывающие документы");
  await petrenko.text("завтра пришлю");
  expect(petrenko.said()).toContain("Здесь нужны документы файлом PDF или фото");
  await petrenko.file("playground/samples/deals.xlsx");
  expect(petrenko.said()).toContain("Здесь нужны документы файлом PDF или фото");
  await petrenko.press(petrenko.last().id, `tn:${number}:closing-documents`);
  expect(stored(told, number).stage).toBe("closing-documents");
  await petrenko.photo(samples.shelf);
  expect(plain(petrenko.said())).toMatch(/Приложено: 1 файл, всего 1/);
  await petrenko.photo(samples.shelf);
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number)).toMatchObject({ status: "ended", stage: "closed" });
});
