/** Refusals to change, delete, copy, forward or pin a message, and to answer a press nobody made. */
import type { Probe } from "./stage.ts";
import { bad, missing, send } from "./stage.ts";

export const changeRefusals: Probe[] = [
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
  [bad("MESSAGE_ID_INVALID"), "editMessageText", () => ({ text: "?", inline_message_id: "x" })],
  [
    bad("message content type can't be used in an album"),
    "editMessageMedia",
    (stage) => ({
      chat_id: stage.chat_id,
      message_id: stage.album,
      media: { type: "animation", media: stage.documentId },
    }),
  ],
  [
    bad('parameter "media" is required'),
    "editMessageMedia",
    (stage) => ({ chat_id: stage.chat_id, message_id: stage.text }),
  ],
  [bad("chat identifier is not specified"), "deleteMessage", () => ({})],
  [
    bad("can't parse message_ids JSON object"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: "[" }),
  ],
  [
    bad("expected an Array of message identifiers"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: {} }),
  ],
  [
    bad("message identifier must be a Number"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: [true] }),
  ],
  [
    bad("can't parse message identifier as a Number"),
    "deleteMessages",
    ({ chat_id }) => ({ chat_id, message_ids: ["x"] }),
  ],
  [
    bad("the message can't be copied"),
    "copyMessage",
    ({ chat_id, pinNotice }) => ({ chat_id, from_chat_id: chat_id, message_id: pinNotice }),
  ],
  [
    bad("the message can't be forwarded"),
    "forwardMessage",
    ({ chat_id, pinNotice }) => ({ chat_id, from_chat_id: chat_id, message_id: pinNotice }),
  ],
  [
    bad("messages can't be forwarded"),
    "copyMessages",
    ({ chat_id, pinNotice }) => ({ chat_id, from_chat_id: chat_id, message_ids: [pinNotice] }),
  ],
  [
    bad("there are no messages to forward"),
    "forwardMessages",
    ({ chat_id }) => ({ chat_id, from_chat_id: chat_id, message_ids: [missing] }),
  ],
  [
    bad("message to unpin not found"),
    "unpinChatMessage",
    ({ chat_id }) => ({ chat_id, message_id: missing }),
  ],
  [
    bad("can't parse reaction types JSON object"),
    "setMessageReaction",
    ({ chat_id, text }) => ({ chat_id, message_id: text, reaction: "[" }),
  ],
  [
    bad("expected an Array of ReactionType"),
    "setMessageReaction",
    ({ chat_id, text }) => ({ chat_id, message_id: text, reaction: {} }),
  ],
  [
    bad("REACTIONS_TOO_MANY"),
    "setMessageReaction",
    ({ chat_id, text }) => ({
      chat_id,
      message_id: text,
      reaction: [
        { type: "emoji", emoji: "👍" },
        { type: "emoji", emoji: "🔥" },
      ],
    }),
  ],
  [
    bad("REACTION_INVALID"),
    "setMessageReaction",
    ({ chat_id, text }) => ({ chat_id, message_id: text, reaction: [{ type: "emoji", emoji: "🧾" }] }),
  ],
];
