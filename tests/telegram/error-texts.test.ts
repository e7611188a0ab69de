/** Every refusal of Telegram that an approval bot can meet, in Telegram's words, each produced once in one place. */
import { expect, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { anna, boris, inline, openChatWithAnna, vera } from "./telegram.ts";
import type { Bench } from "./telegram.ts";

/** A chat with one message of each kind, groups of each fate, and people of each kind. */
async function openStage() {
  const bench: Bench & { chat_id: number } = await openChatWithAnna();
  const { telegram, call, upload, chat_id } = bench;
  const photo = await upload("sendPhoto", {
    chat_id: String(chat_id),
    photo: new Blob([await pngOf(40, 30)]),
  });
  const document = await upload("sendDocument", {
    chat_id: String(chat_id),
    document: [new Blob(["x"]), "x.pdf"],
  });
  const text = await call("sendMessage", { chat_id, text: "текст" });
  const secret = await call("sendMessage", { chat_id, text: "тайна", protect_content: true });
  const fixed = await call("sendMessage", { chat_id, text: "?", reply_markup: { force_reply: true } });
  const album = await call("sendMediaGroup", {
    chat_id,
    media: [1, 2].map(() => ({ type: "photo", media: photo.result.photo[0].file_id })),
  });
  const group = telegram.group({ title: "Склад", members: [anna.id, vera.id] });
  const kicked = telegram.group({ title: "Бывшая", kind: "supergroup", members: [anna.id] });
  kicked.removeBot();
  telegram.person(boris.id).start();
  telegram.person(boris.id).block();
  return {
    ...bench,
    photoId: photo.result.photo[0].file_id as string,
    documentId: document.result.document.file_id as string,
    photo: photo.result.message_id as number,
    text: text.result.message_id as number,
    secret: secret.result.message_id as number,
    fixed: fixed.result.message_id as number,
    album: album.result[0].message_id as number,
    group: group.id,
    kicked: kicked.id,
  };
}

type Stage = Awaited<ReturnType<typeof openStage>>;
type Probe = [words: string, method: string, params: (stage: Stage) => object];

const bad = (words: string) => `Bad Request: ${words}`;
const missing = 987_654;
const send = (more: object) => (stage: Stage) => ({ chat_id: stage.chat_id, text: "?", ...more });
const html = (text: string) => send({ text, parse_mode: "HTML" });
const scope = (value: object) => () => ({ scope: value, commands: [] });
const command = (value: object) => () => ({ commands: [value] });
const menu =
  (menu_button: object) =>
  ({ chat_id }: Stage) => ({ chat_id, menu_button });

const probes: Probe[] = [
  [bad("chat_id is empty"), "sendMessage", () => ({ text: "?" })],
  [bad("chat not found"), "sendMessage", () => ({ chat_id: missing, text: "?" })],
  [
    "Forbidden: bot can't initiate conversation with a user",
    "sendMessage",
    () => ({ chat_id: vera.id, text: "?" }),
  ],
  ["Forbidden: bot was blocked by the user", "sendMessage", () => ({ chat_id: boris.id, text: "?" })],
  [
    "Forbidden: bot was kicked from the supergroup chat",
    "sendMessage",
    ({ kicked }) => ({ chat_id: kicked, text: "?" }),
  ],
  [bad("message text is empty"), "sendMessage", send({ text: "" })],
  [bad("text must be non-empty"), "sendMessage", send({ text: " " })],
  [bad("text is too long"), "sendMessage", send({ text: "x".repeat(32_769) })],
  [bad("message is too long"), "sendMessage", send({ text: "x".repeat(4097) })],
  [
    bad("message caption is too long"),
    "sendPhoto",
    ({ chat_id, photoId }) => ({ chat_id, photo: photoId, caption: "x".repeat(1025) }),
  ],
  [bad("unsupported parse_mode"), "sendMessage", send({ parse_mode: "x" })],
  [bad(`can't parse entities: Unsupported start tag "p" at byte offset 0`), "sendMessage", html("<p>")],
  [
    bad(`can't parse entities: Can't find end tag corresponding to start tag "b"`),
    "sendMessage",
    html("<b>x"),
  ],
  [bad("can't parse MessageEntity: expected an Object"), "sendMessage", send({ entities: [1] })],
  [
    bad("message to be replied not found"),
    "sendMessage",
    send({ reply_parameters: { message_id: missing } }),
  ],
  [bad("can't parse reply parameters JSON object"), "sendMessage", send({ reply_parameters: "{" })],
  [bad("object expected as reply parameters"), "sendMessage", send({ reply_parameters: [] })],
  [bad("message thread not found"), "sendMessage", send({ message_thread_id: 1 })],
  [bad("can't parse reply keyboard markup JSON object"), "sendMessage", send({ reply_markup: "{" })],
  [bad("object expected as reply markup"), "sendMessage", send({ reply_markup: "[]" })],
  [
    bad(`field "keyboard" must be an Array of Arrays`),
    "sendMessage",
    send({ reply_markup: { keyboard: ["a"] } }),
  ],
  [
    bad(`field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`),
    "sendMessage",
    send({ reply_markup: { inline_keyboard: ["a"] } }),
  ],
  [
    bad("can't parse keyboard button: KeyboardButton must be a String or an Object"),
    "sendMessage",
    send({ reply_markup: { keyboard: [[1]] } }),
  ],
  [
    bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    "sendMessage",
    send({ reply_markup: { inline_keyboard: [[1]] } }),
  ],
  [
    bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    "sendMessage",
    send({ reply_markup: inline({ text: "a" }) }),
  ],
  [
    bad("can't parse inline keyboard button: invalid button style specified"),
    "sendMessage",
    send({ reply_markup: inline({ text: "a", style: "x" }) }),
  ],
  [
    bad("inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"),
    "sendMessage",
    send({ reply_markup: inline({ text: "a", url: "http://localhost/" }) }),
  ],
  [
    bad("inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    "sendMessage",
    send({ reply_markup: inline({ text: "a", web_app: { url: "http://a.ru" } }) }),
  ],
  [
    bad("BUTTON_DATA_INVALID"),
    "sendMessage",
    send({ reply_markup: inline({ text: "a", callback_data: "x".repeat(65) }) }),
  ],
  [
    bad("reply markup is too long"),
    "sendMessage",
    send({
      reply_markup: {
        inline_keyboard: Array.from({ length: 101 }, () => [{ text: "a", callback_data: "a" }]),
      },
    }),
  ],
  [
    bad("BUTTON_TYPE_INVALID"),
    "sendMessage",
    ({ group }) => ({
      chat_id: group,
      text: "?",
      reply_markup: inline({ text: "a", web_app: { url: "https://a.ru" } }),
    }),
  ],
  [
    bad("phone number can be requested in private chats only"),
    "sendMessage",
    ({ group }) => ({
      chat_id: group,
      text: "?",
      reply_markup: { keyboard: [[{ text: "a", request_contact: true }]] },
    }),
  ],
  [
    bad("web App buttons can be used in private chats only"),
    "sendMessage",
    ({ group }) => ({
      chat_id: group,
      text: "?",
      reply_markup: { keyboard: [[{ text: "a", web_app: { url: "https://a.ru" } }]] },
    }),
  ],
  [bad("wrong parameter action in request"), "sendChatAction", ({ chat_id }) => ({ chat_id, action: "x" })],
  [bad("message to edit not found"), "editMessageText", send({ message_id: missing })],
  [bad("message identifier is not specified"), "editMessageText", () => ({ text: "?" })],
  [
    bad("message can't be edited"),
    "editMessageText",
    (stage) => ({ chat_id: stage.chat_id, message_id: stage.fixed, text: "x" }),
  ],
  [
    bad("there is no text in the message to edit"),
    "editMessageText",
    (stage) => ({ chat_id: stage.chat_id, message_id: stage.photo, text: "x" }),
  ],
  [
    bad("there is no caption in the message to edit"),
    "editMessageCaption",
    (stage) => ({ chat_id: stage.chat_id, message_id: stage.text, caption: "x" }),
  ],
  [
    bad("message media can't be edited"),
    "editMessageMedia",
    (stage) => ({
      chat_id: stage.chat_id,
      message_id: stage.fixed,
      media: { type: "photo", media: stage.photoId },
    }),
  ],
  [
    bad("can't change media type in the album"),
    "editMessageMedia",
    (stage) => ({
      chat_id: stage.chat_id,
      message_id: stage.album,
      media: { type: "document", media: stage.documentId },
    }),
  ],
  [
    bad(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    ),
    "editMessageText",
    (stage) => ({ chat_id: stage.chat_id, message_id: stage.text, text: "текст" }),
  ],
  [
    bad("inline keyboard expected"),
    "editMessageText",
    (stage) => ({
      chat_id: stage.chat_id,
      message_id: stage.text,
      text: "x",
      reply_markup: { keyboard: [["a"]] },
    }),
  ],
  [bad("message to delete not found"), "deleteMessage", ({ chat_id }) => ({ chat_id, message_id: missing })],
  [
    bad("message identifiers are not specified"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: [] }),
  ],
  [
    bad("too many message identifiers specified"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: Array(101).fill(1) }),
  ],
  [
    bad("invalid message identifier specified"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: [0] }),
  ],
  [
    bad("message to copy not found"),
    "copyMessage",
    ({ chat_id }) => ({ chat_id, from_chat_id: chat_id, message_id: missing }),
  ],
  [
    bad("message to forward not found"),
    "forwardMessage",
    ({ chat_id }) => ({ chat_id, from_chat_id: chat_id, message_id: missing }),
  ],
  [
    bad("message has protected content and can't be forwarded"),
    "forwardMessage",
    ({ chat_id, secret }) => ({ chat_id, from_chat_id: chat_id, message_id: secret }),
  ],
  [bad("message to pin not found"), "pinChatMessage", ({ chat_id }) => ({ chat_id, message_id: missing })],
  [
    bad("message to react not found"),
    "setMessageReaction",
    ({ chat_id }) => ({ chat_id, message_id: missing }),
  ],
  [
    bad("query is too old and response timeout expired or query ID is invalid"),
    "answerCallbackQuery",
    () => ({ callback_query_id: "1" }),
  ],
  [bad("there is no photo in the request"), "sendPhoto", ({ chat_id }) => ({ chat_id })],
  [bad("there is no document in the request"), "sendDocument", ({ chat_id }) => ({ chat_id })],
  [
    bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
    "sendPhoto",
    ({ chat_id }) => ({ chat_id, photo: "AgACAgIAAxkBAAIBY2" }),
  ],
  [
    bad("wrong file identifier/HTTP URL specified"),
    "sendPhoto",
    // A file_id as this server makes them, but of another bot.
    ({ chat_id }) => ({
      chat_id,
      photo: Buffer.concat([Buffer.alloc(33), Buffer.from([4])]).toString("base64url"),
    }),
  ],
  [
    bad("can't use file of type Photo as Document"),
    "sendDocument",
    ({ chat_id, photoId }) => ({ chat_id, document: photoId }),
  ],
  [
    bad("can't use file of type Document as Photo"),
    "sendPhoto",
    ({ chat_id, documentId }) => ({ chat_id, photo: documentId }),
  ],
  [
    bad("failed to get HTTP URL content"),
    "sendPhoto",
    ({ chat_id }) => ({ chat_id, photo: "https://a.ru/a.jpg" }),
  ],
  [bad("file_id not specified"), "getFile", () => ({})],
  [bad("invalid file_id"), "getFile", () => ({ file_id: "x" })],
  [
    bad("too many messages to send as an album"),
    "sendMediaGroup",
    ({ chat_id, photoId }) => ({ chat_id, media: Array(11).fill({ type: "photo", media: photoId }) }),
  ],
  [bad("there are no messages to send"), "sendMediaGroup", ({ chat_id }) => ({ chat_id, media: [] })],
  [
    bad("document can't be mixed with other media types"),
    "sendMediaGroup",
    ({ chat_id, photoId, documentId }) => ({
      chat_id,
      media: [
        { type: "photo", media: photoId },
        { type: "document", media: documentId },
      ],
    }),
  ],
  [
    bad(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`),
    "sendMediaGroup",
    ({ chat_id, documentId }) => ({ chat_id, media: [{ type: "animation", media: documentId }] }),
  ],
  [
    bad("can't parse InputMedia: media not found"),
    "sendMediaGroup",
    ({ chat_id }) => ({ chat_id, media: [{ type: "photo" }] }),
  ],
  [bad("command must be non-empty"), "setMyCommands", command({ command: "", description: "x" })],
  [
    bad("command length must not exceed 32"),
    "setMyCommands",
    command({ command: "x".repeat(33), description: "x" }),
  ],
  [bad("command description must be non-empty"), "setMyCommands", command({ command: "x", description: "" })],
  [bad("BOT_COMMAND_INVALID"), "setMyCommands", command({ command: "Ж", description: "x" })],
  [bad("can't parse BotCommandScope: Unsupported type specified"), "setMyCommands", scope({ type: "x" })],
  [
    bad("can't use specified scope in private chats"),
    "setMyCommands",
    scope({ type: "chat_administrators", chat_id: anna.id }),
  ],
  [bad("invalid language code specified"), "setMyCommands", () => ({ commands: [], language_code: "rus" })],
  [
    bad("menu button text must be non-empty"),
    "setChatMenuButton",
    menu({ type: "web_app", text: "", web_app: { url: "https://a.ru" } }),
  ],
  [
    bad("menu button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    "setChatMenuButton",
    menu({ type: "web_app", text: "a", web_app: { url: "http://a.ru" } }),
  ],
  [
    bad("secret token is too long"),
    "setWebhook",
    () => ({ url: "http://127.0.0.1:9", secret_token: "a".repeat(257) }),
  ],
  [
    bad("secret token contains unallowed characters"),
    "setWebhook",
    () => ({ url: "http://127.0.0.1:9", secret_token: "a b" }),
  ],
  [bad("invalid webhook URL specified"), "setWebhook", () => ({ url: "nonsense" })],
  ["Not Found: method not found", "sendMoney", () => ({})],
];

test.each(probes)("%s", async (words, method, params) => {
  const stage = await openStage();
  expect(await stage.outcome(method, params(stage))).toBe(words);
});

test("80 texts stand on this list, none of them twice", () => {
  expect(new Set(probes.map(([words]) => words)).size).toBe(80);
  expect(probes).toHaveLength(80);
});
