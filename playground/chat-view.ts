/** Chats as people see them: for the page and for tests. */
import type { Chat } from "./chats.ts";
import type { JsonObject } from "./json.ts";
import { textOf } from "./json.ts";
import type { Content, StoredMessage } from "./messages.ts";
import { captionOf } from "./messages.ts";
import type { World } from "./world.ts";

export interface ShownButton {
  text: string;
  data?: string;
  url?: string;
  style?: string;
  copyText?: string;
  disabled?: boolean;
}

export interface ChatMessage {
  id: number;
  from: "bot" | "person";
  /** Epoch milliseconds. */
  at: number;
  text?: string;
  caption?: string;
  entities?: JsonObject[];
  photo?: { fileId: string; fileUniqueId: string; width: number; height: number }[];
  document?: { fileId: string; fileName: string; mimeType: string; size: number };
  /** Any other content, by its kind: video, voice, sticker, location, contact, service. */
  other?: JsonObject & { kind: string };
  buttons: ShownButton[][];
  replyTo?: number;
  album?: string;
  editedAt?: number;
  silent: boolean;
  forceReply?: boolean;
  protected?: boolean;
}

/** A message as the person in whose chat it stands sees it. */
export function chatMessage(world: World, message: StoredMessage): ChatMessage {
  const { content } = message;
  const caption = captionOf(content);
  const words = content.kind === "text" ? content.text : caption;
  return {
    id: message.id,
    from: message.fromId === world.people.bot.id ? "bot" : "person",
    at: message.at,
    ...(content.kind === "text" ? { text: content.text.text } : {}),
    ...(caption && caption.text !== "" ? { caption: caption.text } : {}),
    ...(words && words.entities.length > 0 ? { entities: words.entities } : {}),
    ...shownMedia(content),
    buttons: (message.inline ?? []).map((row) => row.map(shownButton)),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.album === undefined ? {} : { album: message.album }),
    ...(message.editedAt === undefined ? {} : { editedAt: message.editedAt }),
    silent: message.silent === true,
    ...(message.forceReply ? { forceReply: true } : {}),
    ...(message.protected ? { protected: true } : {}),
  };
}

function shownButton(button: JsonObject & { text: string }): ShownButton {
  const { text, callback_data, url, style, copy_text, disabled } = button;
  return {
    text,
    ...(typeof callback_data === "string" ? { data: callback_data } : {}),
    ...(typeof url === "string" ? { url } : {}),
    ...(typeof style === "string" ? { style } : {}),
    ...(copy_text && typeof copy_text === "object" && !Array.isArray(copy_text)
      ? { copyText: textOf(copy_text["text"]) }
      : {}),
    ...(disabled === undefined ? {} : { disabled: true }),
  };
}

function shownMedia(content: Content): Partial<ChatMessage> {
  switch (content.kind) {
    case "text":
      return {};
    case "photo":
      return {
        photo: content.sizes.map(({ fileId, fileUniqueId, width = 0, height = 0 }) => ({
          fileId,
          fileUniqueId,
          width,
          height,
        })),
      };
    case "document": {
      const { fileId, name = "", mimeType = "application/octet-stream", size } = content.file;
      return { document: { fileId, fileName: name, mimeType, size } };
    }
    case "video":
    case "audio":
    case "voice":
    case "animation": {
      const { fileId, mimeType = "application/octet-stream", size } = content.file;
      return { other: { kind: content.kind, fileId, mimeType, size, duration: content.duration } };
    }
    case "sticker":
      return { other: { kind: "sticker", fileId: content.file.fileId, emoji: content.emoji } };
    case "location":
      return { other: { kind: "location", latitude: content.latitude, longitude: content.longitude } };
    case "contact":
      return {
        other: {
          kind: "contact",
          phone: content.phone,
          firstName: content.firstName,
          lastName: content.lastName,
        },
      };
    case "service":
      return { other: { kind: "service", pinned: content.pinned, ...content.fields } };
  }
}

/** Tells the page of a message; only private chats have a page. */
export function tell(world: World, kind: "message" | "edit", message: StoredMessage): void {
  if (message.chatId <= 0) return;
  world.events.add(kind, { person: message.chatId, message: chatMessage(world, message) });
}

/** The reply keyboard and the open ForceReply of a chat, as the page shows them. */
export function inputLine(chat: Chat | undefined): {
  keyboard: JsonObject | null;
  forceReply: number | null;
} {
  const keyboard = chat?.keyboard;
  return {
    keyboard: keyboard
      ? {
          buttons: keyboard.rows.map((row) => row.map((button) => button.text)),
          contactButtons: keyboard.rows
            .flat()
            .flatMap((button) => (button.requestContact ? [button.text] : [])),
          ...(keyboard.placeholder === undefined ? {} : { placeholder: keyboard.placeholder }),
        }
      : null,
    forceReply: chat?.forceReply?.messageId ?? null,
  };
}
