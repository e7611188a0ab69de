/** What comes by itself: reminders, escalation over a weekend with the bot down in between, the day's digest (O6, D20, F95). */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { cardOf, fileWriteOff, hour, minute, stored } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

/** Friday 13 March 2026, 16:00 in Moscow: two working hours before the weekend. */
const friday = Date.UTC(2026, 2, 13, 13, 0);

test("reminder and escalation over a weekend, the bot down in between: each comes once, at the right working hour", async () => {
  told = await story({ now: friday });
  await told.everybody();
  const number = await fileWriteOff(told);
  await told.later(5 * hour);
  expect(told.messagesTo("belova").filter((text) => /[Нн]апомин/.test(text))).toEqual([]);

  await told.restart({ down: 62 * hour + 30 * minute }); // up again on Monday 11:30, half an hour after the reminder was due
  expect(stored(told, number).steps[0]).toMatchObject({ reminded: 1, escalated: 0 });
  const reminders = told
    .messagesTo("belova")
    .filter((text) => /[Нн]апомин|[Жж]д[уё]т/.test(text) && !text.startsWith("Списание"));
  expect(reminders.length).toBeGreaterThan(0);
  await told.restart();
  expect(
    told
      .messagesTo("belova")
      .filter((text) => /[Нн]апомин|[Жж]д[уё]т/.test(text) && !text.startsWith("Списание")),
  ).toEqual(reminders);

  await told.later(4 * hour);
  expect(stored(told, number).steps[0]).toMatchObject({ escalated: 1, added: ["gromov"] });
  expect(cardOf(told, "gromov", number)).toContain("⏰ Срок вышел, подключено руководство: Громов П. А.");
  expect(told.person("gromov").find(/^Списание/).silent).toBe(false);
  await told.person("gromov").tap(/^Согласовать/);
  expect(stored(told, number).steps[0]).toMatchObject({ by: "gromov", forPerson: "belova" });
  expect(cardOf(told, "kotov", number)).toContain("Громов П. А.");
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("approved");
});

test("at the top of the ladder administrators hear once", async () => {
  told = await story({ now: friday - 4 * 24 * hour });
  await told.everybody();
  const number = await fileWriteOff(told);
  await told.later(7 * 24 * hour);
  expect(stored(told, number).steps[0]).toMatchObject({ escalated: 3, added: ["gromov", "sokolova"] });
  expect(told.messagesTo("nazarov").filter((text) => text.includes(`№ ${number}`))).toHaveLength(1);
});

test("a question to the store stops the signer's clock until it is answered", async () => {
  told = await story();
  await told.everybody();
  const number = await fileWriteOff(told);
  const [belova, kotov] = [told.person("belova"), told.person("kotov")];
  await belova.tap("Вопрос магазину");
  await belova.text("Где вторая пара?");
  expect(told.messagesTo("kotov").join("\n")).toContain("Где вторая пара?");
  await told.later(20 * hour);
  expect(stored(told, number).steps[0]).toMatchObject({ reminded: 0, escalated: 0 });
  await kotov.tap("Ответить");
  await kotov.text("На фото 2");
  expect(told.messagesTo("belova").join("\n")).toContain("На фото 2");
  expect(stored(told, number).talk.map((one) => one.text)).toEqual(["Где вторая пара?", "На фото 2"]);
  expect(stored(told, number).steps[0]?.question).toBeUndefined();
  // answered on Tuesday at six; four working hours from nine are over at one o'clock
  await told.later(7 * hour - minute);
  expect(stored(told, number).steps[0]?.reminded).toBe(0);
  await told.later(minute);
  expect(stored(told, number).steps[0]?.reminded).toBe(1);
});

test("outside the reader's hours cards are silent; his day begins with one message that says what waits", async () => {
  told = await story({ now: friday + 5 * hour });
  await told.everybody();
  await fileWriteOff(told);
  await fileWriteOff(told, { article: "1017" });
  expect(
    told
      .person("belova")
      .messages()
      .filter((message) => (message.caption ?? "").startsWith("Списание"))
      .map((message) => message.silent),
  ).toEqual([true, true]);
  await told.nextWorkingMorning();
  const digests = told.messagesTo("belova").filter((text) => text.startsWith("Ждут вас: 2"));
  expect(digests).toHaveLength(1);
  expect(digests[0]).toMatch(/Ждут вас: 2 на 14 200 ₽/);
  const digest = told.person("belova").find(/^Ждут вас/);
  expect(told.person("belova").buttons(digest)).toEqual(["Начать"]);
  await told.later(3 * hour);
  expect(told.messagesTo("belova").filter((text) => text.startsWith("Ждут вас: 2 на"))).toHaveLength(1);
});
