/** The people of the embedded Telegram and the bot itself, as the Bot API shows users. */
import type { JsonObject } from "./json.ts";
import type { Store } from "./store.ts";

export interface Persona {
  /** Telegram's number of the person. */
  id: number;
  /** The name shown on the page. */
  name: string;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  phone?: string;
  /** A line under the name on the page, such as "Мерчендайзер · Центральный офис". */
  label?: string;
  /** Shown side by side with others until a visitor chooses. */
  shown?: boolean;
}

export interface Bot {
  id: number;
  username: string;
  firstName: string;
}

/** What the bot's server knows of a person beyond the persona. */
interface Acquaintance {
  /** Wrote, pressed, or was seen in a common group: before that any method says `chat not found`. */
  met: boolean;
  deleted: boolean;
}

export class People {
  readonly bot: Bot;
  readonly all: readonly Persona[];
  readonly #store: Store;
  readonly #known = new Map<number, Acquaintance>();

  constructor(store: Store, bot: Bot, all: readonly Persona[]) {
    this.#store = store;
    this.bot = bot;
    this.all = all;
    this.reload();
  }

  /** Reads again what is stored; after a reset nobody has been met. */
  reload(): void {
    this.#known.clear();
    const rows = this.#store.db
      .prepare<[], { id: number; body: string }>("SELECT id, body FROM person")
      .all();
    // Written by #change below.
    for (const { id, body } of rows) this.#known.set(id, JSON.parse(body) as Acquaintance);
  }

  find(id: number): Persona | undefined {
    return this.all.find((person) => person.id === id);
  }

  isMet(id: number): boolean {
    return this.#known.get(id)?.met === true;
  }

  isDeleted(id: number): boolean {
    return this.#known.get(id)?.deleted === true;
  }

  meet(id: number): void {
    if (!this.isMet(id)) this.#change(id, { met: true });
  }

  deleteAccount(id: number): void {
    this.#change(id, { deleted: true });
  }

  #change(id: number, change: Partial<Acquaintance>): void {
    const known = { met: false, deleted: false, ...this.#known.get(id), ...change };
    this.#known.set(id, known);
    this.#store.db
      .prepare("INSERT OR REPLACE INTO person (id, body) VALUES (?, ?)")
      .run(id, JSON.stringify(known));
  }

  /** User: `is_bot` always, empty values left out. */
  userJson(id: number): JsonObject {
    if (id === this.bot.id) {
      return { id, is_bot: true, first_name: this.bot.firstName, username: this.bot.username };
    }
    const person = this.find(id);
    if (person === undefined || this.isDeleted(id)) return { id, is_bot: false, first_name: "" };
    return {
      id,
      is_bot: false,
      first_name: person.firstName,
      ...(person.lastName ? { last_name: person.lastName } : {}),
      ...(person.username ? { username: person.username } : {}),
      ...(person.languageCode ? { language_code: person.languageCode } : {}),
    };
  }
}
