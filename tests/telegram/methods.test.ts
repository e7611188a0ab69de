/** The methods that no number of the checklist names: copies, forwards, pins, reactions, commands, menu, contacts. */
import { expect, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { anna, boris, inline, openChatWithAnna } from "./telegram.ts";

async function openWithBoris() {
  const bench = await openChatWithAnna();
  const other = bench.telegram.person(boris.id);
  other.start();
  await bench.updates();
  return { ...bench, other };
}

test("a copy shows no origin and takes only the keyboard of the call", async () => {
  const { call, chat_id, other } = await openWithBoris();
  const reply_markup = inline({ text: "Да", callback_data: "y" });
  const { result } = await call("sendMessage", {
    chat_id,
    text: "<b>ж</b>",
    parse_mode: "HTML",
    reply_markup,
  });
  const copy = await call("copyMessage", {
    chat_id: boris.id,
    from_chat_id: chat_id,
    message_id: result.message_id,
  });
  expect(copy.result).toEqual({ message_id: other.last().id });
  expect(other.last()).toMatchObject({ text: "ж", entities: [{ type: "bold" }], buttons: [] });
});

test("a copied photo may get another caption", async () => {
  const { call, upload, chat_id, other } = await openWithBoris();
  const sent = await upload("sendPhoto", {
    chat_id: String(chat_id),
    photo: new Blob([await pngOf(40, 30)]),
    caption: "старая",
  });
  await call("copyMessage", {
    chat_id: boris.id,
    from_chat_id: chat_id,
    message_id: sent.result.message_id,
    caption: "новая",
  });
  expect(other.last()).toMatchObject({ caption: "новая", photo: [{ width: 40 }] });
});

test("a forward names its origin, and keeps a keyboard only of links", async () => {
  const { call, chat_id } = await openWithBoris();
  const forwarded = async (...buttons: object[]) => {
    const { result } = await call("sendMessage", { chat_id, text: "?", reply_markup: inline(...buttons) });
    return (
      await call("forwardMessage", {
        chat_id: boris.id,
        from_chat_id: chat_id,
        message_id: result.message_id,
      })
    ).result;
  };
  const card = await forwarded(
    { text: "Да", callback_data: "y" },
    { text: "Сайт", url: "https://step.example" },
  );
  expect(card.forward_origin).toMatchObject({ type: "user", sender_user: { is_bot: true } });
  expect(card.reply_markup).toBeUndefined();
  expect((await forwarded({ text: "Сайт", url: "https://step.example" })).reply_markup).toBeDefined();
});

test("several messages are copied at once, missing ones left out", async () => {
  const { call, chat_id, other, person } = await openWithBoris();
  const ids = [person.text("1"), 99_999, person.text("2")];
  const { result } = await call("copyMessages", {
    chat_id: boris.id,
    from_chat_id: chat_id,
    message_ids: ids,
  });
  expect(result).toHaveLength(2);
  expect(
    other
      .messages()
      .slice(-2)
      .map(({ text, from }) => [text, from]),
  ).toEqual([
    ["1", "bot"],
    ["2", "bot"],
  ]);
  const forwards = await call("forwardMessages", {
    chat_id: boris.id,
    from_chat_id: chat_id,
    message_ids: ids,
  });
  expect(forwards.result).toHaveLength(2);
});

test("a pinned message shows in getChat until it is unpinned", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const { result } = await call("sendMessage", { chat_id, text: "важно" });
  await call("pinChatMessage", { chat_id, message_id: result.message_id });
  expect((await call("getChat", { chat_id })).result.pinned_message.text).toBe("важно");
  await call("unpinChatMessage", { chat_id });
  expect((await call("getChat", { chat_id })).result.pinned_message).toBeUndefined();
});

