/** A person stops the bot, or lets it write again. */
import type { Chat } from "./chats.ts";
import type { JsonObject } from "./json.ts";
import { seconds } from "./world.ts";
import type { World } from "./world.ts";

/** Stops the bot. */
export function block(world: World, personId: number): void {
  const chat = world.chats.privateWith(personId);
  if (!chat.blocked) changeBlocked(world, { ...chat, blocked: true });
}

/** Lets the bot write again; nothing happens to one that was not stopped. */
export function unblock(world: World, personId: number): void {
  const chat = world.chats.privateWith(personId);
  if (chat.blocked) changeBlocked(world, { ...chat, blocked: false });
}

function changeBlocked(world: World, chat: Chat): void {
  const now = world.clock.now();
  const user = world.people.userJson(world.people.bot.id);
  const member: JsonObject = { user, status: "member" };
  const kicked: JsonObject = { user, status: "kicked", until_date: 0 };
  const change = {
    chat: world.chats.chatJson(chat),
    from: world.people.userJson(chat.id),
    date: seconds(now),
    old_chat_member: chat.blocked ? member : kicked,
    new_chat_member: chat.blocked ? kicked : member,
  };
  world.store.atomically(() => {
    world.chats.save(chat);
    world.people.meet(chat.id);
    world.updates.push("my_chat_member", change, String(chat.id), now);
  });
  world.events.add("blocked", { person: chat.id, blocked: chat.blocked });
}
