/** T37–T45: buttons under messages and what their presses bring. */
import { expect, test } from "vitest";
import { anna, boris, inline, openBench, openChatWithAnna } from "./telegram.ts";

const second = 1000;
const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
const button = "Bad Request: can't parse inline keyboard button: ";

async function openWithCard() {
  const bench = await openChatWithAnna();
  const reply_markup = inline({ text: "Да", callback_data: "yes" }, { text: "Нет", callback_data: "no" });
  const { result } = await bench.call("sendMessage", {
    chat_id: bench.chat_id,
    text: "Согласны?",
    reply_markup,
  });
  return { ...bench, card: result };
}

test("T37: 64 bytes of callback data pass, 65 do not, and Cyrillic letters count two", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  const send = (callback_data: string) =>
    outcome("sendMessage", { chat_id, text: "?", reply_markup: inline({ text: "a", callback_data }) });
  expect(await send("x".repeat(64))).toBe("200");
  expect(await send("x".repeat(65))).toBe("Bad Request: BUTTON_DATA_INVALID");
  expect(await send("я".repeat(32))).toBe("200");
  expect(await send("я".repeat(33))).toBe("Bad Request: BUTTON_DATA_INVALID");
});

test.each([
  [{ text: "a" }, `${button}Text buttons are unallowed in the inline keyboard`],
  [{ text: "a", callback_data: "" }, `${button}Text buttons are unallowed in the inline keyboard`],
  [{ text: "a", callback_data: "b", style: "pink" }, `${button}invalid button style specified`],
  ["a", `${button}InlineKeyboardButton must be an Object`],
  [
    { text: "a", url: "http://localhost/x" },
    "Bad Request: inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
  ],
])("T38: the button %j is refused", async (wrong, words) => {
  const { outcome, chat_id } = await openChatWithAnna();
  const reply_markup = { inline_keyboard: [[wrong]] };
  expect(await outcome("sendMessage", { chat_id, text: "?", reply_markup })).toBe(words);
});

test.each([
  ["{", "Bad Request: can't parse reply keyboard markup JSON object"],
  ["[1]", "Bad Request: object expected as reply markup"],
  [
    { inline_keyboard: [{ text: "a", callback_data: "b" }] },
    `Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`,
  ],
])("T38: the markup %j is refused", async (reply_markup, words) => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("sendMessage", { chat_id, text: "?", reply_markup })).toBe(words);
});

test("T38: a button without text and a thirteenth in a row are dropped silently", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const row = Array.from({ length: 13 }, (_, n) => ({ text: `${n}`, callback_data: `${n}` }));
  const reply_markup = { inline_keyboard: [[{ text: "", callback_data: "x" }], row] };
  const { result } = await call("sendMessage", { chat_id, text: "?", reply_markup });
  expect(result.reply_markup.inline_keyboard).toEqual([row.slice(0, 12)]);
});

test("T38: more than a hundred buttons are too long a markup, more than eight in a row are only advised against", async () => {
  const { outcome, call, telegram, chat_id } = await openChatWithAnna();
  const rows = (count: number, inRow: number) => ({
    inline_keyboard: Array.from({ length: count / inRow }, (_, row) =>
      Array.from({ length: inRow }, (__, n) => ({ text: "b", callback_data: `${row}/${n}` })),
    ),
  });
  expect(await outcome("sendMessage", { chat_id, text: "?", reply_markup: rows(100, 5) })).toBe("200");
  expect(await outcome("sendMessage", { chat_id, text: "?", reply_markup: rows(105, 5) })).toBe(
    "Bad Request: reply markup is too long",
  );
  await call("sendMessage", { chat_id, text: "?", reply_markup: rows(9, 9) });
  expect(telegram.calls.last("sendMessage")).toMatchObject({
    status: 200,
    advice: expect.stringContaining("9 buttons"),
  });
});

test("T39: a Mini App needs https, and http only in the test environment with a dotted host", async () => {
  const { outcome, call, chat_id } = await openChatWithAnna();
  const params = (url: string) => ({
    chat_id,
    text: "?",
    reply_markup: inline({ text: "a", web_app: { url } }),
  });
  const wrong = (url: string, why: string) =>
    `Bad Request: inline keyboard button Web App URL '${url}' is invalid: ${why}`;
  expect(await outcome("sendMessage", params("http://step.example"))).toBe(
    wrong("http://step.example", "Only HTTPS links are allowed"),
  );
  expect(await outcome("test/sendMessage", params("http://127.0.0.1:1234"))).toBe("200");
  expect(await outcome("test/sendMessage", params("http://localhost:1234"))).toBe(
    wrong("http://localhost:1234", "Wrong HTTP URL"),
  );
  const sent = await call("sendMessage", params("https://step.example/app"));
  expect(sent.result.reply_markup.inline_keyboard[0][0]).toEqual({
    text: "a",
    web_app: { url: "https://step.example/app" },
  });
});

