/** Stored messages: what was said where, by whom, with what under it. */
import type { Chat, Chats } from "./chats.ts";
import type { JsonObject } from "./json.ts";
import type { Store } from "./store.ts";

export interface Entity extends JsonObject {
  type: string;
  offset: number;
  length: number;
}

/** Text with what stands out in it; offsets in UTF-16 units. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** A file as it stands in a message. */
export interface FileInfo {
  fileId: string;
  fileUniqueId: string;
  size: number;
  width?: number;
  height?: number;
}

export interface NamedFile extends FileInfo {
  name?: string;
  mimeType?: string;
}

export interface Captioned {
  caption: FormattedText;
  above?: boolean;
  spoiler?: boolean;
}

export type Content =
  | { kind: "text"; text: FormattedText; linkPreview?: JsonObject }
  | ({ kind: "photo"; sizes: FileInfo[] } & Captioned)
  | ({ kind: "document"; file: NamedFile; thumbnail?: FileInfo } & Captioned)
  | ({ kind: "video"; file: NamedFile; duration: number } & Captioned)
  | ({ kind: "audio"; file: NamedFile; duration: number } & Captioned)
  | ({ kind: "voice"; file: NamedFile; duration: number } & Captioned)
  | ({ kind: "animation"; file: NamedFile; duration: number } & Captioned)
  | { kind: "sticker"; file: NamedFile; emoji: string }
  | { kind: "location"; latitude: number; longitude: number }
  | { kind: "contact"; phone: string; firstName: string; lastName?: string; userId?: number }
  | { kind: "service"; fields: JsonObject; pinned?: number };

/** An inline button as it is echoed; `callback_data` and the rest under the API's own names. */
export type InlineButton = JsonObject & { text: string };

export interface StoredMessage {
  chatId: number;
  id: number;
  fromId: number;
  /** Epoch milliseconds. */
  at: number;
  editedAt?: number;
  content: Content;
  replyTo?: number;
  album?: string;
  inline?: InlineButton[][];
  /** Sent with a reply keyboard, its removal or ForceReply: such a message can't be edited. */
  fixed?: boolean;
  forceReply?: boolean;
  forward?: { fromId: number; at: number };
  protected?: boolean;
  silent?: boolean;
  effectId?: string;
}

export class Messages {
  readonly #store: Store;
  readonly #chats: Chats;
  readonly #botId: number;

  constructor(store: Store, chats: Chats, botId: number) {
    this.#store = store;
    this.#chats = chats;
    this.#botId = botId;
  }

  /** The next number in a chat: supergroups count for themselves, all other chats of the bot share one counter (T27). */
  nextId(chat: Chat): number {
    if (chat.kind === "supergroup") {
      this.#chats.save({ ...chat, lastMessageId: chat.lastMessageId + 1 });
      return chat.lastMessageId + 1;
    }
    const next = Number(this.#store.setting("lastMessageId") ?? 0) + 1;
    this.#store.set("lastMessageId", next);
    return next;
  }

  save(message: StoredMessage): StoredMessage {
    this.#store.db
      .prepare("INSERT OR REPLACE INTO message (chat, id, from_bot, body) VALUES (?, ?, ?, ?)")
      .run(message.chatId, message.id, message.fromId === this.#botId ? 1 : 0, JSON.stringify(message));
    return message;
  }

  get(chatId: number, id: number): StoredMessage | undefined {
    const row = this.#store.db
      .prepare<[number, number], { body: string }>("SELECT body FROM message WHERE chat = ? AND id = ?")
      .get(chatId, id);
    return row && read(row.body);
  }

  remove(chatId: number, id: number): void {
    this.#store.db.prepare("DELETE FROM message WHERE chat = ? AND id = ?").run(chatId, id);
  }

  /** The newest `limit` messages below `before`, oldest first. */
  page(chatId: number, before: number, limit: number): StoredMessage[] {
    const rows = this.#store.db
      .prepare<[number, number, number], { body: string }>(
        "SELECT body FROM message WHERE chat = ? AND id < ? ORDER BY id DESC LIMIT ?",
      )
      .all(chatId, before, limit);
    return rows.map((row) => read(row.body)).reverse();
  }

  /** How many messages of the bot lie above a number. */
  countFromBot(chatId: number, above: number): number {
    const row = this.#store.db
      .prepare<[number, number], { n: number }>(
        "SELECT count(*) AS n FROM message WHERE chat = ? AND id > ? AND from_bot = 1",
      )
      .get(chatId, above);
    return row?.n ?? 0;
  }

  /** All messages of an album, in order. */
  album(chatId: number, album: string): StoredMessage[] {
    return this.page(chatId, Number.MAX_SAFE_INTEGER, 1000).filter((message) => message.album === album);
  }
}

function read(body: string): StoredMessage {
  // Written by `save` above.
  return JSON.parse(body) as StoredMessage;
}

/** The caption of a message, undefined when its kind has none. */
export function captionOf(content: Content): FormattedText | undefined {
  return "caption" in content ? content.caption : undefined;
}

/** The text or caption of a message, empty when it has neither. */
export function wordsOf(content: Content): string {
  if (content.kind === "text") return content.text.text;
  return captionOf(content)?.text ?? "";
}

/** A deep comparison of values as JSON, in which the order of fields does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}
