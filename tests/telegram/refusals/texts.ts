/** Refusals of a text and of what is said about it: length, markup, entities, the message replied to. */
import type { Probe } from "./stage.ts";
import { bad, missing, send } from "./stage.ts";

const entity = (words: string) => bad(`can't parse entities: ${words}`);
const html = (text: string) => send({ text, parse_mode: "HTML" });
const markdown2 = (text: string) => send({ text, parse_mode: "MarkdownV2" });
const entities = (entity: object) => send({ entities: [entity] });

export const textRefusals: Probe[] = [
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
  [entity('Unsupported start tag "" at byte offset 2'), "sendMessage", html("5 < 7")],
  [entity("Unclosed start tag at byte offset 0"), "sendMessage", html("<b")],
  [entity('Unclosed start tag "a" at byte offset 0'), "sendMessage", html("<a href")],
  [entity('Empty attribute name in the tag "a" at byte offset 0'), "sendMessage", html('<a ="x">y</a>')],
  [
    entity("Unexpected end of name token at byte offset 8"),
    "sendMessage",
    html("<a href=http://x.com>y</a>"),
  ],
  [entity('Tag "span" must have class "tg-spoiler" at byte offset 0'), "sendMessage", html("<span>x</span>")],
  [entity("Unexpected end tag at byte offset 0"), "sendMessage", html("</b>")],
  [entity("Unclosed end tag at byte offset 4"), "sendMessage", html("<b>x</b")],
  [
    entity('Unmatched end tag at byte offset 6, expected "</i>", found "</b>"'),
    "sendMessage",
    html("<b><i></b>"),
  ],
  [
    entity("Invalid custom emoji identifier specified"),
    "sendMessage",
    html('<tg-emoji emoji-id="x">a</tg-emoji>'),
  ],
  [entity("Invalid date format used"), "sendMessage", html('<tg-time unix="1" format="x">a</tg-time>')],
  [
    entity(
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    ),
    "sendMessage",
    html("&#xd83d;"),
  ],
  [
    entity("Character '.' is reserved and must be escaped with the preceding '\\'"),
    "sendMessage",
    markdown2("Готово."),
  ],
  [entity("Can't find end of Bold entity at byte offset 3"), "sendMessage", markdown2("я *жир")],
  [entity("Can't find end of a URL at byte offset 4"), "sendMessage", markdown2("[a](b")],
  [entity("The entity must contain a tg://emoji or tg://time URL"), "sendMessage", markdown2("![a]")],
  [
    entity("Invalid tg://emoji or tg://time URL specified"),
    "sendMessage",
    markdown2("![a](tg://emoji?id=x)"),
  ],
  [
    entity("Can't find end of the entity starting at byte offset 3"),
    "sendMessage",
    send({ text: "я *жир", parse_mode: "Markdown" }),
  ],
  [bad("strings must be encoded in UTF-8"), "sendMessage", send({ text: "\ud83d" })],
  [
    bad("can't parse MessageEntity: Type is not specified"),
    "sendMessage",
    entities({ type: "", offset: 0, length: 1 }),
  ],
  [
    bad("can't parse MessageEntity: Unsupported type specified"),
    "sendMessage",
    entities({ type: "x", offset: 0, length: 1 }),
  ],
  [
    bad("can't parse MessageEntity: Invalid date-time format specified"),
    "sendMessage",
    entities({ type: "date_time", offset: 0, length: 1, unix_time: 1, date_time_format: "x" }),
  ],
  [
    bad(`can't parse MessageEntity: Can't find field "offset"`),
    "sendMessage",
    entities({ type: "bold", length: 1 }),
  ],
  [
    bad("entity URL 'x' is invalid: Wrong HTTP URL"),
    "sendMessage",
    entities({ type: "text_link", offset: 0, length: 1, url: "x" }),
  ],
  [
    bad("receive an entity with incorrect offset -1"),
    "sendMessage",
    entities({ type: "bold", offset: -1, length: 1 }),
  ],
  [
    bad("receive an entity with incorrect length -1"),
    "sendMessage",
    entities({ type: "bold", offset: 0, length: -1 }),
  ],
  [
    bad("entity begins after the end of the text at UTF-16 offset 9"),
    "sendMessage",
    entities({ type: "bold", offset: 9, length: 1 }),
  ],
  [
    bad("entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9"),
    "sendMessage",
    entities({ type: "bold", offset: 0, length: 9 }),
  ],
  [bad("can't parse link preview options JSON object"), "sendMessage", send({ link_preview_options: "{" })],
  [bad("object expected as link preview options"), "sendMessage", send({ link_preview_options: "[]" })],
  [bad(`can't find field "message_id"`), "sendMessage", send({ reply_parameters: { quote: "x" } })],
];