test("a bot sets one free reaction at most", async () => {
  const { outcome, chat_id, person } = await openChatWithAnna();
  const message_id = person.text("готово");
  const react = (...emoji: string[]) =>
    outcome("setMessageReaction", {
      chat_id,
      message_id,
      reaction: emoji.map((each) => ({ type: "emoji", emoji: each })),
    });
  expect(await react("👍")).toBe("200");
  expect(await react()).toBe("200");
  expect(await react("👍", "🔥")).toBe("Bad Request: REACTIONS_TOO_MANY");
  expect(await react("🧾")).toBe("Bad Request: REACTION_INVALID");
});

test("commands are kept by scope and language, and taken back", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const commands = [{ command: "new", description: "Новая заявка" }];
  const scope = { type: "chat", chat_id };
  await call("setMyCommands", { commands, scope, language_code: "ru" });
  expect((await call("getMyCommands", { scope, language_code: "ru" })).result).toEqual(commands);
  expect((await call("getMyCommands", {})).result).toEqual([]);
  await call("deleteMyCommands", { scope, language_code: "ru" });
  expect((await call("getMyCommands", { scope, language_code: "ru" })).result).toEqual([]);
});

test("the menu button of a chat stands before the default one", async () => {
  const { call, chat_id } = await openChatWithAnna();
  expect((await call("getChatMenuButton", { chat_id })).result).toEqual({ type: "commands" });
  await call("setChatMenuButton", { menu_button: { type: "default" } });
  await call("setChatMenuButton", { chat_id, menu_button: { type: "commands" } });
  expect((await call("getChatMenuButton", { chat_id })).result).toEqual({ type: "commands" });
  expect((await call("getChatMenuButton", {})).result).toEqual({ type: "default" });
});

test("contacts, places, voices, videos and stickers come and go", async () => {
  const { call, chat_id, person, updates } = await openChatWithAnna();
  await call("sendContact", { chat_id, phone_number: "+79000000009", first_name: "Склад" });
  expect(person.last().other).toMatchObject({ kind: "contact", phone: "+79000000009" });
  await call("sendLocation", { chat_id, latitude: "55.75", longitude: 37.6 });
  expect(person.last().other).toMatchObject({ kind: "location", latitude: 55.75 });
  person.voice();
  person.video(undefined, { caption: "ролик", durationS: 7 });
  person.sticker("🔥");
  person.location(50.45, 30.52);
  expect((await updates()).map(({ message }) => message)).toMatchObject([
    { voice: { duration: 1, mime_type: "audio/ogg" } },
    { video: { duration: 7, file_name: "video.mp4" }, caption: "ролик" },
    { sticker: { emoji: "🔥", type: "regular" } },
    { location: { latitude: 50.45, longitude: 30.52 } },
  ]);
});

test("sent silently, with protection or an effect, a message says so", async () => {
  const { call, chat_id, person } = await openChatWithAnna();
  const more = {
    disable_notification: true,
    protect_content: true,
    message_effect_id: "5046509860389126442",
  };
  const { result } = await call("sendMessage", { chat_id, text: "тихо", ...more });
  expect(result).toMatchObject({ has_protected_content: true, effect_id: "5046509860389126442" });
  expect(person.last()).toMatchObject({ silent: true, protected: true });
});

test("typing is told to the page, and to nobody else", async () => {
  const { call, chat_id, updates, person } = await openChatWithAnna();
  expect((await call("sendChatAction", { chat_id, action: "typing" })).result).toBe(true);
  expect(await updates()).toEqual([]);
  expect(person.messages()).toHaveLength(1);
});

test("who is in a chat is told by getChatMember", async () => {
  const { call, telegram, outcome } = await openChatWithAnna();
  const group = telegram.group({ title: "Склад", members: [anna.id] });
  const status = async (user_id: number) =>
    (await call("getChatMember", { chat_id: group.id, user_id })).result.status;
  expect([await status(anna.id), await status(4242)]).toEqual(["member", "member"]);
  expect((await call("getChatMemberCount", { chat_id: group.id })).result).toBe(2);
  expect(await outcome("getChatMember", { chat_id: group.id })).toBe(
    "Bad Request: invalid user_id specified",
  );
});
