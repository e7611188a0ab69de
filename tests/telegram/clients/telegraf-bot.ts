/** The bot of the conversation, written with Telegraf: an independent client, so that the server bends to nobody's habits. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Input, Markup, Telegraf } from "telegraf";
import type { Context } from "telegraf";
import { message } from "telegraf/filters";
import { token } from "../telegram.ts";
import type { RunningBot } from "./conversation.ts";
import { words } from "./conversation.ts";

function botAt(url: string): Telegraf {
  const bot = new Telegraf(token, { telegram: { apiRoot: url } });
  const albums = new Map<string, string[]>();
  let echo = 0;
  bot.start((ctx) => ctx.reply(words.greeting, { parse_mode: "HTML" }));
  bot.command("ask", (ctx) =>
    ctx.reply(words.question, {
      parse_mode: "HTML",
      reply_markup: Markup.inlineKeyboard([
        Markup.button.callback(words.yes, "yes:17"),
        Markup.button.callback("Нет", "no:17"),
      ]).reply_markup,
    }),
  );
  bot.command("forget", (ctx) => ctx.telegram.deleteMessage(ctx.chat.id, echo));
  bot.action("yes:17", async (ctx) => {
    await ctx.answerCbQuery(words.answered);
    await ctx.editMessageText(words.edited);
  });
  bot.on(message("text"), async (ctx) => {
    const options = { reply_parameters: { message_id: ctx.message.message_id } };
    echo = (await ctx.telegram.sendMessage(ctx.chat.id, `${ctx.message.text}!`, options)).message_id;
  });
  bot.on(message("photo"), async (ctx) => {
    const { media_group_id: album, photo, caption = "" } = ctx.message;
    const fileId = photo.at(-1)?.file_id ?? "";
    if (album === undefined) return sendBack(ctx, fileId, caption);
    const items = [...(albums.get(album) ?? []), fileId];
    albums.set(album, items);
    if (items.length === 2) await ctx.replyWithMediaGroup(items.map((media) => ({ type: "photo", media })));
    return undefined;
  });
  return bot;
}

async function sendBack(ctx: Context, fileId: string, caption: string): Promise<void> {
  const response = await fetch(await ctx.telegram.getFileLink(fileId));
  const bytes = Buffer.from(await response.arrayBuffer());
  await ctx.replyWithDocument(Input.fromBuffer(bytes, words.document), { caption });
}

export async function telegrafByPolling(url: string): Promise<RunningBot> {
  const bot = botAt(url);
  let running: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve) => {
    running = bot.launch(() => resolve());
  });
  return {
    async stop() {
      bot.stop();
      await running;
    },
  };
}

export async function telegrafByWebhook(url: string): Promise<RunningBot> {
  const bot = botAt(url);
  const handle = bot.webhookCallback("/", { secretToken: "s3cret" });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  await bot.telegram.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: "s3cret" });
  return {
    async stop() {
      await bot.telegram.deleteWebhook();
      server.closeAllConnections();
      server.close();
    },
  };
}
