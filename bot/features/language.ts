/** /language: the interface in Russian, Ukrainian or English; what a person chooses wins over the company file. */
import { Menu } from "@grammyjs/menu";
import { markCardsOf } from "../../db/cards.ts";
import { setLanguage } from "../../db/people.ts";
import { languages, type Language } from "../../flows/ids.ts";
import { closeMessage } from "../act.ts";
import { wordsIn } from "../texts.ts";
import type { Ctx, Feature } from "../work.ts";
import { home, homeAction } from "./home.ts";

/** Each in its own words: who doesn't read the current language finds his. */
const names: Readonly<Record<Language, string>> = { ru: "Русский", uk: "Українська", en: "English" };

const menu: Menu<Ctx> = new Menu<Ctx>("language", {
  autoAnswer: false, // intake answers every press
  onMenuOutdated: (ctx) => ctx.editMessageReplyMarkup({ reply_markup: menu }),
});
for (const language of languages)
  menu
    .text(names[language], (ctx) => {
      const message = ctx.callbackQuery.message?.message_id;
      ctx.work("language", (turn) => {
        setLanguage(turn.tx, turn.me.id, language);
        markCardsOf(turn.tx, turn.me.id, turn.now);
        const words = wordsIn(language);
        closeMessage(turn, message, words("language-chosen", { language: names[language] }));
        home({ ...turn, me: { ...turn.me, language }, words }, words("language-done"));
      });
    })
    .row();

export const language: Feature = {
  name: "language",
  register(chat) {
    chat.use(menu);
    const asked = chat.filter((ctx) => {
      const text = ctx.message?.text;
      return text !== undefined && (text === "/language" || homeAction(text) === "language");
    });
    asked.use(async (ctx) => {
      const words = wordsIn(ctx.person?.language ?? "ru");
      await ctx.reply(words("language-which"), { reply_markup: menu });
    });
  },
};
