/** T19–T27: who can be written to, and in what words the bot learns that he can't. */
import { expect, test } from "vitest";
import { anna, boris, openBench, openChatWithAnna, vera } from "./telegram.ts";

const notFound = "Bad Request: chat not found";

test("T19: an unknown chat, a person never met and a person's name are all not found", async () => {
  const { outcome } = await openBench();
  const send = (chat_id: number | string) => outcome("sendMessage", { chat_id, text: "привет" });
  for (const chat of [anna.id, 999_999, 0, "abc", "@boris_k"]) expect(await send(chat)).toBe(notFound);
  expect(await outcome("sendMessage", { text: "привет" })).toBe("Bad Request: chat_id is empty");
});

test("T19: a person who wrote is known from then on", async () => {
  const { outcome, telegram } = await openBench();
  telegram.person(boris.id).text("здравствуйте");
  expect(await outcome("sendMessage", { chat_id: boris.id, text: "привет" })).toBe("200");
  expect(await outcome("sendMessage", { chat_id: "@boris_k", text: "привет" })).toBe(notFound);
});

test("T20: a person met in a group who never pressed Start can't be written to", async () => {
  const { outcome, telegram } = await openBench();
  telegram.group({ title: "Склад", members: [vera.id] });
  expect(await outcome("sendMessage", { chat_id: vera.id, text: "привет" })).toBe(
    "Forbidden: bot can't initiate conversation with a user",
  );
  telegram.person(vera.id).start();
  expect(await outcome("sendMessage", { chat_id: vera.id, text: "привет" })).toBe("200");
});

test("T21: a person stops the bot and lets it back in; both are updates", async () => {
  const { outcome, person, updates, chat_id } = await openChatWithAnna();
  person.block();
  person.block();
  const [blocked, ...more] = await updates();
  expect(more).toEqual([]);
  expect(blocked.my_chat_member).toMatchObject({
    chat: { id: anna.id, type: "private" },
    from: { id: anna.id },
    old_chat_member: { status: "member" },
    new_chat_member: { status: "kicked", until_date: 0, user: { is_bot: true } },
  });
  const text = "есть кто?";
  const stopped = "Forbidden: bot was blocked by the user";
  expect(await outcome("sendMessage", { chat_id, text })).toBe(stopped);
  expect(await outcome("sendChatAction", { chat_id, action: "typing" })).toBe(stopped);
  person.unblock();
  expect((await updates())[0].my_chat_member).toMatchObject({
    old_chat_member: { status: "kicked" },
    new_chat_member: { status: "member" },
  });
  expect(await outcome("sendMessage", { chat_id, text })).toBe("200");
});

test("T21: Start restarts a stopped bot", async () => {
  const { outcome, person, updates, chat_id } = await openChatWithAnna();
  person.block();
  await updates();
  person.start();
  expect(await updates()).toMatchObject([
    { my_chat_member: { new_chat_member: { status: "member" } } },
    { message: { text: "/start" } },
  ]);
  expect(await outcome("sendMessage", { chat_id, text: "снова здесь" })).toBe("200");
});

test("T22: a deleted account is told so", async () => {
  const { outcome, person, chat_id } = await openChatWithAnna();
  person.deleteAccount();
  expect(await outcome("sendMessage", { chat_id, text: "?" })).toBe("Forbidden: user is deactivated");
});

test("T26: a link with a payload is /start and the payload, marked as a command of six letters", async () => {
  const { telegram, updates } = await openBench();
  telegram.person(anna.id).start("join_17-a");
  const [{ message }] = await updates();
  expect(message).toMatchObject({
    text: "/start join_17-a",
    entities: [{ type: "bot_command", offset: 0, length: 6 }],
    from: { id: anna.id, first_name: "Анна", last_name: "Белова", is_bot: false },
    chat: { id: anna.id, type: "private" },
  });
  expect(() => telegram.person(anna.id).start("нет")).toThrow(/payload/);
});

