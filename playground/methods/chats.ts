/** What concerns a chat as a whole: its data, pins, reactions, members. */
import type { Call, Method } from "../call.ts";
import { chatFor, checkReachable, messageFor } from "../chat-access.ts";
import { tell } from "../chat-view.ts";
import type { Chat } from "../chats.ts";
import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import { badRequest } from "../refusal.ts";
import type { World } from "../world.ts";

/** Reactions that cost nothing; a bot may set at most one. */
const freeReactions =
  "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡";

export const chatMethods: Record<string, Method> = {
  getChat({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "read");
    const pinned = world.messages.get(chat.id, chat.pinned.at(-1) ?? 0);
    return {
      ...world.chats.chatJson(chat),
      accent_color_id: Math.abs(chat.id) % 7,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(pinned ? { pinned_message: world.json.whole(pinned) } : {}),
    };
  },

  pinChatMessage(call) {
    const { world, params } = call;
    const chat = chatFor(world, params.text("chat_id"), "write");
    const message = messageFor(world, chat, params.messageId(), "message to pin");
    checkReachable(chat);
    if (!chat.pinned.includes(message.id)) world.store.atomically(() => pin(call, chat, message.id));
    return true;
  },

  unpinChatMessage({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "write");
    const id = params.messageId() || (chat.pinned.at(-1) ?? 0);
    messageFor(world, chat, id, "message to unpin");
    world.chats.save({ ...chat, pinned: chat.pinned.filter((pinned) => pinned !== id) });
    return true;
  },

  unpinAllChatMessages({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "write");
    world.chats.save({ ...chat, pinned: [] });
    return true;
  },

  setMessageReaction(call) {
    const { world, params } = call;
    const value = params.json("reaction", "Can't parse reaction types JSON object") ?? [];
    if (!Array.isArray(value)) throw badRequest("Expected an Array of ReactionType");
    const chat = chatFor(world, params.text("chat_id"), "read");
    messageFor(world, chat, params.messageId(), "message to react");
    const emoji = value.map((reaction) => (isObject(reaction) ? reaction["emoji"] : undefined));
    if (emoji.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    if (emoji.some((each) => typeof each !== "string" || each === "" || !freeReactions.includes(each))) {
      throw badRequest("REACTION_INVALID");
    }
    return true;
  },

  getChatMember({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "read");
    const userId = params.integer("user_id", 0, 0, Number.MAX_SAFE_INTEGER);
    if (userId === 0) throw badRequest("Invalid user_id specified");
    return member(world.people.userJson(userId), statusOf(world, chat, userId));
  },

  getChatMemberCount({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "read");
    return chat.members.length + 1;
  },

  leaveChat({ world, params }) {
    const chat = chatFor(world, params.text("chat_id"), "read");
    if (chat.kind === "private") throw badRequest("chat member status can't be changed in private chats");
    world.chats.save({ ...chat, bot: "left" });
    return true;
  },
};

/** The pin stands in the chat as a service message, which is the only message of a bot that comes back to it. */
function pin({ world }: Call, chat: Chat, messageId: number): void {
  const service = world.messages.save({
    chatId: chat.id,
    id: world.messages.nextId(chat),
    fromId: world.people.bot.id,
    at: world.clock.now(),
    content: { kind: "service", fields: {}, pinned: messageId },
    silent: true,
  });
  const known = world.chats.get(chat.id) ?? chat;
  world.chats.save({ ...known, pinned: [...known.pinned, messageId] });
  world.updates.push("message", world.json.whole(service), String(chat.id), service.at);
  tell(world, "message", service);
}

/** Somebody whom the bot knows and who is not in the group has left it; a private chat has its two members only. */
function statusOf({ people }: World, chat: Chat, userId: number): string {
  if (userId === people.bot.id) return chat.kind === "private" ? "member" : chat.bot;
  if (chat.members.includes(userId)) return "member";
  if (chat.kind === "private" || !people.isMet(userId)) throw badRequest("Member not found");
  return "left";
}

function member(user: JsonObject, status: string): Json {
  return { user, status };
}
