/** Refusals of what stands under a message: inline keyboards and reply keyboards. */
import { inline } from "../telegram.ts";
import type { Probe } from "./stage.ts";
import { bad, send } from "./stage.ts";

const markup = (reply_markup: object) => send({ reply_markup });

export const keyboardRefusals: Probe[] = [
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
  [bad(`field "inline_keyboard" must be of type Array`), "sendMessage", markup({ inline_keyboard: {} })],
  [bad(`can't parse inline keyboard button: Can't find field "text"`), "sendMessage", markup(inline({}))],
  [
    bad(`can't parse inline keyboard button: Field "text" must be of type String`),
    "sendMessage",
    markup(inline({ text: {} })),
  ],
  [
    bad(`can't parse inline keyboard button: Field "web_app" must be of type Object`),
    "sendMessage",
    markup(inline({ text: "a", web_app: 1 })),
  ],
  [
    bad("inline keyboard button text must be encoded in UTF-8"),
    "sendMessage",
    markup(inline({ text: "\ud83d", callback_data: "a" })),
  ],
  [
    bad("inline keyboard button text must be non-empty"),
    "sendMessage",
    markup(inline({ text: "", icon_custom_emoji_id: "1", callback_data: "a" })),
  ],
  [
    bad("link to a user can't be used in Web App URL buttons"),
    "sendMessage",
    markup(inline({ text: "a", web_app: { url: "tg://user?id=1" } })),
  ],
  [bad("keyboard button text must be encoded in UTF-8"), "sendMessage", markup({ keyboard: [["\ud83d"]] })],
  [
    bad("keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    "sendMessage",
    markup({ keyboard: [[{ text: "a", web_app: { url: "http://a.ru" } }]] }),
  ],
  [
    bad("BUTTON_COPY_TEXT_INVALID"),
    "sendMessage",
    markup(inline({ text: "a", copy_text: { text: "x".repeat(257) } })),
  ],
  [
    bad("location can be requested in private chats only"),
    "sendMessage",
    ({ group }) => ({
      chat_id: group,
      text: "?",
      reply_markup: { keyboard: [[{ text: "a", request_location: true }]] },
    }),
  ],
];
