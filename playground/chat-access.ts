/** Which chat a call means, and whether the bot may act in it. */
import type { Chat } from "./chats.ts";
import { newChat } from "./chats.ts";
import type { Content, StoredMessage } from "./messages.ts";
import { leadingInteger } from "./params.ts";
import { Refusal, badRequest, refusal } from "./refusal.ts";
import type { World } from "./world.ts";

export type Access = "read" | "edit" | "write";

/** The chat of a `chat_id`, checked for access: unknown, deleted, upgraded, kicked and left chats are refused (2). */
export function chatFor(world: World, chatId: string, access: Access): Chat {
  if (chatId === "") throw badRequest("chat_id is empty");
  const chat = chatId.startsWith("@")
    ? named(world, chatId.slice(1))
    : numbered(world, leadingInteger(chatId));
  if (!chat) throw badRequest("chat not found");
  if (chat.id === world.people.bot.id && access !== "read") {
    throw refusal(403, "The bot can't send messages to the bot");
  }
  if (chat.kind === "private") {
    if (access !== "read" && world.people.isDeleted(chat.id)) throw refusal(403, "user is deactivated");
  } else if (chat.kind === "group") checkGroup(chat, access);
  else {
    if (chat.bot === "kicked") throw refusal(403, "bot was kicked from the supergroup chat");
    if (chat.bot === "left") throw refusal(403, "bot is not a member of the supergroup chat");
  }
  return chat;
}

/** A public name works for supergroups, never for a person. */
function named(world: World, name: string): Chat | undefined {
  const lower = name.toLowerCase();
  return world.chats
    .all()
    .find((chat) => chat.kind === "supergroup" && chat.username?.toLowerCase() === lower);
}

function numbered(world: World, id: number): Chat | undefined {
  if (id <= 0) return world.chats.get(id);
  if (id !== world.people.bot.id && !world.people.isMet(id)) return undefined;
  return world.chats.get(id) ?? newChat({ id, kind: "private", members: [id] });
}

function checkGroup(chat: Chat, access: Access): void {
  if (access === "write" && chat.migratedTo !== undefined) {
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (access === "write" && chat.deleted) throw refusal(403, "the group chat was deleted");
  if (access === "read") return;
  if (chat.bot === "kicked") throw refusal(403, "bot was kicked from the group chat");
  if (chat.bot === "left") throw refusal(403, "bot is not a member of the group chat");
}

/** What the closed backend refuses before anything reaches a person: never started, blocked. */
export function checkReachable(chat: Chat): void {
  if (chat.kind !== "private") return;
  if (!chat.started) throw refusal(403, "PEER_ID_INVALID");
  if (chat.blocked) throw refusal(403, "USER_IS_BLOCKED");
}

/** What the server calls messages of a kind when the bot has no right to send them. */
const sendables: Readonly<Record<Content["kind"], string>> = {
  text: "text messages",
  photo: "photos",
  document: "documents",
  video: "videos",
  animation: "animations",
  audio: "music",
  voice: "voice notes",
  contact: "contacts",
  location: "locations",
  sticker: "stickers",
  service: "service messages",
};

/** A group may forbid the bot to write; which kind of message it tried is a part of the answer. */
export function checkRight(chat: Chat, kind: Content["kind"]): void {
  if (chat.bot === "restricted") throw badRequest(`Not enough rights to send ${sendables[kind]} to the chat`);
}

/** A message of a chat, refused as `<what> not found`. */
export function messageFor(world: World, chat: Chat, id: number, what: string): StoredMessage {
  const message = id > 0 ? world.messages.get(chat.id, id) : undefined;
  if (!message) throw badRequest(`${what} not found`);
  return message;
}
