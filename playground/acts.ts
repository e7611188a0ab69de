/** What a person can do in the private chat with the bot, and which updates that makes. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { unblock } from "./blocking.ts";
import type { Chat } from "./chats.ts";
import { inputLine, tell } from "./chat-view.ts";
import type { NewFile } from "./files.ts";
import type { Content, FormattedText, NamedFile, StoredMessage } from "./messages.ts";
import { sameJson } from "./messages.ts";
import { mimeOf } from "./mime.ts";
import type { Picture } from "./pictures.ts";
import { pressIn } from "./pressing.ts";
import { Refusal } from "./refusal.ts";
import { albumId, tellInputLine } from "./sending.ts";
import { codePoints } from "./text/bytes.ts";
import { finishText } from "./text/formatted-text.ts";
import type { World } from "./world.ts";

const textMax = 4096;
const captionMax = 1024;
const editableMs = 48 * 3600 * 1000;
const startPayload = /^[A-Za-z0-9_-]{1,64}$/;

/** Something that the person's own app would not let him do; told to whoever drives the person. */
export class NotPossible extends Error {}

/** Presses Start, or opens a `t.me` link with a payload; a stopped bot is restarted by it. */
export function start(world: World, personId: number, payload?: string): StoredMessage {
  if (payload !== undefined && !startPayload.test(payload)) {
    throw new NotPossible("A start payload is 1–64 letters, digits, _ or -");
  }
  unblock(world, personId);
  return say(world, personId, payload === undefined ? "/start" : `/start ${payload}`);
}

/** Sends a text; one above 4096 characters leaves in several messages, as from any Telegram app. Returns the last one. */
export function say(world: World, personId: number, text: string, replyTo?: number): StoredMessage {
  const parts = split(words(text, false).text).map((part) => words(part, false));
  const sent = parts.map((part) => receive(world, personId, { kind: "text", text: part }, { replyTo }));
  const last = sent.at(-1);
  if (!last) throw new NotPossible("An empty message can't be sent");
  return last;
}

function split(text: string): string[] {
  if (codePoints(text) <= textMax) return [text];
  const all = Array.from(text);
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += textMax) parts.push(all.slice(at, at + textMax).join(""));
  return parts.filter((part) => part.trim() !== "");
}

function words(text: string, allowEmpty: boolean): FormattedText {
  try {
    return finishText({ text, entities: [] }, allowEmpty);
  } catch (error) {
    if (error instanceof Refusal) throw new NotPossible("An empty message can't be sent");
    throw error;
  }
}

export interface MediaOptions {
  caption?: string | undefined;
  replyTo?: number | undefined;
}

/** Bytes of a picture or a file with its name; a path is read from disk. */
export interface Given {
  bytes: Uint8Array;
  name: string;
}

export function given(bytesOrPath: Uint8Array | string, name?: string): Given {
  if (typeof bytesOrPath !== "string") return { bytes: bytesOrPath, name: name ?? "file" };
  return { bytes: readFileSync(bytesOrPath), name: name ?? basename(bytesOrPath) };
}

/** The content of a photo whose sizes were made; a broken image is nothing that an app would send as a photo. */
export function photoContent(world: World, picture: Picture, caption: string): Content {
  if (picture.kind === "not-an-image") throw new NotPossible("Not an image: send it as a file");
  if (picture.kind === "wrong-dimensions") throw new NotPossible("An image of these sides is sent as a file");
  return { kind: "photo", sizes: world.files.addPhoto(picture.sizes), caption: captionText(caption) };
}

export function documentContent(world: World, file: Given, caption: string, mime?: string): Content {
  const stored = keep(world, "document", file, mime ?? mimeOf(file.name));
  return { kind: "document", file: stored, caption: captionText(caption) };
}

/** Keeps a file of any kind in the store. */
export function keep(world: World, kind: NewFile["kind"], { bytes, name }: Given, mime: string): NamedFile {
  return world.files.add({ kind, hash: world.store.keep(bytes), size: bytes.byteLength, name, mime });
}

export function captionText(caption: string): FormattedText {
  const text = words(caption, true);
  if (codePoints(text.text) > captionMax)
    throw new NotPossible(`A caption has at most ${captionMax} characters`);
  return text;
}

