/** The embedded Telegram: a Bot API server with people in it, for a page to try a bot and for tests to try it harder. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { answerBotApi, isBotApiPath } from "./bot-api.ts";
import { CallLog } from "./calls.ts";
import type { Desk } from "./dispatch.ts";
import { dispatch, paramsOf } from "./dispatch.ts";
import { Faults } from "./faults.ts";
import { Flood } from "./flood.ts";
import { Mailbox } from "./mailbox.ts";
import type { GroupChat, NewGroup } from "./groups.ts";
import { openGroup } from "./groups.ts";
import type { TelegramOptions } from "./options.ts";
import { pageApi } from "./page-api.ts";
import type { PersonaChat } from "./persona.ts";
import { driver } from "./persona.ts";
import { Polling } from "./polling.ts";
import { openStore } from "./store.ts";
import type { Updates } from "./updates.ts";
import { Webhook } from "./webhook.ts";
import { openWorld } from "./world.ts";
import type { World } from "./world.ts";

export type { TelegramOptions } from "./options.ts";

export interface Telegram {
  /** Bot API, files, page and the page's API; a host may mount it in a server of its own. */
  app: Hono;
  listen: (port: number, host?: string) => Promise<Listening>;
  /** Acts as that person in the private chat with the bot. */
  person: (id: number) => PersonaChat;
  /** Makes a group with these people and the bot in it. */
  group: (group: NewGroup) => GroupChat;
  calls: CallLog;
  faults: Faults;
  /** Letters that the mail server took. */
  mailbox: Mailbox;
  /** Flood limits; off until `flood.enabled = true`. */
  flood: Flood;
  polling: Polling;
  /** Updates that come again, or chats whose updates come out of order. */
  updates: Pick<Updates, "repeat" | "shuffle">;
  /** For what the rest does not reach. */
  world: World;
  /** Forgets all chats, files and calls; the clock stays where it is. */
  reset: () => void;
  close: () => void;
}

/** A socket that listens. */
export interface Listening {
  url: string;
  close: () => Promise<void>;
}

/** Opens an embedded Telegram; it has no socket until `listen`. */
export function openTelegram(options: TelegramOptions): Telegram {
  const { clock, token } = options;
  const store = openStore(options.dataDir);
  const world = openWorld(store, clock, options.bot, options.people);
  const closing = new AbortController();
  const calls = new CallLog(store, (call) => world.events.add("call", { call: { ...call } }));
  const faults = new Faults();
  const mailbox = new Mailbox(store, clock, world.events);
  options.mail?.deliverTo((mail) => mailbox.keep(mail));
  const flood = new Flood(clock);
  const polling = new Polling(world.updates, clock, options.pollBrakes ?? clock.standsStill !== true);
  const webhook = new Webhook(store, clock, world.updates, async (method, fields) => {
    await dispatch(desk, method, paramsOf(fields), false, closing.signal);
  });
  const desk: Desk = { world, calls, faults, flood, polling, webhook };
  const reset = () => {
    store.clear();
    world.people.reload();
    world.chats.reload();
    faults.clear();
    options.mail?.faults.clear();
    world.events.add("reset", {});
  };
  const forgetClock = clock.moved(() =>
    world.events.add("clock", { now: clock.now(), offset: clock.now() - Date.now() }),
  );
  const app = new Hono();
  app.all("*", async (c, next) => {
    if (!isBotApiPath(new URL(c.req.url).pathname)) return next();
    return answerBotApi(desk, token, c, closing.signal);
  });
  app.route("/", pageApi({ desk, mailbox, options, reset, closing: closing.signal }));
  app.notFound((c) => c.json({ ok: false, error_code: 404, description: "Not Found" }, 404));
  return {
    app,
    listen: (port, host = "127.0.0.1") => listen(app, port, host),
    person: (id) => driver(world, id),
    group: (group) => openGroup(world, group),
    calls,
    faults,
    mailbox,
    flood,
    polling,
    updates: world.updates,
    world,
    reset,
    close() {
      closing.abort();
      webhook.close();
      forgetClock();
      faults.clear();
      store.close();
    },
  };
}

function listen(app: Hono, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    // Longer than any pause of a bot between two calls: an idle connection must not die just as it is used again.
    const keepAliveTimeout = 120_000;
    const server = serve(
      { fetch: app.fetch, port, hostname: host, serverOptions: { keepAliveTimeout } },
      (address) => {
        const name = host.includes(":") ? `[${host}]` : host;
        resolve({
          url: `http://${name}:${address.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once("error", reject);
  });
}
