import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader, sneakers, toPreview } from "./talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());
const request = (number: number) => loadRequest(told.store, units<RequestId>(number));

test("a return without its supplier is not started, and the same draft goes on once it is filled (S0.19, S0.20)", async () => {
  const ryabov = reader(told, "ryabov");
  await ryabov.choose("Возврат поставщику");
  await ryabov.text("1020 3 пары");
  await ryabov.choose("Верно, это всё");
  await ryabov.choose("Производственный брак");
  await ryabov.photo(sneakers);
  await ryabov.choose("Готово");
  await ryabov.choose("Заполню позже");
  await ryabov.choose("Пропустить");
  expect(ryabov.said()).toContain("Поставщик: не указано");
  await ryabov.choose("Отправить на согласование");
  expect(ryabov.said()).toContain("Не отправлено, не заполнено: Поставщик.");
  expect(request(1)).toBeUndefined();
  await ryabov.choose("Мокасин-Трейд");
  await ryabov.choose("Отправить на согласование");
  expect(request(1)).toMatchObject({ answers: { supplier: { supplier: { name: "ООО «Мокасин-Трейд»" } } } });
  expect(reader(told, "belova").heard().at(-1)).toContain("7 500 ₽");
  expect(reader(told, "kiselev").heard().at(-1)).toContain("7 500 ₽");
});

test("goods of two suppliers become two returns when that is wanted", async () => {
  const ryabov = reader(told, "ryabov");
  await ryabov.choose("Возврат поставщику");
  await ryabov.text("1020 1 пара\n1002 2 пары");
  await ryabov.choose("Верно, это всё");
  await ryabov.choose("Нереализованный товар");
  await ryabov.choose("Пропустить");
  expect(ryabov.said()).toContain("Разделить на две заявки?");
  await ryabov.choose("Разделить на две заявки");
  await ryabov.choose("Пропустить");
  await ryabov.choose("Отправить на согласование");
  expect(ryabov.heard()).toContain("Заявки № 1, № 2 отправлены на согласование.");
  expect(request(1)?.answers["supplier"]).toMatchObject({ supplier: { name: "ООО «Мокасин-Трейд»" } });
  expect(request(2)?.answers["supplier"]).toMatchObject({ supplier: { name: "АО «Вихрь-Опт»" } });
});

test("a new supplier is entered with a checked number and used at once", async () => {
  const ryabov = reader(told, "ryabov");
  await ryabov.choose("Возврат поставщику");
  await ryabov.text("Ботинки Альпы 1 пара");
  await ryabov.choose("Добавить вне каталога");
  await ryabov.choose("Готово");
  await ryabov.choose("Нереализованный товар");
  await ryabov.choose("Пропустить");
  await ryabov.choose("Новый поставщик");
  await ryabov.text("ООО <b>«Альпы»</b>");
  await ryabov.text("7707083894");
  expect(ryabov.said()).toContain("В этом ИНН ошибка");
  await ryabov.text("7707083893");
  expect(ryabov.said()).toContain("Поставщик добавлен: ООО <b>«Альпы»</b>");
  await ryabov.choose("Пропустить");
  expect(ryabov.said()).toContain("вне каталога · без цены");
  await ryabov.choose("Отправить на согласование");
  expect(request(1)?.status).toBe("open");
});

test("an open request for the same article and store is told before sending", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  await toPreview(kotov);
  expect(kotov.said()).toContain("уже есть открытая заявка с таким товаром: № 1");
});

test("what was sent back opens at its preview, and goes out again once something is changed", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  const belova = reader(told, "belova");
  await belova.tap("На доработку");
  await belova.tap("Исправить количество");
  expect(request(1)?.status).toBe("rework");
  await kotov.tap(/Исправить/);
  expect(kotov.said()).toContain("На доработке: «Исправить количество»");
  await kotov.choose("Отправить на согласование");
  expect(request(1)?.status).toBe("rework");
  await kotov.choose("Изменить");
  await kotov.choose("Товар");
  await kotov.choose("Изменить или удалить");
  await kotov.text("3");
  await kotov.choose("Готово");
  await kotov.choose("Отправить на согласование");
  expect(kotov.heard()).toContain("Заявка № 1 отправлена ещё раз.");
  expect(request(1)).toMatchObject({ status: "open", round: 2, changed: ["goods"] });
});

test("after a rejection «Подать снова» starts from a copy", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  const belova = reader(told, "belova");
  await belova.tap("Отклонить");
  await belova.tap("Дефект не виден");
  await told.later(3 * 60_000);
  expect(request(1)?.status).toBe("ended");
  await kotov.tap("Подать снова");
  expect(kotov.said()).toContain("Списание: проверьте и отправьте");
  await kotov.choose("Отправить на согласование");
  expect(request(2)).toMatchObject({ copyOf: 1, status: "open" });
});