test("T27: ids of two private chats never coincide, so that those of one chat jump", async () => {
  const { telegram } = await openBench();
  const [a, b] = [telegram.person(anna.id), telegram.person(boris.id)];
  const ids = [a.text("1"), b.text("2"), a.text("3"), b.text("4")];
  expect(new Set(ids).size).toBe(4);
  expect(a.messages().map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect((ids[2] ?? 0) - (ids[0] ?? 0)).toBeGreaterThan(1);
});

test("T27: a supergroup counts its messages for itself", async () => {
  const { telegram, call } = await openBench();
  telegram.person(anna.id).text("1");
  const group = telegram.group({ title: "Магазины", kind: "supergroup", members: [anna.id] });
  const sent = await call("sendMessage", { chat_id: group.id, text: "первое" });
  expect(sent.result.message_id).toBe(2);
  expect((await call("sendMessage", { chat_id: group.id, text: "второе" })).result.message_id).toBe(3);
});

test("T23: a group that became a supergroup names its new id, and both chats say so", async () => {
  const { telegram, call, updates } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  await updates();
  const upgraded = group.upgrade();
  expect(upgraded.id).toBeLessThan(-1_000_000_000_000);
  expect(await updates()).toMatchObject([
    { message: { chat: { id: group.id }, migrate_to_chat_id: upgraded.id } },
    { message: { chat: { id: upgraded.id, type: "supergroup" }, migrate_from_chat_id: group.id } },
  ]);
  expect(await call("sendMessage", { chat_id: group.id, text: "?" })).toMatchObject({
    status: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: upgraded.id },
  });
});

test.each([
  [
    "group",
    "Forbidden: bot was kicked from the group chat",
    "Forbidden: bot is not a member of the group chat",
  ],
  [
    "supergroup",
    "Forbidden: bot was kicked from the supergroup chat",
    "Forbidden: bot is not a member of the supergroup chat",
  ],
] as const)(
  "T24: a bot removed from a %s is told so, and so is one that left",
  async (kind, kicked, left) => {
    const { telegram, outcome, updates } = await openBench();
    const group = telegram.group({ title: "Склад", kind, members: [anna.id] });
    const [{ my_chat_member: added }] = await updates();
    expect([added.old_chat_member.status, added.new_chat_member.status]).toEqual(["left", "member"]);
    group.removeBot();
    expect((await updates())[0].my_chat_member.new_chat_member.status).toBe("kicked");
    expect(await outcome("sendMessage", { chat_id: group.id, text: "?" })).toBe(kicked);
    group.addBot();
    expect(await outcome("leaveChat", { chat_id: group.id })).toBe("200");
    expect(await outcome("sendMessage", { chat_id: group.id, text: "?" })).toBe(left);
  },
);

test("T24: a deleted group is told so", async () => {
  const { telegram, outcome } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  group.delete();
  expect(await outcome("sendMessage", { chat_id: group.id, text: "?" })).toBe(
    "Forbidden: the group chat was deleted",
  );
});

test("T25: in a group the bot hears commands meant for it and replies to it, and no other talk", async () => {
  const { telegram, call, updates } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id, boris.id] });
  const said = await call("sendMessage", { chat_id: group.id, text: "Причина?" });
  await updates();
  group.text(anna.id, "просто разговор");
  group.text(anna.id, "/open 17");
  group.text(boris.id, "/open@countersign_test_bot 17");
  group.text(boris.id, "/open@another_bot 17");
  group.text(boris.id, "бой", { replyTo: said.result.message_id });
  expect((await updates()).map(({ message }) => message.text)).toEqual([
    "/open 17",
    "/open@countersign_test_bot 17",
    "бой",
  ]);
});

test("T25: as an administrator the bot hears everything", async () => {
  const { telegram, updates } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  group.promoteBot();
  await updates();
  group.text(anna.id, "просто разговор");
  expect(await updates()).toMatchObject([{ message: { text: "просто разговор", chat: { title: "Склад" } } }]);
});

test("what the bot sends into a group reaches no page of a person", async () => {
  const { telegram, call } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  await call("sendMessage", { chat_id: group.id, text: "всем" });
  expect(group.messages().map(({ text }) => text)).toContain("всем");
  expect(telegram.person(anna.id).messages()).toEqual([]);
});

test("getChat shows a person as he is, and refuses unknown chats", async () => {
  const { call, outcome, chat_id } = await openChatWithAnna();
  expect((await call("getChat", { chat_id })).result).toMatchObject({
    id: anna.id,
    first_name: "Анна",
    type: "private",
  });
  expect(await outcome("getChat", { chat_id: 77 })).toBe(notFound);
});

test("a reply to a message that is gone is refused, unless that is allowed", async () => {
  const { call, outcome, person, chat_id } = await openChatWithAnna();
  const id = person.text("вопрос");
  const reply = await call("sendMessage", { chat_id, text: "ответ", reply_parameters: { message_id: id } });
  expect(reply.result.reply_to_message).toMatchObject({ message_id: id, text: "вопрос" });
  const gone = { chat_id, text: "ответ", reply_parameters: { message_id: 9999 } };
  expect(await outcome("sendMessage", gone)).toBe("Bad Request: message to be replied not found");
  const allowed = { ...gone, reply_parameters: { message_id: 9999, allow_sending_without_reply: true } };
  expect(await outcome("sendMessage", allowed)).toBe("200");
});
