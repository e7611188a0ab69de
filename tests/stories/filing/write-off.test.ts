import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { picturesOf, totalOf } from "../../../flows/engine/answers.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader, marking, shelf, sneakers, toPhotos, toPreview } from "./talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());
const request = (number: number) => loadRequest(told.store, units<RequestId>(number));

test("a write-off of two pairs is filed by presses, photos and one typed article, and the merchandiser gets its card", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  expect(kotov.said()).toMatch(/^1 из 4 · Товар/);
  await kotov.text("1002");
  await kotov.choose(/^2$/);
  expect(kotov.said()).toContain("2 пары × 5 000 ₽ = 10 000 ₽");
  await kotov.choose("Готово");
  await kotov.choose("Производственный брак");
  await kotov.album([sneakers, marking]);
  expect(kotov.said()).toBe("Принято фото: 2. Ещё или «Готово»");
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  expect(kotov.said()).toContain("Кто согласует: Белова А. С. (Мерчендайзер)");
  await kotov.choose("Отправить на согласование");
  expect(kotov.heard()).toContain("Заявка № 1 отправлена на согласование.");
  expect(kotov.keyboard().flat()).toContain("Списание");
  const filed = request(1);
  expect(filed).toMatchObject({ filer: "kotov", place: "store-2", status: "open" });
  expect(totalOf(filed?.answers ?? {})).toEqual({ total: 1_000_000, unpriced: 0 });
  expect(picturesOf(filed?.answers ?? {})).toHaveLength(2);
  expect(reader(told, "belova").heard().at(-1)).toContain("Списание 10 000 ₽");
});

test("three pairs with one reason and three photos cost at most 12 actions", async () => {
  const kotov = reader(told, "kotov");
  const before = kotov.messages().filter((message) => message.from === "person").length;
  await kotov.choose("Списание");
  await kotov.text("1002");
  await kotov.choose(/^3$/);
  await kotov.choose("Готово");
  await kotov.choose("Производственный брак");
  for (const photo of [sneakers, marking, shelf]) await kotov.photo(photo);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  await kotov.choose("Отправить на согласование");
  expect(request(1)?.status).toBe("open");
  const actions = kotov.messages().filter((message) => message.from === "person").length - before;
  expect(actions).toBeLessThanOrEqual(12);
});

test("photos never get a reply each: one counter is edited in place, and is gone once the request is sent", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  const before = kotov.messages().length;
  for (const photo of [sneakers, marking, shelf]) await kotov.photo(photo);
  await kotov.photo(sneakers);
  const bot = kotov
    .messages()
    .slice(before)
    .filter((message) => message.from === "bot");
  expect(bot.map((message) => message.text)).toEqual([expect.stringMatching(/^Принято фото: [34]\./)]);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  await kotov.choose("Отправить на согласование");
  expect(kotov.messages().some((message) => message.text?.startsWith("Принято фото"))).toBe(false);
});

test("sending twice makes one request", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  kotov.raw.text("Отправить на согласование");
  kotov.raw.text("Отправить на согласование");
  await told.settle();
  expect(kotov.heard()).toContain("Заявка № 1 уже отправлена.");
  expect(request(2)).toBeUndefined();
});

test("the draft goes on after a restart and a week, answer by answer", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  await told.restart({ down: 7 * 24 * 3_600_000 });
  await kotov.photo(sneakers);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  await kotov.choose("Отправить на согласование");
  expect(request(1)?.status).toBe("open");
});

test("a draft that was left is offered again when the same process is begun", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  await kotov.choose("Отмена");
  await kotov.choose("Сохранить черновик");
  expect(kotov.said()).toBe("Черновик «Списание» сохранён.");
  await kotov.choose("Списание");
  expect(kotov.said()).toBe("Есть черновик «Списание»: 1 позиция, 0 фото. Продолжить черновик?");
  await kotov.choose("Продолжить черновик");
  expect(kotov.said()).toMatch(/^3 из 4 · Фото/);
  await kotov.text("Возврат поставщику");
  expect(kotov.said()).toMatch(/^Черновик «Списание» сохранён\.\n\n1 из 5/);
});

test("answers are understood in the language of an older keyboard as well", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  await kotov.text("1002");
  await kotov.text("2");
  await kotov.text("Done");
  expect(kotov.said()).toMatch(/^2 из 4 · Причина/);
  await kotov.text("Виробничий брак");
  expect(kotov.said()).toMatch(/^3 из 4 · Фото/);
});

test("a Ukrainian store files in Ukrainian, in hryvnias, and finds only what its entity sells", async () => {
  const koval = reader(told, "koval");
  await koval.choose("Списання");
  expect(koval.said()).toMatch(/^1 із 4 · /);
  await koval.text("1002");
  expect(koval.said()).toContain("«1002» немає в каталозі");
  await koval.text("Подолянин 42 2 пари");
  expect(koval.said()).toContain("2 пари × 2 100 ₴ = 4 200 ₴");
  await koval.choose("Правильно, це все");
  await koval.choose("Нестача, втрата");
  await koval.choose("Пропустити");
  await koval.text("Не знайшли під час інвентаризації");
  expect(koval.said()).toContain("Хто погоджує: Мельник Т. С. (Мерчандайзер)");
  await koval.choose("Надіслати на погодження");
  expect(koval.heard()).toContain("Заявку № 1 надіслано на погодження.");
});
