/** The bot of the conversation, written with grammY. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, InlineKeyboard, InputFile, InputMediaBuilder, webhookCallback } from "grammy";
import type { Context } from "grammy";
import { token } from "../telegram.ts";
import type { RunningBot } from "./conversation.ts";
import { words } from "./conversation.ts";

function botAt(url: string): Bot {
  const bot = new Bot(token, { client: { apiRoot: url } });
  const albums = new Map<string, string[]>();
  let echo = 0;
  bot.command("start", (ctx) => ctx.reply(words.greeting, { parse_mode: "HTML" }));
  bot.command("ask", (ctx) =>
    ctx.reply(words.question, {
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard().text(words.yes, "yes:17").text("Нет", "no:17"),
    }),
  );
  bot.command("forget", (ctx) => ctx.api.deleteMessage(ctx.chat.id, echo));
  bot.callbackQuery("yes:17", async (ctx) => {
    await ctx.answerCallbackQuery({ text: words.answered });
    await ctx.editMessageText(words.edited);
  });
  bot.on("message:text", async (ctx) => {
    const options = { reply_parameters: { message_id: ctx.msg.message_id } };
    echo = (await ctx.reply(`${ctx.msg.text}!`, options)).message_id;
  });
  bot.on("message:photo", async (ctx) => {
    const { media_group_id: album } = ctx.msg;
    const fileId = ctx.msg.photo.at(-1)?.file_id ?? "";
    if (album === undefined) return sendBack(ctx, url, fileId);
    const items = [...(albums.get(album) ?? []), fileId];
    albums.set(album, items);
    if (items.length === 2) await ctx.replyWithMediaGroup(items.map((id) => InputMediaBuilder.photo(id)));
    return undefined;
  });
  return bot;
}

async function sendBack(ctx: Context, url: string, fileId: string): Promise<void> {
  const file = await ctx.api.getFile(fileId);
  const response = await fetch(`${url}/file/bot${token}/${file.file_path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await ctx.replyWithDocument(new InputFile(bytes, words.document), { caption: ctx.msg?.caption ?? "" });
}

export async function grammyByPolling(url: string): Promise<RunningBot> {
  const bot = botAt(url);
  await new Promise<void>((resolve) => void bot.start({ onStart: () => resolve() }));
  return { stop: () => bot.stop() };
}

export async function grammyByWebhook(url: string): Promise<RunningBot> {
  const bot = botAt(url);
  const handle = webhookCallback(bot, "http", { secretToken: "s3cret" });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: "s3cret" });
  return {
    async stop() {
      await bot.api.deleteWebhook();
      server.closeAllConnections();
      server.close();
    },
  };
}
