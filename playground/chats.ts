/** Chats: who is in them, whether the bot may write, which keyboard is shown. */
import type { Json, JsonObject } from "./json.ts";
import type { People } from "./people.ts";
import type { Store } from "./store.ts";

export interface ReplyButton {
  text: string;
  requestContact?: boolean;
  requestLocation?: boolean;
  webAppUrl?: string;
  style?: string;
}

/** The reply keyboard that a person has under his input line. */
export interface ReplyKeyboard {
  /** The message that brought it; when it is deleted the keyboard goes with it. */
  messageId: number;
  rows: ReplyButton[][];
  placeholder?: string;
  oneTime: boolean;
  persistent: boolean;
}

export type Membership = "member" | "administrator" | "restricted" | "left" | "kicked";

export interface Chat {
  id: number;
  kind: "private" | "group" | "supergroup";
  title?: string;
  username?: string;
  /** Private: the person pressed Start or wrote. */
  started: boolean;
  /** Private: the person stopped the bot. */
  blocked: boolean;
  /** Groups: people inside, and what the bot is there. */
  members: number[];
  bot: Membership;
  migratedTo?: number;
  deleted?: boolean;
  keyboard?: ReplyKeyboard;
  /** The newest unanswered ForceReply, and its placeholder. */
  forceReply?: { messageId: number; placeholder?: string };
  pinned: number[];
  /** Up to which message the person has read; for the page's unread counts. */
  readTo: number;
  /** Supergroups count their messages for themselves. */
  lastMessageId: number;
}

export class Chats {
  readonly #store: Store;
  readonly #people: People;
  readonly #chats = new Map<number, Chat>();

  constructor(store: Store, people: People) {
    this.#store = store;
    this.#people = people;
    this.reload();
  }

  reload(): void {
    this.#chats.clear();
    // Written by `save` below.
    for (const row of this.#store.db.prepare<[], { body: string }>("SELECT body FROM chat").all()) {
      const chat = JSON.parse(row.body) as Chat;
      this.#chats.set(chat.id, chat);
    }
  }

  get(id: number): Chat | undefined {
    return this.#chats.get(id);
  }

  all(): Chat[] {
    return [...this.#chats.values()];
  }

  /** The private chat with a person, made when it is first needed. */
  privateWith(personId: number): Chat {
    const known = this.#chats.get(personId);
    if (known) return known;
    return this.save(newChat({ id: personId, kind: "private", members: [personId] }));
  }

  save(chat: Chat): Chat {
    this.#chats.set(chat.id, chat);
    this.#store.db
      .prepare("INSERT OR REPLACE INTO chat (id, body) VALUES (?, ?)")
      .run(chat.id, JSON.stringify(chat));
    return chat;
  }

  /** Chat as it stands inside messages. */
  chatJson(chat: Chat): JsonObject {
    if (chat.kind === "private") {
      const { id, first_name, last_name, username } = this.#people.userJson(chat.id);
      return { id, first_name, ...optional({ last_name, username }), type: "private" };
    }
    if (chat.kind === "group") {
      return {
        id: chat.id,
        title: chat.title,
        type: "group",
        all_members_are_administrators: false,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
      };
    }
    return { id: chat.id, title: chat.title, ...optional({ username: chat.username }), type: "supergroup" };
  }
}

/** A chat with nothing in it yet. */
export function newChat(given: Pick<Chat, "id" | "kind" | "members"> & Partial<Chat>): Chat {
  return { started: false, blocked: false, bot: "member", pinned: [], readTo: 0, lastMessageId: 0, ...given };
}

function optional(fields: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  );
}
