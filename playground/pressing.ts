/** A press of an inline button by anybody who sees the message. */
import type { Chat } from "./chats.ts";
import type { World } from "./world.ts";

/** Makes the callback_query. Any data goes through, as from a changed app (T41). Returns the press id. */
export function pressIn(world: World, chat: Chat, personId: number, messageId: number, data: string): string {
  const now = world.clock.now();
  const message = world.messages.get(chat.id, messageId);
  return world.store.atomically(() => {
    const { id } = world.presses.add(personId, chat.id, messageId, now);
    world.people.meet(personId);
    const query = {
      id,
      from: world.people.userJson(personId),
      message: message ? world.json.whole(message) : world.json.inaccessible(chat.id, messageId),
      chat_instance: chatInstance(chat.id, world.people.bot.id),
      data,
    };
    world.updates.push("callback_query", query, String(personId), now);
    return id;
  });
}

/** The same for all presses of a chat, and not the chat's id. */
function chatInstance(chatId: number, botId: number): string {
  const mixed = BigInt(chatId) * 6_364_136_223_846_793_005n + BigInt(botId) * 1_442_695_040_888_963_407n;
  return BigInt.asIntN(63, mixed).toString();
}
