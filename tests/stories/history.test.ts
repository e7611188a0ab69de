/** The history of a request: everything that people and automation did, in the reader's language, and as a file. */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { fileReturn, fileWriteOff, hour, minute } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

/** A return that is asked about, sent back, mended, approved, taken back, rejected. */
async function eventfulReturn(): Promise<void> {
  told = await story();
  await told.everybody();
  await fileReturn(told);
  const [belova, kiselev, ryabov] = ["belova", "kiselev", "ryabov"].map((who) => told.person(who)) as [
    ReturnType<Story["person"]>,
    ReturnType<Story["person"]>,
    ReturnType<Story["person"]>,
  ]; // three names, three people
  await kiselev.tap(/Данные для документов/);
  await kiselev.text("№ 5");
  await belova.tap("Вопрос магазину");
  await belova.text("Где <b>пара</b>?");
  await ryabov.tap("Ответить");
  await ryabov.text("На складе");
  await belova.tap(/^Согласовать/);
  await kiselev.tap("На доработку");
  await kiselev.tap("Переснять фото");
  await ryabov.tap("Исправить");
  await ryabov.choose("Изменить");
  await ryabov.choose("Комментарий");
  await ryabov.text("Фото резче не выходит");
  await ryabov.choose("Отправить на согласование");
  await told.later(minute);
  await kiselev.tap(/^Согласовать/);
  await kiselev.tap(/^↩/);
  await kiselev.tap("Отклонить");
  await kiselev.tap("Поставщик отказал");
  await told.later(2 * minute);
}

const withoutTimes = (text: string): string[] => text.split("\n").map((line) => line.replace(/^.* — /, ""));

test("every step of people and automation is a line, in the reader's language", async () => {
  await eventfulReturn();
  const [ryabov, belova] = [told.person("ryabov"), told.person("belova")];
  await ryabov.tap("История");
  expect(withoutTimes(told.messagesTo("ryabov").at(-1) ?? "")).toEqual([
    "История № 1",
    "Подано: Рябов С. О., 1 позиция",
    "Стадия: Решение на рассмотрении",
    "Запрошена виза (Мерчендайзер): Белова А. С.",
    "Запрошена виза (Менеджер по поставщикам): Киселёв О. И.",
    "Заполнено (Договор): Киселёв О. И.",
    "Вопрос магазину: Белова А. С., «Где <b>пара</b>?»",
    "Ответ: Рябов С. О., «На складе»",
    "Согласовано (Мерчендайзер): Белова А. С.",
    "Отправлено на доработку: Киселёв О. И., «Переснять фото»",
    "Отправлено снова: Рябов С. О., изменено: комментарий",
    "Виза прошлого круга в силе (Мерчендайзер): Белова А. С.",
    "Запрошена виза (Менеджер по поставщикам): Киселёв О. И.",
    "Согласовано (Менеджер по поставщикам): Киселёв О. И.",
    "Возврат согласован, вступает в силу 02.03 10:03",
    "Решение отменено: Киселёв О. И.",
    "Отклонено (Менеджер по поставщикам): Киселёв О. И., «Поставщик отказал»",
    "Возврат отклонён, вступает в силу 02.03 10:03",
    "Стадия: Отрицательное решение",
    "Итог: Отрицательное решение",
  ]);
  await belova.text("/language");
  await belova.tap("English");
  await belova.text("/open 1");
  await belova.tap("History");
  expect(withoutTimes(told.messagesTo("belova").at(-1) ?? "")).toEqual(
    expect.arrayContaining(["Filed: Рябов С. О., 1 line", "Decision taken back: Киселёв О. И."]),
  );
});

test("as a file it holds the same lines and the rows of the log, each chained to the one before", async () => {
  await eventfulReturn();
  const ryabov = told.person("ryabov");
  await ryabov.tap("История");
  await ryabov.tap("Файлом");
  const { document } = ryabov.last();
  expect(document?.fileName).toBe("history-1.txt");
  const file = Buffer.from(ryabov.raw.download(document?.fileId ?? ""))
    .toString()
    .replaceAll("\u00a0", " ");
  expect(file).toContain("Вопрос магазину: Белова А. С., «Где <b>пара</b>?»");
  const rows = file
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { n: number; prev: string; hash: string });
  expect(rows.map((row) => row.n)).toEqual(rows.map((_, index) => index + 1));
  for (const [index, row] of rows.entries()) if (index > 0) expect(row.prev).toBe(rows[index - 1]?.hash);
});

test("reminders and escalation stand in the history as well, and who had it for whom", async () => {
  told = await story();
  await told.everybody();
  await fileWriteOff(told);
  await told.later(26 * hour);
  await told.person("gromov").tap(/^Согласовать/);
  await told.person("gromov").tap("История");
  const lines = withoutTimes(told.messagesTo("gromov").at(-1) ?? "");
  expect(lines).toContain("Отправлено напоминание: Белова А. С.");
  expect(lines).toContain("Срок вышел, добавлен руководитель (Мерчендайзер): Громов П. А.");
  expect(lines).toContain("Согласовано (Мерчендайзер): Громов П. А. (замещает: Белова А. С.)");
});