/** Sends several photos or files as one album: separate messages under one media_group_id. */
export function receiveAlbum(
  world: World,
  personId: number,
  contents: readonly Content[],
  options: MediaOptions,
): StoredMessage[] {
  const album = contents.length > 1 ? albumId() : undefined;
  return contents.map((content) => receive(world, personId, content, { replyTo: options.replyTo, album }));
}

/** Puts a message of the person into the chat and makes its update. */
export function receive(
  world: World,
  personId: number,
  content: Content,
  options: { replyTo?: number | undefined; album?: string | undefined },
): StoredMessage {
  const chat = openChat(world, personId);
  const { replyTo, album } = options;
  if (replyTo !== undefined && !world.messages.get(chat.id, replyTo)) {
    throw new NotPossible(`There is no message ${replyTo} to reply to`);
  }
  return world.store.atomically(() => {
    const message = world.messages.save({
      chatId: chat.id,
      id: world.messages.nextId(chat),
      fromId: personId,
      at: world.clock.now(),
      content,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(album === undefined ? {} : { album }),
    });
    inputLineAfter(world, chat, message);
    world.updates.push("message", world.json.whole(message), String(chat.id), message.at);
    tell(world, "message", message);
    return message;
  });
}

/** The chat in which the person may write: known to the bot from now on, and not stopped. */
function openChat(world: World, personId: number): Chat {
  if (world.people.isDeleted(personId)) throw new NotPossible("This account is deleted");
  const chat = world.chats.privateWith(personId);
  if (chat.blocked) throw new NotPossible("The person has stopped the bot; unblock first");
  world.people.meet(personId);
  return chat.started ? chat : world.chats.save({ ...chat, started: true });
}

/** Writing closes an open ForceReply, a one-time keyboard goes after its use, and everything above counts as read. */
function inputLineAfter(world: World, chat: Chat, message: StoredMessage): void {
  const changed: Chat = { ...chat, readTo: message.id };
  const text = message.content.kind === "text" ? message.content.text.text : undefined;
  const used =
    chat.keyboard?.oneTime === true && chat.keyboard.rows.flat().some((button) => button.text === text);
  if (used) delete changed.keyboard;
  delete changed.forceReply;
  world.chats.save(changed);
  if (!sameJson(inputLine(chat), inputLine(changed))) tellInputLine(world, changed);
}

/** Changes the words of an own message, within 48 hours; the bot gets the whole new message. */
export function edit(world: World, personId: number, messageId: number, text: string): StoredMessage {
  const chat = openChat(world, personId);
  const message = world.messages.get(chat.id, messageId);
  const now = world.clock.now();
  if (!message || message.fromId !== personId)
    throw new NotPossible(`There is no own message ${messageId} to edit`);
  if (now - message.at > editableMs) throw new NotPossible("A message can be edited for 48 hours");
  const { content } = message;
  const changed =
    content.kind === "text"
      ? { ...content, text: words(text, false) }
      : "caption" in content
        ? { ...content, caption: captionText(text) }
        : undefined;
  if (!changed) throw new NotPossible("There are no words in this message to edit");
  return world.store.atomically(() => {
    const edited = world.messages.save({ ...message, content: changed, editedAt: now });
    // An edit that changes nothing visible makes no update.
    if (!sameJson(content, changed)) {
      world.updates.push("edited_message", world.json.whole(edited), String(chat.id), now);
    }
    tell(world, "edit", edited);
    return edited;
  });
}

/** Presses an inline button; any data goes through. Returns the press id. */
export function press(world: World, personId: number, messageId: number, data: string): string {
  return pressIn(world, openChat(world, personId), personId, messageId, data);
}

/** Sends a contact: the person's own with its user_id, or somebody else's. */
export function shareContact(
  world: World,
  personId: number,
  options: { own?: boolean; phone?: string; userId?: number } = {},
): StoredMessage {
  const own = options.own ?? true;
  const whose = own ? personId : options.userId;
  const person = whose === undefined ? undefined : world.people.find(whose);
  const phone = options.phone ?? person?.phone;
  if (phone === undefined) throw new NotPossible("This person has no phone number; give one");
  const content: Content = {
    kind: "contact",
    phone,
    firstName: person?.firstName ?? phone,
    ...(person?.lastName ? { lastName: person.lastName } : {}),
    ...(whose === undefined ? {} : { userId: whose }),
  };
  // A request for the contact is answered as a reply to the message that brought the button.
  return receive(world, personId, content, {});
}
