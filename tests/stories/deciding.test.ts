/** Deciding on a card: prices first, what the store can't know, questions, and visas that show as they land. */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { cardOf, fileReturn, fileWriteOff, hour, minute, samples, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

/** Three chairs that no catalogue knows. */
async function fileChairs(): Promise<ReturnType<typeof submit>> {
  const kotov = told.person("kotov");
  await kotov.choose("Списание");
  await kotov.text("Стул складной 3 шт");
  await kotov.choose("вне каталога");
  await kotov.choose("Готово");
  await kotov.choose("Производственный брак");
  await kotov.photo(samples.defect);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  return submit(told, "kotov");
}

test("a line outside the catalogue is priced by the merchandiser on her card before she can approve", async () => {
  await begin();
  const number = await fileChairs();
  const belova = told.person("belova");
  expect(cardOf(told, "belova", number)).toMatch(/вне каталога/);
  const labels = belova.buttons(belova.find(/^Списание · /));
  expect(labels[0]).toBe("Указать цены (1)");
  expect(labels.join()).not.toContain("Согласовать");
  await belova.tap("Указать цены");
  expect(belova.said()).toContain("Стул складной");
  await belova.text("двести");
  expect(belova.said()).toContain("Это не похоже на цену");
  await belova.text("-5");
  expect(stored(told, number).revision).toBe(1);
  await belova.text("1 250,50");
  expect(told.messagesTo("belova").join("\n")).toContain("Стул складной: 1 250,50 ₽");
  expect(cardOf(told, "belova", number)).toContain("3 шт. × 1 250,50 ₽ = 3 751,50 ₽");
  await belova.tap(/^Согласовать списание · 3\u00a0751,50\u00a0₽/);
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("approved");
});

test("the price that the merchandiser gave stays when the store mends something else", async () => {
  await begin();
  const number = await fileChairs();
  const [belova, kotov] = [told.person("belova"), told.person("kotov")];
  await belova.tap("Указать цены");
  await belova.text("1250");
  await belova.tap("На доработку");
  await belova.tap("Переснять фото");
  await kotov.tap("Исправить");
  await kotov.choose("Изменить");
  await kotov.choose("Комментарий");
  await kotov.text("Снято заново");
  await kotov.choose("Отправить на согласование");
  expect(cardOf(told, "belova", number)).toContain("3 шт. × 1 250 ₽ = 3 750 ₽");
});

test("each visa shows on the filer's card as it lands, and who holds the other since when (D16, D33)", async () => {
  await begin();
  const number = await fileReturn(told);
  await told.later(4 * minute);
  await told.person("belova").tap(/^Согласовать возврат/);
  const route =
    "Мерчендайзер: Белова А. С., 10:04 ✓ · Менеджер по поставщикам: ожидается с 10:00, Киселёв О. И.";
  for (const who of ["ryabov", "belova", "kiselev"]) expect(cardOf(told, who, number)).toContain(route);
});

test("what the supplier manager can't know is skipped, what he knows stays over rework and is seen by all", async () => {
  await begin();
  const number = await fileReturn(told);
  const [kiselev, ryabov] = [told.person("kiselev"), told.person("ryabov")];
  await kiselev.tap("Данные для документов (0 из 4)");
  await kiselev.text("№ МТ-77 от 01.06.2025");
  for (const question of ["накладной", "накладной", "возвращаем"]) {
    expect(kiselev.said()).toContain(question);
    await kiselev.tap("Пропустить");
  }
  for (const who of ["ryabov", "belova", "kiselev"])
    expect(cardOf(told, who, number)).toContain("Договор: № МТ-77 от 01.06.2025");
  await kiselev.tap("На доработку");
  await kiselev.tap("Переснять фото");
  await ryabov.tap("Исправить");
  await ryabov.choose("Изменить");
  await ryabov.choose("Комментарий");
  await ryabov.text("Другого фото нет");
  await ryabov.choose("Отправить на согласование");
  expect(cardOf(told, "kiselev", number)).toContain("Договор: № МТ-77 от 01.06.2025");
  expect(kiselev.buttons(kiselev.find(/^Возврат поставщику 7/)).join()).toContain(
    "Данные для документов (4 из 4)",
  );
});

test("a question goes to the store by name, its answer back to who asked; both stay on the card", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const [belova, kotov] = [told.person("belova"), told.person("kotov")];
  await belova.tap("Вопрос магазину");
  expect(belova.last().forceReply).toBe(true);
  await belova.text("Коробка <цела> & есть чек?");
  expect(cardOf(told, "kotov", number)).toContain("Мерчендайзер: ждёт ответа с 10:00, Белова А. С.");
  expect(belova.buttons(belova.find(/^Списание 10/)).join()).not.toContain("Вопрос магазину");
  await kotov.tap("Ответить");
  await kotov.text("Коробки нет, чек есть");
  expect(told.messagesTo("belova").at(-1)).toMatch(
    /^💬 Ответ магазина, .*Котов И\. М\.\nКоробки нет, чек есть$/,
  );
  const card = cardOf(told, "belova", number);
  expect(card).toContain("Коробка <цела> & есть чек?");
  expect(card).toContain("Коробки нет, чек есть");
  await belova.tap(/^Согласовать/);
  expect(stored(told, number).status).toBe("held");
});

test("a reason typed for one request never lands on another: a reply goes to its prompt, a late text is asked about", async () => {
  await begin();
  const first = await fileWriteOff(told);
  const second = await fileWriteOff(told, { article: "1017" });
  const belova = told.person("belova");
  const reject = async (number: number): Promise<number> => {
    await belova.text(`/open ${number}`);
    await belova.tap("Отклонить");
    await belova.tap("Своими словами");
    return belova.last().id;
  };
  const prompt = await reject(first);
  await reject(second);
  await belova.text("Пара цела", { replyTo: prompt });
  expect(stored(told, first).steps[0]).toMatchObject({ outcome: "rejected", reason: "Пара цела" });
  expect(stored(told, second).status).toBe("open");
  await told.later(25 * hour);
  await belova.text("Добрый день!");
  expect(stored(told, second).status).toBe("open");
  expect(belova.said()).toMatch(/^Это причина по №\s2 .*\? Тогда напишите ещё раз/);
});

test("an old copy of a card changes nothing: it says what has changed since, and shows the new one", async () => {
  await begin();
  const number = await fileChairs();
  const belova = told.person("belova");
  await belova.tap("Указать цены");
  await belova.text("1250");
  const card = belova.find(/^Списание 3/);
  const data = card.buttons.flat().find((one) => one.text.startsWith("Согласовать"))?.data ?? "";
  await belova.tap("На доработку");
  await belova.tap("Отмена");
  const kotov = told.person("kotov");
  await kotov.tap("Отозвать");
  await kotov.tap("Да, отозвать");
  expect(await belova.press(card.id, data)).toMatchObject({ toast: expect.stringContaining("Отозвано") });
  expect(stored(told, number).status).toBe("withdrawn");
});
