/** T12–T14, T17, T18: conflicts of polls, kinds of updates, and delivery to the bot's own address. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { anna, boris, openBench, openChatWithAnna } from "./telegram.ts";

const second = 1000;

interface Received {
  // A test reads what it expects.
  body: any; // oxlint-disable-line typescript/no-explicit-any -- a test reads what it expects
  secret: string | undefined;
}

/** A bot's address that answers as it is told: a status, a body, or nothing until released. */
async function openReceiver(
  answers: () => { status: number; body?: string; headers?: Record<string, string> },
) {
  const received: Received[] = [];
  const arrivals = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const secret = request.headers["x-telegram-bot-api-secret-token"];
      received.push({ body: JSON.parse(Buffer.concat(chunks).toString()), secret: secret?.toString() });
      const { status, body = "", headers = {} } = answers();
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
      for (const arrived of arrivals) arrived();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** Resolves when so many deliveries have come. */
    async count(n: number): Promise<void> {
      while (received.length < n) await new Promise<void>((resolve) => arrivals.add(resolve));
    },
  };
}

async function openWithReceiver(answers: Parameters<typeof openReceiver>[0]) {
  const bench = await openChatWithAnna();
  const receiver = await openReceiver(answers);
  const set = await bench.call("setWebhook", { url: receiver.url, secret_token: "s3cret_-" });
  expect([set.result, set.description]).toEqual([true, "Webhook was set"]);
  return { ...bench, receiver };
}

