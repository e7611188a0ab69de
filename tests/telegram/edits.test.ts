/** T32–T36: editing and deleting. */
import { expect, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { inline, openChatWithAnna } from "./telegram.ts";

const hour = 3600 * 1000;
const notModified =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

async function openWithText(text = "карточка") {
  const bench = await openChatWithAnna();
  const { result } = await bench.call("sendMessage", {
    chat_id: bench.chat_id,
    text,
    reply_markup: inline({ text: "Да", callback_data: "yes" }),
  });
  const target = { chat_id: bench.chat_id, message_id: result.message_id as number };
  return { ...bench, target };
}

async function openWithPhoto() {
  const bench = await openChatWithAnna();
  const photo = new Blob([await pngOf(40, 30)]);
  const sent = await bench.upload("sendPhoto", { chat_id: String(bench.chat_id), photo, caption: "фото" });
  return {
    ...bench,
    photo: sent.result.photo,
    target: { chat_id: bench.chat_id, message_id: sent.result.message_id },
  };
}

test("T32: an equal edit is refused, one that changes only the keyboard passes", async () => {
  const { outcome, call, target } = await openWithText();
  const same = { ...target, text: "<b></b>карточка ", parse_mode: "HTML" };
  const yes = inline({ text: "Да", callback_data: "yes" });
  expect(await outcome("editMessageText", { ...same, reply_markup: yes })).toBe(notModified);
  expect(await outcome("editMessageReplyMarkup", { ...target, reply_markup: yes })).toBe(notModified);
  const other = await call("editMessageText", {
    ...same,
    reply_markup: inline({ text: "Нет", callback_data: "no" }),
  });
  expect(other.result).toMatchObject({ text: "карточка", edit_date: expect.any(Number) });
});

test("T33: an edit of the text without a keyboard takes the keyboard away", async () => {
  const { call, target, person } = await openWithText();
  expect(person.last().buttons).toHaveLength(1);
  const { result } = await call("editMessageText", { ...target, text: "закрыто" });
  expect(result.reply_markup).toBeUndefined();
  expect(person.last()).toMatchObject({ text: "закрыто", buttons: [] });
});

test("T33: an empty inline keyboard takes the old one away as well", async () => {
  const { call, target, person } = await openWithText();
  await call("editMessageReplyMarkup", { ...target, reply_markup: { inline_keyboard: [] } });
  expect(person.last().buttons).toEqual([]);
});

test("T34: what can't be edited is refused in four different ways", async () => {
  const { outcome, target, person } = await openWithPhoto();
  expect(await outcome("editMessageText", { ...target, text: "x" })).toBe(
    "Bad Request: there is no text in the message to edit",
  );
  const own = { ...target, message_id: person.text("моё") };
  expect(await outcome("editMessageText", { ...own, text: "x" })).toBe(
    "Bad Request: message can't be edited",
  );
  expect(await outcome("editMessageText", { ...target, message_id: 9999, text: "x" })).toBe(
    "Bad Request: message to edit not found",
  );
  const text = await openWithText();
  expect(await text.outcome("editMessageCaption", { ...text.target, caption: "x" })).toBe(
    "Bad Request: there is no caption in the message to edit",
  );
});

test("T34: an edit needs a message, and takes inline keyboards only", async () => {
  const { outcome, target, chat_id } = await openWithText();
  expect(await outcome("editMessageText", { text: "x" })).toBe(
    "Bad Request: message identifier is not specified",
  );
  expect(await outcome("editMessageText", { chat_id, text: "x" })).toBe(
    "Bad Request: message to edit not found",
  );
  expect(
    await outcome("editMessageText", { ...target, text: "x", reply_markup: { remove_keyboard: true } }),
  ).toBe("Bad Request: inline keyboard expected");
});

test.each([{ keyboard: [["Да"]] }, { remove_keyboard: true }, { force_reply: true }])(
  "T34: a message sent with %j can't be edited later",
  async (reply_markup) => {
    const { call, outcome, chat_id } = await openChatWithAnna();
    const { result } = await call("sendMessage", { chat_id, text: "?", reply_markup });
    const target = { chat_id, message_id: result.message_id };
    expect(await outcome("editMessageText", { ...target, text: "!" })).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await outcome("editMessageMedia", { ...target, media: { type: "photo", media: "abcA" } })).toBe(
      "Bad Request: message media can't be edited",
    );
  },
);

