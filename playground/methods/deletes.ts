/** Deleting messages: within 48 hours, and no word about those that are gone already (3.4). */
import type { Call, Method } from "../call.ts";
import { chatFor, messageFor } from "../chat-access.ts";
import type { Chat } from "../chats.ts";
import { textOf } from "../json.ts";
import type { StoredMessage } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { tellInputLine } from "../sending.ts";
import type { World } from "../world.ts";

const deletableMs = 48 * 3600 * 1000;
/** In the test environment supergroups forget earlier. */
const deletableInTestMs = 15 * 60 * 1000;
const idsMax = 100;

export const deleteMethods: Record<string, Method> = {
  deleteMessage(call) {
    const { world, params } = call;
    if (params.text("chat_id") === "") throw badRequest("Chat identifier is not specified");
    const id = params.messageId();
    if (id === 0) throw badRequest("Message identifier is not specified");
    const chat = chatFor(world, params.text("chat_id"), "write");
    const message = messageFor(world, chat, id, "message to delete");
    checkDeletable(call, chat, message);
    world.store.atomically(() => removeMessages(world, chat, [id]));
    return true;
  },

  deleteMessages(call) {
    const { world } = call;
    const ids = messageIds(call);
    const chat = chatFor(world, call.params.text("chat_id"), "write");
    const found = ids.flatMap((id) => world.messages.get(chat.id, id) ?? []);
    for (const message of found) checkDeletable(call, chat, message);
    const gone = found.map((message) => message.id);
    world.store.atomically(() => removeMessages(world, chat, gone));
    return true;
  },
};

/** `message_ids`: 1 to 100 positive numbers. */
export function messageIds({ params }: Call): number[] {
  const none = "Message identifiers are not specified";
  const value = params.json("message_ids", "Can't parse message_ids JSON object");
  if (value === undefined) throw badRequest(none);
  if (!Array.isArray(value)) throw badRequest("Expected an Array of message identifiers");
  if (value.length > idsMax) throw badRequest("Too many message identifiers specified");
  if (value.length === 0) throw badRequest(none);
  return value.map((id) => {
    if (typeof id !== "number" && typeof id !== "string")
      throw badRequest("Message identifier must be a Number");
    if (!/^-?\d+$/.test(textOf(id))) throw badRequest("Can't parse message identifier as a Number");
    if (Number(id) <= 0) throw badRequest("Invalid message identifier specified");
    return Number(id);
  });
}

function checkDeletable(call: Call, chat: Chat, message: StoredMessage): void {
  const { world } = call;
  const age = world.clock.now() - message.at;
  if (chat.kind !== "supergroup") {
    if (age > deletableMs) throw badRequest("Message can't be deleted for everyone");
    return;
  }
  const own = message.fromId === world.people.bot.id;
  const tooOld = age > (call.test ? deletableInTestMs : deletableMs);
  const never =
    message.id === 1 ||
    (message.content.kind === "service" && "migrate_from_chat_id" in message.content.fields);
  if (tooOld || never || (!own && chat.bot !== "administrator")) throw badRequest("MESSAGE_DELETE_FORBIDDEN");
}

/** Takes messages away from both sides; a reply keyboard goes with the message that brought it. The bot gets no update. */
function removeMessages(world: World, chat: Chat, ids: readonly number[]): void {
  for (const id of ids) world.messages.remove(chat.id, id);
  const known = world.chats.get(chat.id);
  if (!known || ids.length === 0) return;
  const changed: Chat = { ...known, pinned: known.pinned.filter((id) => !ids.includes(id)) };
  if (known.keyboard && ids.includes(known.keyboard.messageId)) delete changed.keyboard;
  if (known.forceReply && ids.includes(known.forceReply.messageId)) delete changed.forceReply;
  world.chats.save(changed);
  if (chat.kind === "private") world.events.add("delete", { person: chat.id, messageIds: ids });
  if (changed.keyboard !== known.keyboard || changed.forceReply !== known.forceReply)
    tellInputLine(world, changed);
}
