/** Routes an update through the features: finds its work, without doing it. */
import { Bot, BotError, Composer, GrammyError, HttpError, type ApiClientOptions } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Store } from "../../db/open.ts";
import type { Logger } from "../log.ts";
import type { Ctx } from "../work.ts";
import { ChatContext, type Plan } from "./context.ts";
import { identify } from "./identify.ts";
import { privateOnly } from "./private-only.ts";
import { reachable } from "./reachable.ts";

export interface Router {
  /** Asks Telegram who we are; must be done once before the first update. */
  init(): Promise<UserFromGetMe>;
  /** Throws what a handler throws: such an update is tried again, then put into quarantine. */
  plan(update: Update): Promise<Plan>;
}

export interface RouterOf {
  readonly store: Store;
  readonly token: string;
  readonly client: ApiClientOptions;
  readonly log: Logger;
  readonly register: (chat: Composer<Ctx>) => void;
}

export function createRouter({ store, token, client, log, register }: RouterOf): Router {
  const bot = new Bot<ChatContext>(token, { client, ContextConstructor: ChatContext });
  const contexts = new WeakMap<Update, ChatContext>();
  const chat = new Composer<Ctx>();
  register(chat);
  bot.use((ctx, next) => {
    contexts.set(ctx.update, ctx);
    return next();
  });
  bot.use(identify(store), privateOnly, reachable);
  bot.use(chat);
  return {
    async init() {
      await bot.init();
      return bot.botInfo;
    },
    async plan(update) {
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        const cause: unknown = error instanceof BotError ? error.error : error;
        // a screen that changes nothing could not be shown: nothing is lost, the person presses again
        if (!(cause instanceof GrammyError || cause instanceof HttpError)) throw cause;
        log.warn({ err: cause, update: update.update_id }, "a screen could not be shown");
      }
      return contexts.get(update)?.plan ?? { kind: "nothing", name: "unhandled" };
    },
  };
}