test("a caption is edited, a photo is exchanged, a text becomes a photo, but nothing becomes a text again", async () => {
  const { call, outcome, target, photo, person } = await openWithPhoto();
  expect((await call("editMessageCaption", { ...target, caption: "новое" })).result.caption).toBe("новое");
  const media = { type: "document", media: "attach://d", caption: "акт" };
  const form = new FormData();
  form.append("chat_id", String(target.chat_id));
  form.append("message_id", String(target.message_id));
  form.append("media", JSON.stringify(media));
  form.append("d", new Blob(["pdf"]), "акт.pdf");
  expect(
    (await call("editMessageMedia", { ...target, media: { ...media, media: "attach://none" } })).description,
  ).toBe("Bad Request: can't parse InputMedia: media not found");
  const text = await call("sendMessage", { chat_id: target.chat_id, text: "станет фото" });
  const now = await call("editMessageMedia", {
    chat_id: target.chat_id,
    message_id: text.result.message_id,
    media: { type: "photo", media: photo.at(-1).file_id },
  });
  expect(now.result.photo).toEqual(photo);
  expect(person.last()).toMatchObject({ buttons: [], photo: [{ width: 40, height: 30 }] });
  expect(await outcome("editMessageText", { ...target, message_id: text.result.message_id, text: "x" })).toBe(
    "Bad Request: there is no text in the message to edit",
  );
});

test("in an album a photo stays a photo", async () => {
  const { call, upload, outcome, chat_id, photo } = await openWithPhoto();
  const id = photo.at(-1).file_id;
  const album = await call("sendMediaGroup", {
    chat_id,
    media: [id, id].map((media) => ({ type: "photo", media })),
  });
  const file = await upload("sendDocument", {
    chat_id: String(chat_id),
    document: [new Blob(["x"]), "x.pdf"],
  });
  const media = { type: "document", media: file.result.document.file_id };
  expect(await outcome("editMessageMedia", { chat_id, message_id: album.result[0].message_id, media })).toBe(
    "Bad Request: can't change media type in the album",
  );
});

test("T35: an own message can be edited after 90 days", async () => {
  const { call, clock, target } = await openWithText();
  clock.advance(90 * 24 * hour);
  expect((await call("editMessageText", { ...target, text: "и теперь" })).result.text).toBe("и теперь");
});

test("T35: a message older than 48 hours can't be deleted, a missing one is not found", async () => {
  const { outcome, clock, target, person } = await openWithText();
  const own = { ...target, message_id: person.text("своё") };
  clock.advance(48 * hour);
  expect(await outcome("deleteMessage", own)).toBe("200");
  clock.advance(hour);
  expect(await outcome("deleteMessage", target)).toBe("Bad Request: message can't be deleted for everyone");
  expect(await outcome("deleteMessage", own)).toBe("Bad Request: message to delete not found");
});

test("T35: in a supergroup the words are others, others' messages need the right, and the first message stays", async () => {
  const { telegram, call, outcome, clock, chat_id: personId } = await openChatWithAnna();
  const group = telegram.group({ title: "Магазины", kind: "supergroup", members: [personId] });
  const old = await call("sendMessage", { chat_id: group.id, text: "старое" });
  const forbidden = "Bad Request: message can't be deleted";
  const remove = (message_id: number, method = "deleteMessage") =>
    outcome(method, { chat_id: group.id, message_id });
  const said = group.text(personId, "чужое");
  expect(await remove(said)).toBe(forbidden);
  group.promoteBot();
  expect(await remove(said)).toBe("200");
  expect(await remove(1)).toBe(forbidden);
  clock.advance(16 * 60 * 1000);
  // The test environment forgets after 15 minutes.
  expect(await remove(old.result.message_id, "test/deleteMessage")).toBe(forbidden);
  clock.advance(49 * hour);
  expect(await remove(old.result.message_id)).toBe(forbidden);
});

test("T35: a deletion needs a chat and a message", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("deleteMessage", {})).toBe("Bad Request: chat identifier is not specified");
  expect(await outcome("deleteMessage", { chat_id })).toBe(
    "Bad Request: message identifier is not specified",
  );
});

test("T36: of several messages the missing ones are skipped, the others go, and the bot hears nothing", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  const ids = [];
  for (const text of ["1", "2", "3"])
    ids.push((await call("sendMessage", { chat_id, text })).result.message_id);
  const answer = await call("deleteMessages", { chat_id, message_ids: [ids[0], 9999, ids[2]] });
  expect(answer.result).toBe(true);
  expect(person.messages().map(({ text }) => text)).toEqual(["/start", "2"]);
  expect(await updates()).toEqual([]);
});

test.each([
  [[], "message identifiers are not specified"],
  [Array.from({ length: 101 }, (_, n) => n + 1), "too many message identifiers specified"],
  [[1, -5], "invalid message identifier specified"],
])("T36: message_ids %j are refused", async (message_ids, words) => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("deleteMessages", { chat_id, message_ids })).toBe(`Bad Request: ${words}`);
});

test("a reply keyboard goes with the message that brought it", async () => {
  const { call, person, chat_id } = await openChatWithAnna();
  const { result } = await call("sendMessage", {
    chat_id,
    text: "?",
    reply_markup: { keyboard: [["Да", "Нет"]] },
  });
  expect(person.keyboard()).toEqual([["Да", "Нет"]]);
  await call("deleteMessage", { chat_id, message_id: result.message_id });
  expect(person.keyboard()).toEqual([]);
});
