/** Everything that the embedded Telegram consists of, handed to those who act on it. */
import { Chats } from "./chats.ts";
import type { MovableClock } from "./clock.ts";
import { Events } from "./events.ts";
import { Files } from "./files.ts";
import { MessageJson } from "./message-json.ts";
import { Messages } from "./messages.ts";
import type { Bot, Persona } from "./people.ts";
import { People } from "./people.ts";
import { Presses } from "./presses.ts";
import type { Store } from "./store.ts";
import { Updates } from "./updates.ts";

export interface World {
  readonly clock: MovableClock;
  readonly store: Store;
  readonly people: People;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly files: Files;
  readonly updates: Updates;
  readonly presses: Presses;
  readonly events: Events;
  /** Messages as the Bot API shows them. */
  readonly json: MessageJson;
}

export function openWorld(store: Store, clock: MovableClock, bot: Bot, people: readonly Persona[]): World {
  const everybody = new People(store, bot, people);
  const chats = new Chats(store, everybody);
  const messages = new Messages(store, chats, bot.id);
  return {
    clock,
    store,
    people: everybody,
    chats,
    messages,
    files: new Files(store, bot.id),
    updates: new Updates(store, clock),
    presses: new Presses(store),
    events: new Events(),
    json: new MessageJson(everybody, chats, messages),
  };
}

/** Telegram's dates: whole seconds since 1970. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