test("T39: a Mini App is no button for a group", async () => {
  const { telegram, outcome } = await openBench();
  const { id } = telegram.group({ title: "Склад", members: [anna.id] });
  const reply_markup = inline({ text: "a", web_app: { url: "https://step.example" } });
  expect(await outcome("sendMessage", { chat_id: id, text: "?", reply_markup })).toBe(
    "Bad Request: BUTTON_TYPE_INVALID",
  );
});

test("T40: a press carries the whole message, the data byte for byte, and decimal numbers", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  // What the menu plugin of grammY makes of a hash: replacement characters, controls, even NUL.
  const callback_data = "inbox/0/1//f\ufffd\u0000\u0013\ufffd";
  const reply_markup = inline({ text: "Ждут меня", callback_data });
  const { result: card } = await call("sendMessage", { chat_id, text: "Меню", reply_markup });
  const pressId = person.tap("Ждут меня");
  const [{ callback_query: query }] = await updates();
  expect(query).toMatchObject({ id: pressId, data: callback_data, message: card, from: { id: anna.id } });
  expect(query.id).toMatch(/^\d+$/);
  expect(query.chat_instance).toMatch(/^-?\d+$/);
  expect(query.chat_instance).not.toBe(String(chat_id));
});

test("T40: presses in one chat have one chat_instance, in another chat another", async () => {
  const { call, telegram, person, updates, chat_id } = await openChatWithAnna();
  telegram.person(boris.id).start();
  await updates();
  const reply_markup = inline({ text: "a", callback_data: "a" });
  for (const chat of [chat_id, boris.id])
    await call("sendMessage", { chat_id: chat, text: "?", reply_markup });
  person.tap("a");
  person.tap("a");
  telegram.person(boris.id).tap("a");
  const [one, two, three] = (await updates()).map(({ callback_query }) => callback_query.chat_instance);
  expect(two).toBe(one);
  expect(three).not.toBe(one);
});

test("T40: a press on a deleted message shows no more than where it was", async () => {
  const { call, person, card, updates, chat_id } = await openWithCard();
  await call("deleteMessage", { chat_id, message_id: card.message_id });
  person.press(card.message_id, "yes");
  const [{ callback_query: query }] = await updates();
  expect(query.message).toEqual({ message_id: card.message_id, chat: card.chat, date: 0 });
});

test("T41: anybody in a group may press, and a forged press is delivered", async () => {
  const { telegram, call, updates } = await openBench();
  const group = telegram.group({ title: "Склад", members: [anna.id, boris.id] });
  const reply_markup = inline({ text: "a", callback_data: "a" });
  const { result } = await call("sendMessage", { chat_id: group.id, text: "?", reply_markup });
  await updates();
  group.press(boris.id, result.message_id, "a");
  group.press(anna.id, result.message_id, "approve:17");
  expect((await updates()).map(({ callback_query: { from, data } }) => [from.id, data])).toEqual([
    [boris.id, "a"],
    [anna.id, "approve:17"],
  ]);
});

test("T42: a press is answered once, within 15 seconds, with at most 200 characters", async () => {
  const { outcome, person, clock } = await openWithCard();
  const answer = (callback_query_id: string, more: object = {}) =>
    outcome("answerCallbackQuery", { callback_query_id, ...more });
  const first = person.tap("Да");
  expect(await answer(first, { text: "я".repeat(201) })).toBe("Bad Request: MESSAGE_TOO_LONG");
  expect(await answer(first, { url: "https://step.example" })).toBe("Bad Request: URL_INVALID");
  expect(await answer(first, { text: "Принято" })).toBe("200");
  expect(await answer(first)).toBe(tooOld);
  expect(await answer("12345")).toBe(tooOld);
  const second_ = person.tap("Нет");
  clock.advance(15 * second);
  expect(await answer(second_, { text: "Понятно", show_alert: true })).toBe("200");
  const third = person.tap("Нет");
  clock.advance(15 * second + 1);
  expect(await answer(third)).toBe(tooOld);
  expect(person.answers()).toMatchObject([
    { pressId: first, text: "Принято", alert: false },
    { pressId: second_, text: "Понятно", alert: true },
  ]);
});

