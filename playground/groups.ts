/** Groups driven from code: who is in them, what is said there, and what of it the bot hears. */
import { NotPossible } from "./acts.ts";
import type { Chat, Membership } from "./chats.ts";
import { newChat } from "./chats.ts";
import type { ChatMessage } from "./chat-view.ts";
import { chatMessage } from "./chat-view.ts";
import { pressIn } from "./pressing.ts";
import type { JsonObject } from "./json.ts";
import type { Content, StoredMessage } from "./messages.ts";
import { finishText } from "./text/formatted-text.ts";
import { seconds } from "./world.ts";
import type { World } from "./world.ts";

export interface NewGroup {
  title: string;
  kind?: "group" | "supergroup";
  members: readonly number[];
  username?: string;
}

export interface GroupChat {
  id: number;
  /** A member writes; returns the message_id. */
  text(personId: number, text: string, options?: { replyTo?: number }): number;
  /** A member presses an inline button, with any data; returns the press id. */
  press(personId: number, messageId: number, data: string): string;
  messages(): ChatMessage[];
  /** A member reacts; only a bot that is an administrator and asked for it hears of that. */
  react(personId: number, messageId: number, emoji: string): void;
  /** Somebody joins: a service message for all, a chat_member for an administrator who asked for it. */
  addMember(personId: number): void;
  addBot(): void;
  removeBot(): void;
  promoteBot(): void;
  /** An administrator of a supergroup takes all rights to write from the bot. */
  restrictBot(): void;
  delete(): void;
  /** The group becomes a supergroup: a new chat with a new id, and a word about it in both. */
  upgrade(): GroupChat;
}

const supergroupBase = 1_000_000_000_000;

/** Makes a group, with the bot added by its first member, who becomes known to the bot like all the others. */
export function openGroup(world: World, { title, kind = "group", members, username }: NewGroup): GroupChat {
  const [founder] = members;
  if (founder === undefined) throw new NotPossible("A group needs somebody in it");
  const names = username === undefined ? {} : { username };
  const chat = newChat({
    id: nextId(world, kind),
    kind,
    title,
    members: [...members],
    bot: "left",
    ...names,
  });
  world.chats.save(chat);
  for (const member of members) world.people.meet(member);
  const driver = groupDriver(world, chat.id);
  driver.addBot();
  return driver;
}

function nextId(world: World, kind: "group" | "supergroup"): number {
  const n = world.chats.all().filter((chat) => chat.kind !== "private").length + 1;
  return kind === "group" ? -(5000 + n) : -(supergroupBase + 5000 + n);
}

/** Acts in a group on behalf of its members. */
export function groupDriver(world: World, id: number): GroupChat {
  const chat = (): Chat => {
    const known = world.chats.get(id);
    if (!known) throw new Error(`There is no group ${id}`);
    return known;
  };
  const founder = () => chat().members[0] ?? 0;
  return {
    id,
    text: (personId, text, options = {}) => say(world, chat(), personId, text, options.replyTo).id,
    press: (personId, messageId, data) => pressIn(world, chat(), personId, messageId, data),
    messages: () =>
      world.messages.page(id, Number.MAX_SAFE_INTEGER, 10_000).map((message) => chatMessage(world, message)),
    react: (personId, messageId, emoji) => react(world, chat(), personId, messageId, emoji),
    addMember: (personId) => addMember(world, chat(), personId),
    addBot(): void {
      changeBot(world, chat(), founder(), "member");
      const bot = world.people.userJson(world.people.bot.id);
      const fields = { new_chat_participant: bot, new_chat_member: bot, new_chat_members: [bot] };
      service(world, chat(), founder(), fields);
    },
    removeBot: (): void => changeBot(world, chat(), founder(), "kicked"),
    promoteBot: (): void => changeBot(world, chat(), founder(), "administrator"),
    restrictBot(): void {
      if (chat().kind !== "supergroup") throw new NotPossible("Only a supergroup restricts single members");
      changeBot(world, chat(), founder(), "restricted");
    },
    delete: (): void => void world.chats.save({ ...chat(), deleted: true }),
    upgrade: () => upgrade(world, chat()),
  };
}

function upgrade(world: World, group: Chat): GroupChat {
  if (group.kind !== "group") throw new NotPossible("Only a basic group can be upgraded");
  const id = nextId(world, "supergroup");
  const { title = "", members, bot } = group;
  world.chats.save(newChat({ id, kind: "supergroup", title, members, bot }));
  const founder = members[0] ?? 0;
  service(world, group, founder, { migrate_to_chat_id: id });
  world.chats.save({ ...group, migratedTo: id });
  const driver = groupDriver(world, id);
  const supergroup = world.chats.get(id);
  if (supergroup) service(world, supergroup, founder, { migrate_from_chat_id: group.id });
  return driver;
}

