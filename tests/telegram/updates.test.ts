/** T8–T11, T15, T16: the queue of updates and long polls. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { manualClock } from "../../playground/clock.ts";
import { anna, boris, inline, monday, openBench, openChatWithAnna } from "./telegram.ts";

const ids = (result: { update_id: number }[]) => result.map(({ update_id }) => update_id);
const second = 1000;
const hour = 3600 * second;

test("T8: the first update_id is above two million, the next ones follow one by one", async () => {
  const { telegram, call } = await openBench();
  const person = telegram.person(anna.id);
  person.start();
  person.text("один");
  person.text("два");
  const [first = 0, ...rest] = ids((await call("getUpdates")).result);
  expect(first).toBeGreaterThan(2_000_000);
  expect(rest).toEqual([first + 1, first + 2]);
});

test("T8: after a restart with its data kept the ids go on rising, and what was not confirmed is still there", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "kept-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const before = await openBench({ dataDir });
  before.telegram.person(anna.id).start();
  const [first = 0] = ids((await before.call("getUpdates")).result);
  before.telegram.close();
  const after = await openBench({ dataDir, clock: manualClock(monday + hour) });
  after.telegram.person(anna.id).text("снова");
  expect(ids((await after.call("getUpdates")).result)).toEqual([first, first + 1]);
  expect(
    after.telegram
      .person(anna.id)
      .messages()
      .map(({ text }) => text),
  ).toEqual(["/start", "снова"]);
});

test("T8: after a week without updates the next id is random again", async () => {
  const { telegram, clock, updates } = await openBench();
  telegram.person(anna.id).start();
  const [{ update_id: first }] = await updates();
  clock.advance(7 * 24 * hour + second);
  telegram.person(anna.id).text("после отпуска");
  const [{ update_id: next }] = await updates();
  expect(next).not.toBe(first + 1);
  expect(next).toBeGreaterThan(2_000_000);
});

test("T9: updates come again until a higher offset confirms them, then never again", async () => {
  const { telegram, clock, call } = await openBench({ pollBrakes: true });
  const person = telegram.person(anna.id);
  person.start();
  person.text("второе");
  const poll = async (params: object = {}) => ids((await call("getUpdates", params)).result);
  const both = await poll();
  expect(both).toHaveLength(2);
  clock.advance(400);
  expect(await poll()).toEqual(both.slice(0, 1));
  clock.advance(600);
  expect(await poll()).toEqual(both);
  const after = { offset: (both[1] ?? 0) + 1 };
  expect(await poll(after)).toEqual([]);
  clock.advance(4000);
  const empty = poll();
  expect(await empty).toEqual([]);
});

test("T9: the same offset again within three seconds waits for three seconds", async () => {
  const { telegram, clock, call } = await openBench({ pollBrakes: true });
  const first = await call("getUpdates");
  expect(first.result).toEqual([]);
  const again = call("getUpdates");
  const state = Promise.race([
    again.then(() => "answered"),
    telegramIsAsked(telegram, 2).then(() => "waiting"),
  ]);
  expect(await state).toBe("waiting");
  clock.advance(2999);
  telegram.person(anna.id).start();
  expect((await again).result).toHaveLength(1);
});

test("T10: a negative offset keeps the last updates only, offset 1 starts from the oldest", async () => {
  const { telegram, call } = await openBench();
  const person = telegram.person(anna.id);
  for (const text of ["1", "2", "3"]) person.text(text);
  const poll = async (params: object) => ids((await call("getUpdates", params)).result);
  const all = await poll({ offset: 1 });
  expect(all).toHaveLength(3);
  expect(await poll({ offset: -1 })).toEqual(all.slice(-1));
  expect(await poll({ offset: 1 })).toEqual(all.slice(-1));
  // More than 10 above the next id is as good as no offset.
  expect(await poll({ offset: (all[2] ?? 0) + 100 })).toEqual(all.slice(-1));
});

test("T10: a limit of 0 acts as 1 and one of 1000 as 100", async () => {
  const { telegram, call } = await openBench();
  const person = telegram.person(anna.id);
  for (let n = 0; n < 101; n += 1) person.text(`${n}`);
  expect((await call("getUpdates", { limit: 0 })).result).toHaveLength(1);
  expect((await call("getUpdates", { limit: 1000 })).result).toHaveLength(100);
});

test("T11: a poll of five seconds takes five seconds when nothing comes", async () => {
  const { telegram, clock, call } = await openBench();
  const poll = call("getUpdates", { timeout: 5 });
  await telegramIsAsked(telegram, 1);
  clock.advance(4999);
  const state = Promise.race([poll.then(() => "answered"), tick().then(() => "waiting")]);
  expect(await state).toBe("waiting");
  clock.advance(1);
  expect((await poll).result).toEqual([]);
});

test("T11: an update that comes meanwhile is delivered within 100 ms", async () => {
  const { telegram, clock, call } = await openBench();
  const poll = call("getUpdates", { timeout: 5 });
  await telegramIsAsked(telegram, 1);
  clock.advance(second);
  const sentAt = performance.now();
  telegram.person(anna.id).start();
  expect((await poll).result).toHaveLength(1);
  expect(performance.now() - sentAt).toBeLessThan(100);
});

test("T11: a longer timeout than 50 seconds is 50 seconds", async () => {
  const { telegram, clock, call } = await openBench();
  const poll = call("getUpdates", { timeout: 3600 });
  await telegramIsAsked(telegram, 1);
  clock.advance(50 * second);
  expect((await poll).result).toEqual([]);
});

test("T15: a press waits 150 seconds, a message of the same moment 24 hours", async () => {
  const { person, call, clock, chat_id } = await openChatWithAnna();
  await call("sendMessage", {
    chat_id,
    text: "?",
    reply_markup: inline({ text: "Да", callback_data: "yes" }),
  });
  person.tap("Да");
  person.text("сообщение");
  const kinds = async () =>
    (await call("getUpdates")).result.map((update: object) =>
      Object.keys(update).find((key) => key !== "update_id"),
    );
  clock.advance(150 * second);
  expect(await kinds()).toEqual(["callback_query", "message"]);
  clock.advance(second);
  expect(await kinds()).toEqual(["message"]);
  clock.advance(24 * hour - 151 * second);
  expect(await kinds()).toEqual(["message"]);
  clock.advance(second);
  expect(await kinds()).toEqual([]);
});

test("T16: the bot's own messages make no update, its pin does", async () => {
  const { call, updates, chat_id } = await openChatWithAnna();
  const { result: sent } = await call("sendMessage", { chat_id, text: "важно" });
  await call("editMessageText", { chat_id, message_id: sent.message_id, text: "очень важно" });
  expect(await updates()).toEqual([]);
  await call("pinChatMessage", { chat_id, message_id: sent.message_id });
  expect(await updates()).toMatchObject([
    {
      message: {
        from: { is_bot: true },
        pinned_message: { message_id: sent.message_id, text: "очень важно" },
      },
    },
  ]);
});

test("an edit of a person comes whole, one that changes nothing does not come at all", async () => {
  const { person, updates } = await openChatWithAnna();
  const id = person.text("два");
  person.edit(id, "три");
  person.edit(id, "три");
  expect(await updates()).toMatchObject([
    { message: { message_id: id, text: "два" } },
    { edited_message: { message_id: id, text: "три", edit_date: monday / 1000 } },
  ]);
});

test("updates of different people stand in one queue, in the order in which they happened", async () => {
  const { telegram, updates } = await openBench();
  telegram.person(anna.id).start();
  telegram.person(boris.id).start();
  telegram.person(anna.id).text("ещё");
  expect((await updates()).map(({ message }) => [message.from.id, message.text])).toEqual([
    [anna.id, "/start"],
    [boris.id, "/start"],
    [anna.id, "ещё"],
  ]);
});

/** Resolves when the n-th getUpdates has reached the server and waits there. */
async function telegramIsAsked(
  telegram: Awaited<ReturnType<typeof openBench>>["telegram"],
  n: number,
): Promise<void> {
  while (telegram.polling.started < n) await tick();
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