test("T43: looks of buttons are kept and echoed", async () => {
  const { call, person, chat_id } = await openChatWithAnna();
  const row = [
    { text: "Согласовать", callback_data: "a", style: "success" },
    { text: "Отклонить", callback_data: "b", style: "danger", icon_custom_emoji_id: "5368324170671202286" },
    { text: "№ 17", copy_text: { text: "СП-2026-17" } },
    { text: "Занято", disabled: {} },
  ];
  const { result } = await call("sendMessage", {
    chat_id,
    text: "?",
    reply_markup: { inline_keyboard: [row] },
  });
  expect(result.reply_markup.inline_keyboard).toEqual([row]);
  expect(person.last().buttons[0]).toMatchObject([
    { style: "success" },
    { style: "danger" },
    { copyText: "СП-2026-17" },
    { disabled: true },
  ]);
  expect(() => person.tap("Занято")).toThrow(/No button/);
});

test("T44: a keyboard asks for the contact, which comes with the own user_id, or with a foreign one", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  const keyboard = [[{ text: "Отправить мой номер", request_contact: true }]];
  const { result } = await call("sendMessage", {
    chat_id,
    text: "?",
    reply_markup: { keyboard, resize_keyboard: true },
  });
  expect(result.reply_markup).toBeUndefined();
  expect(person.keyboard()).toEqual([["Отправить мой номер"]]);
  person.contact();
  person.contact({ own: false, phone: "+380500000000", userId: boris.id });
  expect((await updates()).map(({ message }) => message.contact)).toEqual([
    { phone_number: anna.phone, first_name: "Анна", last_name: "Белова", user_id: anna.id },
    { phone_number: "+380500000000", first_name: "Борис", user_id: boris.id },
  ]);
});

test("T44: a contact can't be asked for in a group", async () => {
  const { telegram, outcome } = await openBench();
  const { id } = telegram.group({ title: "Склад", members: [anna.id] });
  const reply_markup = { keyboard: [[{ text: "номер", request_contact: true }]] };
  expect(await outcome("sendMessage", { chat_id: id, text: "?", reply_markup })).toBe(
    "Bad Request: phone number can be requested in private chats only",
  );
});

test("T45: ForceReply opens the reply field; the answer holds the prompt one level deep", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  const own = person.text("отклонить");
  const { result: prompt } = await call("sendMessage", {
    chat_id,
    text: "Причина?",
    reply_parameters: { message_id: own },
    reply_markup: { force_reply: true, input_field_placeholder: "Причина" },
  });
  expect(person.forceReply()).toBe(prompt.message_id);
  await updates();
  person.text("бой", { replyTo: prompt.message_id });
  const [{ message }] = await updates();
  expect(message.reply_to_message).toMatchObject({ message_id: prompt.message_id, text: "Причина?" });
  expect(message.reply_to_message.reply_to_message).toBeUndefined();
  expect(person.forceReply()).toBeUndefined();
});

test("T45: the person may write something else instead", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  await call("sendMessage", { chat_id, text: "Причина?", reply_markup: { force_reply: true } });
  person.text("потом");
  const [{ message }] = await updates();
  expect(message).not.toHaveProperty("reply_to_message");
});

test("a reply keyboard stays until another comes, or its removal; a one-time one goes after its use", async () => {
  const { call, person, chat_id } = await openChatWithAnna();
  const send = (reply_markup: object) => call("sendMessage", { chat_id, text: "?", reply_markup });
  await send({ keyboard: [["Списание"], ["Возврат поставщику"]] });
  person.text("Списание");
  await call("sendMessage", { chat_id, text: "Что списываем?" });
  expect(person.keyboard()).toEqual([["Списание"], ["Возврат поставщику"]]);
  await send({ keyboard: [["Готово"]], one_time_keyboard: true });
  person.text("Готово");
  expect(person.keyboard()).toEqual([]);
  await send({ keyboard: [["Да"]] });
  await send({ remove_keyboard: true });
  expect(person.keyboard()).toEqual([]);
});

test("a tap that finds no button names those that there are", async () => {
  const { person } = await openWithCard();
  expect(() => person.tap("Может быть")).toThrow('There are: "Да", "Нет"');
});
