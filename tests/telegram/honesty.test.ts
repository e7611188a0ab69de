/** T58: what the embedded Telegram must not do for a bot. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelledNames } from "../../playground/methods/list.ts";
import { unmodelled } from "../../playground/methods/unmodelled.ts";
import { anna, openBench, openChatWithAnna } from "./telegram.ts";

test("T58: a method of Telegram that is not modelled answers 501 with a clear note, and is listed", async () => {
  const { call, fetch } = await openBench();
  for (const method of unmodelled) {
    expect(await call(method), method).toMatchObject({
      status: 501,
      error_code: 501,
      description: `Not Implemented: the embedded Telegram does not model ${method}`,
    });
  }
  expect(await (await fetch("/playground/unmodelled")).json()).toEqual(unmodelled);
});

test("T58: every method of the Bot API is either modelled or listed as not", () => {
  const types = readFileSync(
    new URL("../../node_modules/@grammyjs/types/methods.d.ts", import.meta.url),
    "utf8",
  );
  const all = [...types.matchAll(/^ {4}([a-z][A-Za-z]+)\(/gm)].map(([, name = ""]) => name);
  expect(all).toHaveLength(185);
  expect([...modelledNames, ...unmodelled].toSorted()).toEqual(all.toSorted());
});

test("T58: it makes no chat, no user, no file and no message that nobody created", async () => {
  const { telegram, call, outcome } = await openBench();
  await outcome("sendMessage", { chat_id: 555, text: "?" });
  await outcome("sendPhoto", { chat_id: anna.id, photo: "AgAD" });
  await call("getUpdates");
  expect(telegram.world.chats.all()).toEqual([]);
  expect(telegram.world.updates.count()).toBe(0);
  expect(telegram.person(anna.id).messages()).toEqual([]);
  expect(() => telegram.person(555)).toThrow("There is no person");
});

test("T58: a field of an unknown kind is refused, not taken for something else", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("sendMessage", { chat_id, text: "?", message_thread_id: 5 })).toBe(
    "Bad Request: message thread not found",
  );
  expect(await outcome("sendChatAction", { chat_id, action: "dancing" })).toBe(
    "Bad Request: wrong parameter action in request",
  );
  expect(await outcome("sendMediaGroup", { chat_id, media: [{ type: "sticker", media: "x" }] })).toBe(
    `Bad Request: can't parse InputMedia: type "sticker" is unsupported`,
  );
});

test("T58: a person can do no more than his own app lets him", async () => {
  const { person, clock } = await openChatWithAnna();
  expect(() => person.text("  ")).toThrow("An empty message can't be sent");
  expect(() => person.text("ответ", { replyTo: 999 })).toThrow("no message 999");
  const id = person.text("старое");
  clock.advance(48 * 3600 * 1000 + 1);
  expect(() => person.edit(id, "новое")).toThrow("48 hours");
  person.block();
  expect(() => person.text("?")).toThrow("stopped the bot");
});

test("a text above 4096 characters leaves a person's app in several messages", async () => {
  const { person, updates } = await openChatWithAnna();
  person.text("я".repeat(5000));
  expect((await updates()).map(({ message }) => message.text.length)).toEqual([4096, 904]);
});
