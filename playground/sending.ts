/** What all sending methods share, in the server's order of checks: reply, markup's shape, chat, replied message, the rest. */
import { randomBytes } from "node:crypto";
import type { Call } from "./call.ts";
import type { Chat } from "./chats.ts";
import { chatFor, checkReachable, checkRight } from "./chat-access.ts";
import { tell, inputLine } from "./chat-view.ts";
import { isObject, textOf } from "./json.ts";
import type { Markup } from "./markup.ts";
import { parseMarkup } from "./markup.ts";
import type { MarkupContext } from "./markup-checks.ts";
import { checkAtBackend, checkMarkup } from "./markup-checks.ts";
import type { Content, FormattedText, StoredMessage } from "./messages.ts";
import { leadingInteger } from "./params.ts";
import { badRequest } from "./refusal.ts";
import { codePoints } from "./text/bytes.ts";
import { finishText, parseText } from "./text/formatted-text.ts";
import type { World } from "./world.ts";

const textMax = 4096;
const captionMax = 1024;

/** The text of a call before the chat is looked at. */
export function readText(call: Call): FormattedText {
  const text = call.params.text("text");
  if (text === "") throw badRequest("Message text is empty");
  return parseText(text, call.params.text("parse_mode"), entitiesOf(call, "entities"));
}

/** The caption of a call before the chat is looked at. */
export function readCaption(call: Call): FormattedText {
  const { params } = call;
  return parseText(params.text("caption"), params.text("parse_mode"), entitiesOf(call, "caption_entities"));
}

/** Unreadable entities are taken for none. */
function entitiesOf(call: Call, name: string) {
  try {
    return call.params.json(name, "");
  } catch {
    return undefined;
  }
}

export function finishMessageText(text: FormattedText): FormattedText {
  const finished = finishText(text, false);
  if (codePoints(finished.text) > textMax) throw badRequest("message is too long");
  return finished;
}

export function finishCaption(caption: FormattedText): FormattedText {
  const finished = finishText(caption, true);
  if (codePoints(finished.text) > captionMax) throw badRequest("message caption is too long");
  return finished;
}

/** A send whose chat and replied message are settled. */
export interface Sending {
  chat: Chat;
  replyTo: number | undefined;
  markup: Markup | undefined;
  where: MarkupContext;
}

/** Reply parameters, shape of the markup, the chat, the replied message. */
export function startSending(call: Call, options: { markup?: boolean } = {}): Sending {
  const reply = replyParameters(call);
  const markup = options.markup === false ? undefined : parseMarkup(call.params.text("reply_markup"));
  const chat = chatFor(call.world, call.params.text("chat_id"), "write");
  const thread = call.params.integer("message_thread_id", 0, -2_147_483_648, 2_147_483_647);
  // There are no topics here, and the General topic is left out on the real server too.
  if (thread !== 0) throw badRequest("message thread not found");
  return {
    chat,
    replyTo: repliedMessage(call.world, chat, reply),
    markup,
    where: { privateChat: chat.kind === "private", test: call.test },
  };
}

interface ReplyParameters {
  messageId: number;
  allowMissing: boolean;
  chatId: string;
}

function replyParameters({ params }: Call): ReplyParameters {
  if (!params.has("reply_parameters")) {
    const messageId = params.messageId("reply_to_message_id");
    return { messageId, allowMissing: params.flag("allow_sending_without_reply"), chatId: "" };
  }
  const value = params.json("reply_parameters", "Can't parse reply parameters JSON object");
  if (value === undefined) return { messageId: 0, allowMissing: false, chatId: "" };
  if (!isObject(value)) throw badRequest("Object expected as reply parameters");
  if (Object.keys(value).length === 0) return { messageId: 0, allowMissing: false, chatId: "" };
  const id = value["message_id"];
  if (id === undefined) throw badRequest(`Can't find field "message_id"`);
  return {
    messageId: Math.max(leadingInteger(textOf(id)), 0),
    allowMissing: value["allow_sending_without_reply"] === true,
    chatId: textOf(value["chat_id"]),
  };
}

