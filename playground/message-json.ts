/** Messages as the Bot API shows them: empty values left out, `true` flags only when true. */
import type { Chats } from "./chats.ts";
import { fileJson } from "./files.ts";
import type { Json, JsonObject } from "./json.ts";
import type {
  Captioned,
  Content,
  Entity,
  FormattedText,
  Messages,
  NamedFile,
  StoredMessage,
} from "./messages.ts";
import type { People } from "./people.ts";

export class MessageJson {
  readonly #people: People;
  readonly #chats: Chats;
  readonly #messages: Messages;

  constructor(people: People, chats: Chats, messages: Messages) {
    this.#people = people;
    this.#chats = chats;
    this.#messages = messages;
  }

  /** The whole Message; the replied one stands inside it one level deep. */
  whole(message: StoredMessage): JsonObject {
    return this.#message(message, true);
  }

  /** `{message_id, chat, date: 0}`: what is shown of a message that is gone. */
  inaccessible(chatId: number, messageId: number): JsonObject {
    return { chat: this.#chat(chatId), message_id: messageId, date: 0 };
  }

  #chat(chatId: number): JsonObject {
    const chat = this.#chats.get(chatId);
    if (!chat) throw new Error(`There is no chat ${chatId}`);
    return this.#chats.chatJson(chat);
  }

  #message(message: StoredMessage, withReply: boolean): JsonObject {
    const { id, fromId, chatId, at, editedAt, forward, album, inline, effectId } = message;
    return {
      message_id: id,
      from: this.#people.userJson(fromId),
      chat: this.#chat(chatId),
      date: Math.floor(at / 1000),
      ...(editedAt === undefined ? {} : { edit_date: Math.floor(editedAt / 1000) }),
      ...(forward ? this.#forward(forward) : {}),
      ...(withReply ? this.#reply(message) : {}),
      ...(album === undefined ? {} : { media_group_id: album }),
      ...this.#content(message, withReply),
      ...(message.protected ? { has_protected_content: true } : {}),
      ...(effectId === undefined ? {} : { effect_id: effectId }),
      ...(inline ? { reply_markup: { inline_keyboard: inline } } : {}),
    };
  }

  #forward({ fromId, at }: { fromId: number; at: number }): JsonObject {
    const date = Math.floor(at / 1000);
    const user = this.#people.userJson(fromId);
    return {
      forward_origin: { type: "user", sender_user: user, date },
      forward_from: user,
      forward_date: date,
    };
  }

  #reply({ chatId, replyTo }: StoredMessage): JsonObject {
    const replied = replyTo === undefined ? undefined : this.#messages.get(chatId, replyTo);
    return replied ? { reply_to_message: this.#message(replied, false) } : {};
  }

  #content(message: StoredMessage, withReply: boolean): JsonObject {
    const { content, chatId } = message;
    switch (content.kind) {
      case "text":
        return {
          text: content.text.text,
          ...this.#entities("entities", content.text),
          ...(content.linkPreview ? { link_preview_options: content.linkPreview } : {}),
        };
      case "photo":
        return { photo: content.sizes.map(fileJson), ...this.#caption(content) };
      case "document":
        return {
          document: {
            ...named(content.file),
            ...(content.thumbnail
              ? { thumbnail: fileJson(content.thumbnail), thumb: fileJson(content.thumbnail) }
              : {}),
            ...fileJson(bare(content.file)),
          },
          ...this.#caption(content),
        };
      case "video":
      case "audio":
      case "voice":
      case "animation":
        return {
          ...media(content.kind, content.file, content.duration),
          ...this.#caption(content),
        };
      case "sticker":
        return { sticker: sticker(content.file, content.emoji) };
      case "location":
        return { location: { latitude: content.latitude, longitude: content.longitude } };
      case "contact":
        return { contact: contact(content) };
      case "service":
        return { ...content.fields, ...this.#pinned(chatId, content.pinned, withReply) };
    }
  }

  #pinned(chatId: number, id: number | undefined, withReply: boolean): JsonObject {
    if (id === undefined) return {};
    const pinned = this.#messages.get(chatId, id);
    if (pinned) return { pinned_message: this.#message(pinned, false) };
    return withReply ? { pinned_message: this.inaccessible(chatId, id) } : {};
  }

  #caption({ caption, above, spoiler }: Captioned): JsonObject {
    if (caption.text === "") return spoiler ? { has_media_spoiler: true } : {};
    return {
      caption: caption.text,
      ...this.#entities("caption_entities", caption),
      ...(above ? { show_caption_above_media: true } : {}),
      ...(spoiler ? { has_media_spoiler: true } : {}),
    };
  }

  #entities(name: string, { entities }: FormattedText): JsonObject {
    if (entities.length === 0) return {};
    return { [name]: entities.map((entity) => this.#entity(entity)) };
  }

  /** A mention of a person shows the whole User. */
  #entity(entity: Entity): Json {
    const user = entity["user"];
    if (typeof user !== "object" || user === null || Array.isArray(user)) return entity;
    return { ...entity, user: this.#people.userJson(Number(user["id"])) };
  }
}

function named(file: NamedFile): JsonObject {
  return {
    ...(file.name === undefined ? {} : { file_name: file.name }),
    ...(file.mimeType === undefined ? {} : { mime_type: file.mimeType }),
  };
}

function bare(file: NamedFile): NamedFile {
  return { fileId: file.fileId, fileUniqueId: file.fileUniqueId, size: file.size };
}

function media(
  kind: "video" | "audio" | "voice" | "animation",
  file: NamedFile,
  duration: number,
): JsonObject {
  const shown: JsonObject = { duration, ...named(file), ...fileJson(bare(file)) };
  if (kind === "voice") delete shown["file_name"];
  if (kind === "video" || kind === "animation")
    Object.assign(shown, { width: file.width ?? 0, height: file.height ?? 0 });
  // An animation is shown as a document too, for older bots.
  const document: JsonObject =
    kind === "animation" ? { document: { ...named(file), ...fileJson(bare(file)) } } : {};
  return { [kind]: shown, ...document };
}

function sticker(file: NamedFile, emoji: string): JsonObject {
  return {
    width: file.width ?? 512,
    height: file.height ?? 512,
    emoji,
    is_animated: false,
    is_video: false,
    type: "regular",
    ...fileJson(bare(file)),
  };
}

function contact(content: Extract<Content, { kind: "contact" }>): JsonObject {
  return {
    phone_number: content.phone,
    first_name: content.firstName,
    ...(content.lastName ? { last_name: content.lastName } : {}),
    ...(content.userId === undefined ? {} : { user_id: content.userId }),
  };
}