/** Waits until a condition of the server holds, without a fixed pause. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

test("T12: of two polls the older is told that another one came", async () => {
  const { call, telegram, clock } = await openBench();
  const older = call("getUpdates", { timeout: 30 });
  await until(() => telegram.polling.started === 1);
  const newer = call("getUpdates", { timeout: 30 });
  expect(await older).toMatchObject({
    status: 409,
    description:
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
  clock.advance(30 * second);
  expect((await newer).result).toEqual([]);
});

test("T12: a poll that has something to bring disturbs nobody", async () => {
  const { call, telegram } = await openBench();
  telegram.person(anna.id).start();
  const [one, two] = await Promise.all([
    call("getUpdates", { timeout: 30 }),
    call("getUpdates", { timeout: 30 }),
  ]);
  expect([one.result.length, two.result.length]).toEqual([1, 1]);
});

test("T13: no poll while a webhook is set; once it is deleted the kept updates come", async () => {
  const { call, person, receiver } = await openWithReceiver(() => ({ status: 500 }));
  expect(await call("getUpdates")).toMatchObject({
    status: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  person.text("подождёт");
  await receiver.count(1);
  expect((await call("deleteWebhook")).description).toBe("Webhook was deleted");
  expect((await call("deleteWebhook")).description).toBe("Webhook is already deleted");
  expect((await call("getUpdates")).result).toMatchObject([{ message: { text: "подождёт" } }]);
});

test("T13: a waiting poll is ended by setWebhook", async () => {
  const { call, telegram } = await openBench();
  const poll = call("getUpdates", { timeout: 30 });
  await until(() => telegram.polling.started === 1);
  await call("setWebhook", { url: "http://127.0.0.1:9/hook" });
  expect(await poll).toMatchObject({
    status: 409,
    description: "Conflict: terminated by setWebhook request",
  });
});

test("T14: members and reactions come only when named, and nonsense means the default", async () => {
  const { call, telegram, updates } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  group.promoteBot();
  await updates();
  const kinds = async () => {
    group.addMember(boris.id);
    group.react(anna.id, 1, "👍");
    return (await updates()).map((update) => Object.keys(update).find((key) => key !== "update_id"));
  };
  expect(await kinds()).toEqual(["message"]);
  await call("getUpdates", { allowed_updates: ["message", "CHAT_MEMBER", "message_reaction"] });
  expect(await kinds()).toEqual(["chat_member", "message", "message_reaction"]);
  // Absent, unreadable and mixed lists leave everything as before.
  for (const allowed_updates of ["{", [1]]) await call("getUpdates", { allowed_updates });
  expect(await kinds()).toHaveLength(3);
  expect((await call("getUpdates", { allowed_updates: ["nonsense"] })).ok).toBe(true);
  expect(await kinds()).toEqual(["message"]);
});

test("T14: what is already waiting is not touched by a change of kinds", async () => {
  const { call, person } = await openChatWithAnna();
  person.text("раньше");
  await call("getUpdates", { allowed_updates: ["callback_query"] });
  person.text("позже");
  expect(
    (await call("getUpdates")).result.map(({ message }: { message: { text: string } }) => message.text),
  ).toEqual(["раньше"]);
});

test("T17: an update is posted with the secret, and taken by any 2xx", async () => {
  const { call, person, receiver } = await openWithReceiver(() => ({ status: 204 }));
  person.text("привет");
  await receiver.count(1);
  expect(receiver.received).toMatchObject([{ secret: "s3cret_-", body: { message: { text: "привет" } } }]);
  await until(async () => (await call("getWebhookInfo")).result.pending_update_count === 0);
});

test("T17: a refused update comes again at once, then after 2, 4, 8 seconds, under the same number", async () => {
  const { call, clock, person, receiver } = await openWithReceiver(() => ({ status: 500 }));
  person.text("привет");
  await receiver.count(2);
  const failed = async (n: number) => until(async () => receiver.received.length === n && (await settled()));
  const settled = async () => (await call("getWebhookInfo")).result.last_error_message !== undefined;
  for (const [n, pause] of [2, 4, 8].entries()) {
    await failed(n + 2);
    clock.advance(pause * second - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(receiver.received).toHaveLength(n + 2);
    clock.advance(1);
    await receiver.count(n + 3);
  }
  expect(new Set(receiver.received.map(({ body }) => body.update_id)).size).toBe(1);
  expect((await call("getWebhookInfo")).result).toMatchObject({
    url: receiver.url,
    has_custom_certificate: false,
    pending_update_count: 1,
    max_connections: 40,
    last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
  });
});

test("T17: Retry-After is obeyed", async () => {
  let status = 429;
  const headers = { "retry-after": "30" };
  const { clock, person, receiver, call } = await openWithReceiver(() => ({ status, headers }));
  person.text("привет");
  await receiver.count(1);
  await until(async () => (await call("getWebhookInfo")).result.last_error_message !== undefined);
  status = 200;
  clock.advance(29 * second);
  await new Promise((resolve) => setImmediate(resolve));
  expect(receiver.received).toHaveLength(1);
  clock.advance(second);
  await receiver.count(2);
});

test("T17: messages of one chat come in order even when one is refused, other chats do not wait for it", async () => {
  const refuse = new Set(["первое"]);
  let last = "";
  const receiver = await openReceiver(() => ({ status: refuse.has(last) ? 500 : 200 }));
  const bench = await openBench();
  await bench.call("setWebhook", { url: receiver.url });
  const [a, b] = [bench.telegram.person(anna.id), bench.telegram.person(boris.id)];
  Object.defineProperty(receiver.received, "push", {
    value(item: Received) {
      last = item.body.message.text;
      return Array.prototype.push.call(receiver.received, item);
    },
  });
  a.text("первое");
  a.text("второе");
  await receiver.count(2);
  b.text("чужое");
  await receiver.count(3);
  expect(receiver.received.map(({ body }) => body.message.text)).toEqual(["первое", "первое", "чужое"]);
  refuse.clear();
  bench.clock.advance(2 * second);
  await receiver.count(5);
  expect(receiver.received.slice(3).map(({ body }) => body.message.text)).toEqual(["первое", "второе"]);
});

test("T18: a method call in the answer is carried out, one that reads or changes the webhook is not", async () => {
  const replies = [
    { method: "sendMessage", chat_id: anna.id, text: "из ответа" },
    { method: "deleteWebhook" },
    { method: "getMe" },
  ];
  const { person, telegram, receiver, call } = await openWithReceiver(() => ({
    status: 200,
    body: JSON.stringify(replies.shift() ?? {}),
  }));
  const before = telegram.calls.all().length;
  for (const text of ["1", "2", "3"]) person.text(text);
  await receiver.count(3);
  await until(() => person.messages().some(({ text }) => text === "из ответа"));
  await until(async () => (await call("getWebhookInfo")).result.pending_update_count === 0);
  const carriedOut = telegram.calls.after(before).map(({ method }) => method);
  expect(carriedOut.filter((method) => method !== "getWebhookInfo" && method !== "setWebhook")).toEqual([
    "sendMessage",
  ]);
  expect((await call("getWebhookInfo")).result.url).toBe(receiver.url);
});

test.each([
  [{ url: "ftp://x.ru" }, "Bad Request: invalid webhook URL specified"],
  [{ url: "http://127.0.0.1:9", secret_token: "a".repeat(257) }, "Bad Request: secret token is too long"],
  [
    { url: "http://127.0.0.1:9", secret_token: "a b" },
    "Bad Request: secret token contains unallowed characters",
  ],
])("T17: setWebhook with %j is refused", async (params, words) => {
  const { outcome } = await openBench();
  expect(await outcome("setWebhook", params)).toBe(words);
});

test("T17: setWebhook twice within a second has to wait, the same again changes nothing", async () => {
  const { call, clock } = await openBench();
  const params = { url: "http://127.0.0.1:9/hook" };
  await call("setWebhook", params);
  expect(await call("setWebhook", params)).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
  clock.advance(second);
  expect((await call("setWebhook", params)).description).toBe("Webhook is already set");
});

test("drop_pending_updates empties the queue", async () => {
  const { call, person } = await openChatWithAnna();
  person.text("забудем");
  await call("deleteWebhook", { drop_pending_updates: true });
  expect((await call("getUpdates")).result).toEqual([]);
});

test("after logOut the bot is logged out", async () => {
  const { call } = await openBench();
  expect((await call("logOut")).result).toBe(true);
  expect(await call("getMe")).toMatchObject({ status: 400, description: "Logged out" });
});