function repliedMessage(world: World, chat: Chat, reply: ReplyParameters): number | undefined {
  if (reply.messageId === 0) return undefined;
  const foreign = reply.chatId !== "" && chatFor(world, reply.chatId, "read").id !== chat.id;
  if (!foreign && world.messages.get(chat.id, reply.messageId)) return reply.messageId;
  if (reply.allowMissing) return undefined;
  throw badRequest("message to be replied not found");
}

/** What TDLib checks last: the right to send messages of this kind, links and empty buttons of the markup. */
export function checkContent({ chat, markup, where }: Sending, kind: Content["kind"]): Markup | undefined {
  checkRight(chat, kind);
  return checkMarkup(markup, where);
}

/** What the closed backend refuses: a person out of reach, then the markup. */
export function checkPeer({ chat, where }: Sending, markup: Markup | undefined): void {
  checkReachable(chat);
  checkAtBackend(markup, where);
}

/** Puts a message of the bot into the chat; nothing can be refused any more. */
export function deliver(
  call: Call,
  sending: Sending,
  markup: Markup | undefined,
  content: Content,
  album?: string,
): StoredMessage {
  const { world, params } = call;
  const effect = params.text("message_effect_id");
  return world.store.atomically(() => {
    const message = world.messages.save({
      chatId: sending.chat.id,
      id: world.messages.nextId(sending.chat),
      fromId: world.people.bot.id,
      at: world.clock.now(),
      content,
      ...(sending.replyTo === undefined ? {} : { replyTo: sending.replyTo }),
      ...(album === undefined ? {} : { album }),
      ...(params.flag("protect_content") ? { protected: true } : {}),
      ...(params.flag("disable_notification") ? { silent: true } : {}),
      ...(effect !== "" && sending.where.privateChat ? { effectId: effect } : {}),
      ...markupFields(markup),
    });
    changeInputLine(world, message, markup);
    tell(world, "message", message);
    return message;
  });
}

function markupFields(markup: Markup | undefined): Partial<StoredMessage> {
  if (markup === undefined) return {};
  if (markup.kind === "inline")
    return { inline: markup.rows, ...(markup.forceReply ? { forceReply: true } : {}) };
  return { fixed: true, ...(markup.kind === "force-reply" ? { forceReply: true } : {}) };
}

/** The reply keyboard and the ForceReply that the newest message brings or takes away. */
function changeInputLine(world: World, message: StoredMessage, markup: Markup | undefined): void {
  const chat = world.chats.get(message.chatId);
  if (!chat || !markup) return;
  const changed: Chat = { ...chat };
  if (markup.kind === "keyboard") {
    const { rows, placeholder, oneTime, persistent } = markup;
    changed.keyboard = {
      messageId: message.id,
      rows,
      oneTime,
      persistent,
      ...(placeholder === undefined ? {} : { placeholder }),
    };
  }
  if (markup.kind === "remove") delete changed.keyboard;
  const force =
    markup.kind === "force-reply" ||
    ((markup.kind === "inline" || markup.kind === "keyboard") && markup.forceReply);
  if (force) {
    const placeholder = "placeholder" in markup ? markup.placeholder : undefined;
    changed.forceReply = { messageId: message.id, ...(placeholder === undefined ? {} : { placeholder }) };
  }
  world.chats.save(changed);
  if (markup.kind !== "inline" || force) tellInputLine(world, changed);
}

/** Tells the page what stands under the input line now. */
export function tellInputLine(world: World, chat: Chat): void {
  if (chat.kind === "private") world.events.add("keyboard", { person: chat.id, ...inputLine(chat) });
}

/** A new media_group_id. */
export function albumId(): string {
  return (randomBytes(8).readBigUInt64BE() >> 1n).toString();
}
