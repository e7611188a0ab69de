/** T52–T54: flood limits, misbehaviour on demand, the log of calls. */
import { expect, test } from "vitest";
import { anna, boris, openBench, openChatWithAnna } from "./telegram.ts";

test("T52: the 21st message in a minute to one group has to wait, as long as it is told and no longer", async () => {
  const { telegram, call, clock } = await openBench();
  const { id: chat_id } = telegram.group({ title: "Склад", members: [anna.id] });
  telegram.flood.enabled = true;
  for (let n = 0; n < 20; n += 1)
    expect((await call("sendMessage", { chat_id, text: `${n}` })).status).toBe(200);
  const refused = await call("sendMessage", { chat_id, text: "21" });
  const seconds = refused.parameters?.["retry_after"] ?? 0;
  expect(refused).toMatchObject({ status: 429, description: `Too Many Requests: retry after ${seconds}` });
  expect(refused.headers.get("retry-after")).toBe(String(seconds));
  expect(seconds).toBeGreaterThan(0);
  clock.advance((seconds - 1) * 1000);
  expect((await call("sendMessage", { chat_id, text: "рано" })).status).toBe(429);
  clock.advance(1000);
  expect((await call("sendMessage", { chat_id, text: "21" })).status).toBe(200);
});

test("T52: about thirty messages a second go to all chats together, edits count, a look at the updates does not", async () => {
  const { telegram, call, chat_id } = await openChatWithAnna();
  telegram.person(boris.id).start();
  telegram.flood.enabled = true;
  const first = (await call("sendMessage", { chat_id, text: "0" })).result;
  let taken = 1;
  for (let n = 0; n < 15; n += 1) {
    for (const chat of [chat_id, boris.id]) {
      const edit = chat === chat_id;
      const params = edit
        ? { chat_id, message_id: first.message_id, text: `${n}+` }
        : { chat_id: chat, text: `${n}` };
      taken += (await call(edit ? "editMessageText" : "sendMessage", params)).ok ? 1 : 0;
    }
    await call("getWebhookInfo");
  }
  expect(taken).toBe(30);
  expect((await call("getMe")).status).toBe(200);
});

test("T52: an album counts each of its items", async () => {
  const { telegram, call, chat_id } = await openChatWithAnna();
  telegram.flood.enabled = true;
  const media = Array.from({ length: 10 }, () => ({ type: "photo", media: "x" }));
  const results = [];
  for (let n = 0; n < 4; n += 1) results.push((await call("sendMediaGroup", { chat_id, media })).status);
  expect(results).toEqual([400, 400, 429, 429]);
});

test("T53: the next calls of a method fail as ordered, then all is well", async () => {
  const { telegram, call, person, chat_id } = await openChatWithAnna();
  telegram.faults.add({ kind: "429", retryAfter: 3, method: "sendMessage", times: 2 });
  telegram.faults.add({ kind: "500", method: "sendMessage" });
  telegram.faults.add({ kind: "502", method: "sendMessage" });
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push(await call("sendMessage", { chat_id, text: `${n}` }));
  expect(answers.map(({ status, description }) => [status, description])).toEqual([
    [429, "Too Many Requests: retry after 3"],
    [429, "Too Many Requests: retry after 3"],
    [500, "Internal Server Error"],
    [502, "Bad Gateway"],
    [200, undefined],
  ]);
  expect(
    person
      .messages()
      .slice(1)
      .map(({ text }) => text),
  ).toEqual(["4"]);
});

test("T53: a fault may be meant for one chat only, and one for any method spares the polls", async () => {
  const { telegram, outcome, chat_id } = await openChatWithAnna();
  telegram.person(boris.id).start();
  telegram.faults.add({ kind: "500", chat: boris.id });
  expect(await outcome("sendMessage", { chat_id, text: "?" })).toBe("200");
  expect(await outcome("getUpdates")).toBe("200");
  expect(await outcome("sendMessage", { chat_id: boris.id, text: "?" })).toBe("Internal Server Error");
});

test("T53: a connection cut before does nothing, one cut after has done everything", async () => {
  const { telegram, call, person, chat_id } = await openChatWithAnna();
  telegram.faults.add({ kind: "cut-before" });
  await expect(call("sendMessage", { chat_id, text: "не дошло" })).rejects.toThrow();
  telegram.faults.add({ kind: "cut-after" });
  await expect(call("sendMessage", { chat_id, text: "дошло" })).rejects.toThrow();
  expect(
    person
      .messages()
      .slice(1)
      .map(({ text }) => text),
  ).toEqual(["дошло"]);
});

test("T53: a call may hang until it is let go", async () => {
  const { telegram, call, chat_id } = await openChatWithAnna();
  telegram.faults.add({ kind: "hang", method: "sendMessage" });
  const hanging = call("sendMessage", { chat_id, text: "?" }).then(
    () => "answered",
    () => "cut",
  );
  // The next call is served while the other one hangs.
  expect((await call("getMe")).status).toBe(200);
  telegram.faults.clear();
  expect(await hanging).toBe("cut");
});

test("T53: without a network a cut breaks the body off", async () => {
  const { telegram } = await openBench();
  telegram.faults.add({ kind: "cut-after", method: "getMe" });
  const response = await telegram.app.request("/bot4242:AAE-test_token_of_the_embedded_one/getMe");
  await expect(response.text()).rejects.toThrow("socket hang up");
});

test("T53: confirmed updates may come again under their old numbers, by a poll", async () => {
  const { telegram, person, updates, call } = await openChatWithAnna();
  person.text("1");
  person.text("2");
  const first = await updates();
  telegram.updates.repeat();
  expect((await call("getUpdates", { offset: first[1].update_id + 1 })).result).toEqual([first[1]]);
  expect((await call("getUpdates", { offset: first[1].update_id + 1 })).result).toEqual([]);
});

test("T53: updates of different chats may change places, those of one chat never do", async () => {
  const { telegram, person, updates } = await openChatWithAnna();
  const other = telegram.person(boris.id);
  person.text("а1");
  person.text("а2");
  other.text("б1");
  telegram.updates.shuffle();
  const got = await updates();
  expect(got.map(({ message }) => message.text)).toEqual(["б1", "а1", "а2"]);
  const [first] = got.map(({ update_id }) => update_id);
  expect(got.map(({ update_id }) => update_id)).toEqual([first, first + 1, first + 2]);
});

test("T54: every call and its answer stand in the log, in order", async () => {
  const { telegram, call, chat_id, clock } = await openChatWithAnna();
  const before = telegram.calls.count;
  await call("sendmessage", { chat_id, text: "раз", reply_markup: { inline_keyboard: [] } });
  await call("sendMessage", { chat_id: 5, text: "два" });
  await call("noSuchMethod", {});
  const at = clock.now();
  expect(telegram.calls.after(before)).toMatchObject([
    {
      method: "sendMessage",
      status: 200,
      at,
      params: { chat_id, text: "раз", reply_markup: { inline_keyboard: [] } },
    },
    {
      method: "sendMessage",
      status: 400,
      at,
      answer: { ok: false, description: "Bad Request: chat not found" },
    },
    { method: "noSuchMethod", status: 404, at },
  ]);
  expect(telegram.calls.all("sendMessage")).toHaveLength(2);
});
