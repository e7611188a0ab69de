/** A clerk types where a button stands: other words for it do what it does, and nothing that was echoed is lost. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { reader, sneakers, type Reader } from "./talk.ts";

let told: Story;
let kotov: Reader;
beforeEach(async () => {
  told = await story();
  kotov = reader(told, "kotov");
  await kotov.start();
  await kotov.choose("Списание");
});
afterEach(() => told.close());

test.each(["да", "ОК", "+", "Верно!", "так", "yes"])(
  "«%s» says that an echoed line is right",
  async (word) => {
    await kotov.text("1002 2 пары");
    await kotov.text(word);
    expect(kotov.said()).toContain("✓ Добавлена 1 позиция.");
  },
);

test("a whole write-off is filled in without a button", async () => {
  for (const words of ["1002 2 пары", "да", "Всё", "производственный брак"]) await kotov.text(words);
  await kotov.photo(sneakers);
  for (const words of ["готово.", "нет"]) await kotov.text(words);
  expect(kotov.said()).toContain("Откуда: Магазин № 2 «Галерея»");
  await kotov.text("отправить");
  expect(kotov.heard().join("\n")).toContain("Заявка № 1 отправлена на согласование.");
});

test.each([
  ["-4", "Количество не бывает отрицательным."],
  ["12,5,3", "Не понял количество."],
  ["2,5", "Считаем целыми"],
  ["2 шт", "Этот товар считаем иначе"],
  ["нет", "Не понял ответ."],
  ["хорошая погода", "Не понял ответ."],
])("«%s» at an echoed line is explained, and the line still waits for a word", async (words, said) => {
  await kotov.text("1002 2 пары");
  await kotov.text(words);
  expect(kotov.said()).toContain(said);
  expect(kotov.said()).toContain("2 пары × 5 000 ₽ = 10 000 ₽\nВерно?");
});

test("other goods typed at an echoed line take its place, and that is said", async () => {
  await kotov.text("1002 2 пары");
  await kotov.text("1017 1 пара");
  expect(kotov.said()).toMatch(/^Не добавлено: Кроссовки[^\n]+10 000 ₽\n/);
  expect(kotov.said()).toContain("Верно?");
});

test("«да» takes the supplier that the goods come from", async () => {
  await kotov.text("отмена");
  await kotov.choose("Возврат");
  for (const words of ["1020 1 пара", "да", "готово", "Излишек поставки", "нет", "да"])
    await kotov.text(words);
  expect(kotov.said()).toContain("5 из 5 · Комментарий");
});

test("words that say nothing of what a photo is for get the question again, with its buttons", async () => {
  await kotov.text("отмена");
  await kotov.photo(sneakers);
  await kotov.text("готово");
  expect(kotov.said()).toBe("Не понял ответ. Выберите кнопкой.\n\nЧто оформляем?");
  expect(kotov.keyboard().flat()).toEqual(["Списание", "Возврат поставщику", "Не нужно"]);
});