function say(
  world: World,
  chat: Chat,
  personId: number,
  text: string,
  replyTo: number | undefined,
): StoredMessage {
  if (!chat.members.includes(personId)) throw new NotPossible(`Person ${personId} is not in this group`);
  const content: Content = { kind: "text", text: finishText({ text, entities: [] }, false) };
  const message = store(world, chat, personId, content, replyTo);
  if (hears(world, chat, message)) tellBot(world, message);
  return message;
}

/** Privacy mode: commands for the bot, replies to it; as administrator everything. */
function hears(world: World, chat: Chat, message: StoredMessage): boolean {
  if (chat.bot === "administrator") return true;
  if (chat.bot !== "member" || message.content.kind !== "text") return false;
  const replied = message.replyTo === undefined ? undefined : world.messages.get(chat.id, message.replyTo);
  if (replied?.fromId === world.people.bot.id) return true;
  const command = /^\/[A-Za-z0-9_]+(?:@([A-Za-z0-9_]+))?(?:\s|$)/.exec(message.content.text.text);
  if (!command) return false;
  if (command[1] !== undefined) return command[1].toLowerCase() === world.people.bot.username.toLowerCase();
  // A plain command is meant for the bot that wrote last, and there is only one here.
  return world.messages.page(chat.id, message.id, 1000).some(({ fromId }) => fromId === world.people.bot.id);
}

function store(world: World, chat: Chat, fromId: number, content: Content, replyTo?: number): StoredMessage {
  return world.messages.save({
    chatId: chat.id,
    id: world.messages.nextId(chat),
    fromId,
    at: world.clock.now(),
    content,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

function tellBot(world: World, message: StoredMessage): void {
  world.updates.push("message", world.json.whole(message), String(message.chatId), message.at);
}

/** Service messages always come to the bot. */
function service(world: World, chat: Chat, fromId: number, fields: JsonObject): void {
  tellBot(world, store(world, chat, fromId, { kind: "service", fields }));
}

function changeBot(world: World, chat: Chat, byId: number, status: Membership): void {
  const now = world.clock.now();
  world.chats.save({ ...chat, bot: status });
  const change = {
    chat: world.chats.chatJson(chat),
    from: world.people.userJson(byId),
    date: seconds(now),
    old_chat_member: member(world, chat.bot),
    new_chat_member: member(world, status),
  };
  world.updates.push("my_chat_member", change, String(chat.id), now);
}

function react(world: World, chat: Chat, personId: number, messageId: number, emoji: string): void {
  if (chat.bot !== "administrator") return;
  const now = world.clock.now();
  const change = {
    chat: world.chats.chatJson(chat),
    message_id: messageId,
    user: world.people.userJson(personId),
    date: seconds(now),
    old_reaction: [],
    new_reaction: [{ type: "emoji", emoji }],
  };
  world.updates.push("message_reaction", change, String(chat.id), now);
}

function addMember(world: World, chat: Chat, personId: number): void {
  const now = world.clock.now();
  world.people.meet(personId);
  world.chats.save({ ...chat, members: [...chat.members, personId] });
  const user = world.people.userJson(personId);
  if (chat.bot === "administrator") {
    const change = {
      chat: world.chats.chatJson(chat),
      from: user,
      date: seconds(now),
      old_chat_member: { user, status: "left" },
      new_chat_member: { user, status: "member" },
    };
    world.updates.push("chat_member", change, String(chat.id), now);
  }
  service(world, chat, personId, {
    new_chat_participant: user,
    new_chat_member: user,
    new_chat_members: [user],
  });
}

const administratorRights =
  "can_be_edited can_manage_chat can_change_info can_delete_messages can_invite_users can_restrict_members can_pin_messages can_promote_members can_manage_video_chats is_anonymous".split(
    " ",
  );

const restrictions = Object.fromEntries(
  "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_change_info can_invite_users can_pin_messages can_manage_topics"
    .split(" ")
    .map((right) => [right, false]),
);

function member(world: World, status: Membership): JsonObject {
  const user = world.people.userJson(world.people.bot.id);
  if (status === "kicked") return { user, status, until_date: 0 };
  if (status === "restricted") return { user, status, until_date: 0, ...restrictions, is_member: true };
  if (status !== "administrator") return { user, status };
  const rights = administratorRights.map((right) => [right, right !== "is_anonymous"]);
  return { user, status, ...Object.fromEntries(rights) };
}
