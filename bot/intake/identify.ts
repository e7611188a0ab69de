/** Who sent an update: only a real person in a private chat comes further (W10, F39, F40). */
import type { Middleware } from "grammy";
import type { Store } from "../../db/open.ts";
import { personByTelegram } from "../../db/people.ts";
import type { ChatContext } from "./context.ts";

/** Telegram's own accounts that stand for somebody else: anonymous administrators, service notices, channels. */
const noPersons = new Set([1_087_968_824, 777_000, 136_817_688]);

/** Sets `ctx.person`, or ends the way of an update that nobody can have sent as himself. */
export function identify(store: Store): Middleware<ChatContext> {
  return async (ctx, next) => {
    const { from, chat } = ctx;
    if (from === undefined || chat === undefined) return ctx.nothing("no sender");
    // a press comes from who presses, whoever sent the message that it stands under
    const forAnother = ctx.callbackQuery === undefined && ctx.msg?.sender_chat !== undefined;
    if (from.is_bot || noPersons.has(from.id) || forAnother) return ctx.nothing("not a person");
    if (chat.type === "private" && chat.id === from.id) {
      const person = personByTelegram(store, from.id);
      if (person !== undefined) ctx.person = person;
    }
    await next();
  };
}
