/** Five thousand characters come in two messages: neither is taken for an answer. */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { fileWriteOff, prepareWriteOff, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
const letter = "очень подробно ".repeat(340);

test("a comment of 5 000 characters is refused once, whole, and a short one goes on", async () => {
  told = await story();
  await told.everybody();
  await prepareWriteOff(told);
  const kotov = told.person("kotov");
  await kotov.choose("Изменить");
  await kotov.choose("Комментарий");
  const before = told.messagesTo("kotov").length;
  await kotov.text(letter);
  expect(told.messagesTo("kotov")).toHaveLength(before + 1);
  expect(told.messagesTo("kotov").at(-1)).toMatch(/1000/);
  await kotov.text("Кратко");
  const number = await submit(told, "kotov");
  expect(stored(told, number).answers["comment"]).toEqual({ kind: "text", text: "Кратко" });
});

test("a reason of 5 000 characters rejects nothing", async () => {
  told = await story();
  await told.everybody();
  const number = await fileWriteOff(told);
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  await belova.tap(/Своими словами/);
  await belova.text(letter);
  expect(stored(told, number).steps[0]?.outcome).toBeUndefined();
  expect(told.messagesTo("belova").at(-1)).toMatch(/1000/);
  await belova.text("Не наш товар");
  expect(stored(told, number).steps[0]).toMatchObject({ outcome: "rejected", reason: "Не наш товар" });
});
