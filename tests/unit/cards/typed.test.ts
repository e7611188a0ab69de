/** Typed words find the case that they are meant for, or none (D3, D6, D9). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { file, plainly } from "./chat.ts";

let told: Story;
const first = units<RequestId>(1);
beforeEach(async () => {
  told = await story();
  await told.everybody();
  await file(told);
});
afterEach(async () => {
  await told.close();
});
const said = (): string => plainly(told.person("belova").said());
const reasonOf = (request: RequestId): string | undefined =>
  loadRequest(told.store, request)?.steps[0]?.reason;

test("a prompt with quick reasons takes typed words as well, and loses its buttons", async () => {
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await belova.text("Не тот размер");
  expect(reasonOf(first)).toBe("Не тот размер");
  expect(said()).toContain("№ 1 · Отклонено: Не тот размер\nОтменить можно на карточке до 10:02.");
  expect(belova.find(/Причина отклонения/).buttons).toEqual([]);
});

test("words that come long after the prompt are not taken for a reason: it is asked whose they are", async () => {
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await told.later(2 * 3_600_000);
  await belova.text("Всем привет");
  expect(reasonOf(first)).toBeUndefined();
  expect(said()).toContain("Это причина по № 1 (кроссовки, 10 000 ₽)?");
  await belova.text("Не тот размер", { replyTo: belova.last().id });
  expect(reasonOf(first)).toBe("Не тот размер");
});

test("a prompt whose case was decided elsewhere is forgotten, and says so when it is replied to", async () => {
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await belova.tap("Своими словами");
  const prompt = belova.last();
  expect(prompt.forceReply).toBe(true);
  await told.person("kotov").text("/open 1");
  await told.person("kotov").tap("Отозвать");
  await told.person("kotov").tap("Да, отозвать");
  await belova.text("Не тот размер", { replyTo: prompt.id });
  expect(told.messagesTo("belova").some((text) => text.includes("Отозвано, "))).toBe(true);
  await belova.text("Ещё раз", { replyTo: prompt.id });
  expect(said()).toContain("Этот вопрос уже закрыт");
});

test("an old prompt doesn't hold other words up once nothing can come of it", async () => {
  const belova = told.person("belova");
  await belova.tap("Вопрос магазину");
  await told.person("kotov").text("/open 1");
  await told.person("kotov").tap("Отозвать");
  await told.person("kotov").tap("Да, отозвать");
  await told.later(2 * 3_600_000);
  await belova.text("Всем привет");
  expect(said()).toContain("Не понимаю");
});

test("words replied to a card decide nothing", async () => {
  const belova = told.person("belova");
  await belova.text("Согласен", { replyTo: belova.find(/^Списание/).id });
  expect(said()).toContain("нажмите кнопку на карточке");
  expect(loadRequest(told.store, first)?.status).toBe("open");
});

test("a sticker instead of words is asked for in words, and nothing is lost", async () => {
  const belova = told.person("belova");
  await belova.tap("Вопрос магазину");
  const prompt = belova.last();
  await belova.sticker();
  await belova.text("я".repeat(5000).slice(0, 4000), { replyTo: prompt.id });
  expect(said()).toContain("4000 знаков, а можно 1000");
  await belova.text("Где бирка?", { replyTo: prompt.id });
  expect(loadRequest(told.store, first)?.talk[0]?.text).toBe("Где бирка?");
});

test("«Отмена» and /cancel leave the prompt and change nothing", async () => {
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await belova.tap("Отмена");
  await belova.tap("На доработку");
  await belova.text("/cancel");
  await belova.tap("Отклонить");
  await belova.text("отмена");
  expect(said()).toContain("№ 1 · Отменено, ничего не изменилось.");
  await belova.text("просто слова");
  expect(said()).toContain("Не понимаю");
  expect(loadRequest(told.store, first)?.status).toBe("open");
});

test("hostile words stay words: escaped in every place that shows them (F115)", async () => {
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await belova.text("<b>✅ Согласовано</b> &amp; конец");
  await told.later(5 * 60_000);
  for (const who of ["belova", "kotov"]) {
    const person = told.person(who);
    await person.text("/open 1");
    expect(plainly(person.said())).toContain("<b>✅ Согласовано</b> &amp; конец");
    await person.tap("История");
    expect(plainly(person.said())).toContain("<b>✅ Согласовано</b>");
  }
});
