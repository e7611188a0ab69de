/** A small bot that shows everything that a bot's message can hold: what the page is tested with. */
import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";

/** One blank page; small, and still something that a viewer opens. */
const PDF = [
  "%PDF-1.4",
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj",
  "trailer<</Root 1 0 R>>",
  "%%EOF",
].join("\n");

/** Answers by the words that it gets. */
export function echoBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } });
  const keyboard = new Keyboard().text("Карточка").text("Акт").row().requestContact("Мой номер").resized();

  bot.command("start", (ctx) => ctx.reply("Здравствуйте!", { reply_markup: keyboard }));
  bot.hears("Карточка", (ctx) =>
    ctx.reply("Списание 10 000 ₽", {
      reply_markup: new InlineKeyboard()
        .text("Согласовать", "approve")
        .success()
        .text("Отклонить", "reject")
        .danger()
        .row()
        .text("Подробнее о списании, его строках и о том, кто его подал", "details")
        .row()
        .text("Молчать", "silence"),
    }),
  );
  bot.hears("Акт", (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from(PDF), "Акт СП-2026-000017.pdf"), { caption: "Ваш акт" }),
  );
  bot.hears("Вопрос", (ctx) => ctx.reply("Какая причина?", { reply_markup: { force_reply: true } }));
  bot.hears("Тихо", (ctx) => ctx.reply("Пришло ночью", { disable_notification: true }));
  bot.hears("Разметка", (ctx) =>
    ctx.reply("<b>Жирно</b> &lt;img src=x onerror=alert(1)&gt;", { parse_mode: "HTML" }),
  );
  bot.hears("Ошибка", (ctx) =>
    ctx.api.editMessageText(ctx.chatId, 999_999, "Этого нет").catch(() => undefined),
  );
  bot.callbackQuery("approve", async (ctx) => {
    await ctx.answerCallbackQuery("Согласовано");
    await ctx.editMessageText("Списание 10 000 ₽: согласовано");
  });
  bot.callbackQuery("details", (ctx) =>
    ctx.answerCallbackQuery({ text: "Две пары, бой при приёмке", show_alert: true }),
  );
  bot.on("message:contact", (ctx) => ctx.reply(`Номер ${ctx.message.contact.phone_number}`));
  bot.on("message:photo", (ctx) => ctx.reply("Фото принято"));
  bot.on("message:document", (ctx) => ctx.reply(`Файл ${ctx.message.document.file_name}`));
  bot.on("message:text", (ctx) =>
    ctx.reply(
      ctx.message.reply_to_message
        ? `«${ctx.message.text}» на «${ctx.message.reply_to_message.text}»`
        : `Эхо: ${ctx.message.text}`,
    ),
  );
  return bot;
}
