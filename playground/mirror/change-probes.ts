/** Probes of changing, copying, forwarding, reacting and, at the very end, deleting. */
import type { JsonObject } from "../json.ts";
import type { Known, Probe } from "./probe.ts";
import { about, inChat, nobody } from "./probe.ts";

const edit = (of: string, params: JsonObject): Probe => ({
  method: "editMessageText",
  params: about(of, params),
});
const from = (name: string) => (known: Known) => ({
  chat_id: known.chat,
  from_chat_id: known.chat,
  message_id: known.message(name),
});

export const changeProbes: readonly Probe[] = [
  edit("buttons", { text: "Mirror: edited, its buttons are gone" }),
  edit("buttons", { text: "Mirror: edited, its buttons are gone" }),
  edit("text", { text: "x", reply_markup: { keyboard: [["One"]] } }),
  edit("text", { text: "" }),
  edit("asked", { text: "x" }),
  edit("photo", { text: "x" }),
  edit("nothing", { text: "x" }),
  { method: "editMessageText", params: { text: "x" } },
  { method: "editMessageCaption", params: about("photo", { caption: "Mirror: another caption" }) },
  { method: "editMessageCaption", params: about("text", { caption: "x" }) },
  {
    method: "editMessageReplyMarkup",
    params: about("text", { reply_markup: { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] } }),
  },
  { method: "editMessageReplyMarkup", params: about("text") },
  { method: "editMessageReplyMarkup", params: about("text") },
  {
    method: "editMessageMedia",
    params: (known) => ({
      ...about("found")(known),
      media: { type: "photo", media: known.file("photo"), caption: "was a text" },
    }),
  },
  { method: "editMessageMedia", params: about("photo", { media: { type: "photo", media: "" } }) },
  { method: "editMessageMedia", params: about("photo") },
  { method: "copyMessage", params: from("html"), as: "copy" },
  { method: "copyMessage", params: from("nothing") },
  { method: "copyMessage", params: inChat({ message_id: 1 }) },
  { method: "forwardMessage", params: from("html"), as: "forward" },
  { method: "forwardMessage", params: from("nothing") },
  { method: "forwardMessage", params: from("reply") },
  {
    method: "copyMessages",
    params: (known) => ({
      chat_id: known.chat,
      from_chat_id: known.chat,
      message_ids: [known.message("text"), known.message("photo")],
    }),
    as: "copies",
  },
  {
    method: "copyMessages",
    params: (known) => ({ chat_id: known.chat, from_chat_id: known.chat, message_ids: [nobody] }),
  },
  {
    method: "forwardMessages",
    params: (known) => ({
      chat_id: known.chat,
      from_chat_id: known.chat,
      message_ids: [known.message("text")],
    }),
    as: "forwards",
  },
  { method: "setMessageReaction", params: about("text", { reaction: [{ type: "emoji", emoji: "👍" }] }) },
  {
    method: "setMessageReaction",
    params: about("text", { reaction: [{ type: "emoji", emoji: "🧾" }] }),
    choice: "wordsFromMemory",
  },
  { method: "setMessageReaction", params: about("nothing", { reaction: [] }) },
];

/** Leaves the chat as it was; everything that was sent is in one of these calls. */
export const endProbes: readonly Probe[] = [
  { method: "deleteMessage", params: about("null") },
  { method: "deleteMessage", params: about("null") },
  { method: "deleteMessage", params: inChat() },
  { method: "deleteMessages", params: inChat({ message_ids: [] }) },
  { method: "deleteMessages", params: inChat({ message_ids: ["x"] }) },
  { method: "deleteMessages", params: inChat({ message_ids: Array.from({ length: 101 }, () => 1) }) },
  { method: "deleteMessages", params: (known) => ({ chat_id: known.chat, message_ids: known.messages() }) },
];
