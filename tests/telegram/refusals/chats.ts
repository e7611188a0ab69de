/** Refusals that tell of the chat, its people and what the bot may do there. */
import { boris, botId, vera } from "../telegram.ts";
import type { Probe } from "./stage.ts";
import { bad, missing } from "./stage.ts";

export const chatRefusals: Probe[] = [
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
    ({ kickedFromBig }) => ({ chat_id: kickedFromBig, text: "?" }),
  ],
  [
    bad("message thread not found"),
    "sendMessage",
    ({ chat_id }) => ({ chat_id, text: "?", message_thread_id: 1 }),
  ],
  [bad("wrong parameter action in request"), "sendChatAction", ({ chat_id }) => ({ chat_id, action: "x" })],
  ["Not Found: method not found", "sendMoney", () => ({})],
  [bad('parameter "from_chat_id" is required'), "copyMessage", ({ chat_id }) => ({ chat_id, message_id: 1 })],
  ["Forbidden: user is deactivated", "sendMessage", ({ gone }) => ({ chat_id: gone, text: "?" })],
  ["Forbidden: the bot can't send messages to the bot", "sendMessage", () => ({ chat_id: botId, text: "?" })],
  [
    "Forbidden: bot was kicked from the group chat",
    "sendMessage",
    ({ kicked }) => ({ chat_id: kicked, text: "?" }),
  ],
  [
    "Forbidden: bot is not a member of the group chat",
    "sendMessage",
    ({ left }) => ({ chat_id: left, text: "?" }),
  ],
  [
    "Forbidden: bot is not a member of the supergroup chat",
    "sendMessage",
    ({ leftBig }) => ({ chat_id: leftBig, text: "?" }),
  ],
  [
    "Forbidden: the group chat was deleted",
    "sendMessage",
    ({ deleted }) => ({ chat_id: deleted, text: "?" }),
  ],
  [
    bad("group chat was upgraded to a supergroup chat"),
    "sendMessage",
    ({ upgraded }) => ({ chat_id: upgraded, text: "?" }),
  ],
  [
    bad("not enough rights to send text messages to the chat"),
    "sendMessage",
    ({ silent }) => ({ chat_id: silent, text: "?" }),
  ],
  [
    bad("not enough rights to send photos to the chat"),
    "sendPhoto",
    ({ silent, photoId }) => ({ chat_id: silent, photo: photoId }),
  ],
  [
    bad("not enough rights to send documents to the chat"),
    "sendMediaGroup",
    ({ silent, documentId }) => ({ chat_id: silent, media: [{ type: "document", media: documentId }] }),
  ],
  [
    bad("have no write access to the chat"),
    "sendChatAction",
    ({ silent }) => ({ chat_id: silent, action: "typing" }),
  ],
  [bad("invalid user_id specified"), "getChatMember", ({ group }) => ({ chat_id: group })],
  [bad("member not found"), "getChatMember", ({ group }) => ({ chat_id: group, user_id: missing })],
  [bad("chat member status can't be changed in private chats"), "leaveChat", ({ chat_id }) => ({ chat_id })],
  [
    bad('field "phone_number" must contain a valid phone number'),
    "sendContact",
    ({ chat_id }) => ({ chat_id }),
  ],
  [
    bad("first name must be non-empty"),
    "sendContact",
    ({ chat_id }) => ({ chat_id, phone_number: "+79000000001" }),
  ],
  [bad("latitude is empty"), "sendLocation", ({ chat_id }) => ({ chat_id })],
];
