/** Editing what the bot has sent: words, media, buttons (3.3). */
import type { Call, Method } from "../call.ts";
import { chatFor, checkReachable, messageFor } from "../chat-access.ts";
import { tell } from "../chat-view.ts";
import type { Chat } from "../chats.ts";
import { checkUpload, findRemote, mediaContent } from "../input-files.ts";
import { readInputMedia } from "../input-media.ts";
import type { Json } from "../json.ts";
import type { Markup } from "../markup.ts";
import { parseMarkup } from "../markup.ts";
import { checkAtBackend, checkMarkup } from "../markup-checks.ts";
import type { Content, StoredMessage } from "../messages.ts";
import { sameJson } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { finishCaption, finishMessageText, readCaption, readText } from "../sending.ts";
import { linkPreviewOptions } from "./text.ts";

/** Kinds of which albums hold nothing else. */
const aloof: readonly string[] = ["document", "audio"];

export const editMethods: Record<string, Method> = {
  editMessageText(call) {
    const linkPreview = linkPreviewOptions(call);
    const given = readText(call);
    const edit = startEdit(call);
    checkEditable(edit);
    if (edit.message.content.kind !== "text") throw badRequest("There is no text in the message to edit");
    const text = finishMessageText(given);
    return finishEdit(call, edit, { kind: "text", text, ...(linkPreview ? { linkPreview } : {}) });
  },

  editMessageCaption(call) {
    const markup = parseMarkup(call.params.text("reply_markup"));
    const given = readCaption(call);
    const edit = startEdit(call, markup);
    checkEditable(edit);
    const { content } = edit.message;
    if (!("caption" in content)) throw badRequest("There is no caption in the message to edit");
    const { above: _, ...rest } = content;
    const above = call.params.flag("show_caption_above_media") ? { above: true } : {};
    return finishEdit(call, edit, { ...rest, caption: finishCaption(given), ...above });
  },

  async editMessageMedia(call) {
    const { world, params } = call;
    const markup = parseMarkup(params.text("reply_markup"));
    const value = params.json("media", "Can't parse input media JSON object");
    if (value === undefined) throw badRequest(`Parameter "media" is required`);
    const media = readInputMedia(call, value, false);
    const edit = startEdit(call, markup);
    const { message } = edit;
    if (!isEditable(call, message) || !("caption" in message.content || message.content.kind === "text")) {
      throw badRequest("Message media can't be edited");
    }
    const remote = findRemote(world, media.file, media.kind);
    const words = { ...media.words, caption: finishCaption(media.words.caption) };
    checkAlbum(message, media.kind);
    const checked = inlineMarkup(call, edit);
    checkUpload(media.file, media.kind);
    checkReachable(edit.chat);
    checkAtBackend(checked, whereOf(call, edit.chat));
    return store(
      call,
      edit,
      await mediaContent(call, media.file, remote, media.kind, words, media.durationS),
      checked,
    );
  },

  editMessageReplyMarkup(call) {
    const edit = startEdit(call);
    checkEditable(edit);
    return finishEdit(call, edit, edit.message.content);
  },
};

interface Edit {
  call: Call;
  chat: Chat;
  message: StoredMessage;
  markup: Markup | undefined;
}

/** Shape of the markup, the chat, the message. */
function startEdit(call: Call, markup = parseMarkup(call.params.text("reply_markup"))): Edit {
  const { world, params } = call;
  const chatId = params.text("chat_id");
  const messageId = params.messageId();
  if (chatId === "" && messageId === 0) {
    if (params.text("inline_message_id") === "") throw badRequest("Message identifier is not specified");
    // There is no inline mode here, so nobody ever sent such a message.
    throw badRequest("MESSAGE_ID_INVALID");
  }
  const chat = chatFor(world, chatId, "edit");
  return { call, chat, message: messageFor(world, chat, messageId, "message to edit"), markup };
}

function isEditable({ world }: Call, message: StoredMessage): boolean {
  return (
    message.fromId === world.people.bot.id &&
    message.forward === undefined &&
    message.fixed !== true &&
    message.content.kind !== "service"
  );
}

function checkEditable({ call, message }: Edit): void {
  if (!isEditable(call, message)) throw badRequest("Message can't be edited");
}

function whereOf(call: Call, chat: Chat): { privateChat: boolean; test: boolean } {
  return { privateChat: chat.kind === "private", test: call.test };
}

function inlineMarkup(call: Call, { chat, markup }: Edit): Markup | undefined {
  if (markup !== undefined && markup.kind !== "inline") throw badRequest("Inline keyboard expected");
  return checkMarkup(markup, whereOf(call, chat));
}

function checkAlbum(message: StoredMessage, kind: string): void {
  if (message.album === undefined || message.content.kind === kind) return;
  if (kind === "animation") throw badRequest("Message content type can't be used in an album");
  if (aloof.includes(kind) || aloof.includes(message.content.kind)) {
    throw badRequest("Can't change media type in the album");
  }
}

function finishEdit(call: Call, edit: Edit, content: Content): Json {
  const markup = inlineMarkup(call, edit);
  checkReachable(edit.chat);
  checkAtBackend(markup, whereOf(call, edit.chat));
  return store(call, edit, content, markup);
}

/** Stores the edited message; one in which nothing changed is refused. Without a markup the old keyboard goes. */
function store(call: Call, { message }: Edit, content: Content, markup: Markup | undefined): Json {
  const { world } = call;
  const inline = markup?.kind === "inline" ? markup.rows : undefined;
  if (sameJson(visible(content), visible(message.content)) && sameJson(inline, message.inline)) {
    throw badRequest("MESSAGE_NOT_MODIFIED");
  }
  const { inline: _, ...rest } = message;
  const edited = { ...rest, content, editedAt: world.clock.now(), ...(inline ? { inline } : {}) };
  tell(world, "edit", world.messages.save(edited));
  return world.json.whole(edited);
}

/** Content as it is compared: how links are previewed matters only where there is a link. */
function visible(content: Content): Content {
  if (content.kind !== "text") return content;
  const { linkPreview, ...rest } = content;
  const hasLink = content.text.entities.some(({ type }) => type === "url" || type === "text_link");
  return hasLink && linkPreview ? { ...rest, linkPreview } : rest;
}
