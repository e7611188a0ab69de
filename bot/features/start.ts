/** /start: a greeting and the home keyboard. Strangers join by their own contact, if the company file knows the phone. */
import { contactOf, personByPhone, setLanguage, setStarted, setTelegram } from "../../db/people.ts";
import type { Person } from "../../flows/company/company.ts";
import { shortName } from "../../flows/documents/short-name.ts";
import { languages, type Language } from "../../flows/ids.ts";
import { line } from "../cards/shown-text.ts";
import { wordsIn } from "../texts.ts";
import type { Feature, StrangerTurn, Turn } from "../work.ts";
import { home, homeKeyboard } from "./home.ts";

export const start: Feature = {
  name: "start",
  register(chat) {
    chat
      .filter((ctx) => ctx.person !== undefined)
      .command("start", (ctx) => {
        const guess = spoken(ctx.from?.language_code);
        ctx.work("start", (turn) => greet(turn, guess));
      });
    chat
      .filter((ctx) => ctx.person === undefined)
      .on("message:contact", (ctx) => {
        const { contact } = ctx.message;
        const own = contact.user_id !== undefined && contact.user_id === ctx.from.id;
        const guess = spoken(ctx.from.language_code);
        ctx.strangerWork("join", (turn) => join(turn, own ? contact.phone_number : undefined, guess));
      });
    chat
      .filter((ctx) => ctx.person === undefined)
      .on("message", (ctx) => {
        ctx.strangerWork("stranger", refuseStranger);
      });
    chat
      .filter((ctx) => ctx.person === undefined)
      .on("callback_query", (ctx) => {
        ctx.strangerWork("stranger", refuseStranger);
      });
  },
};

/**
 * At the first start the language of his Telegram is taken, where the company file says nothing of its own for him; the
 * other of the two is offered in its own words.
 */
function greet(turn: Turn, guess: Language | undefined): void {
  const { tx, me, company, now } = turn;
  const first = contactOf(tx, me.id)?.startedAt === now;
  const language = first ? firstLanguage(turn, me, guess) : me.language;
  const other = language === me.language ? guess : me.language;
  const words = wordsIn(language);
  const hello = words("start-hello", { name: line(me.name), company: line(company.name) });
  const offer =
    other === undefined || other === language ? "" : `\n${wordsIn(other)("start-other-language")}`;
  home({ ...turn, me: { ...me, language }, words }, `${hello}${offer}`);
}

/** What a person is first spoken to in: his Telegram's language, unless he chose one or the file says his own. */
function firstLanguage(
  { tx, company }: Pick<Turn, "tx" | "company">,
  me: Person,
  guess: Language | undefined,
): Language {
  const open = me.language === company.language && contactOf(tx, me.id)?.languageChosen === 0;
  if (!open || guess === undefined || guess === me.language) return me.language;
  setLanguage(tx, me.id, guess, false);
  return guess;
}

/** The language of a person's Telegram, if it is one of ours. */
const spoken = (code: string | undefined): Language | undefined =>
  languages.find((language) => code?.toLowerCase().startsWith(language));

/**
 * @param phone of the sender's own contact; undefined: he sent somebody else's (T44)
 * @param guess the language of his Telegram
 */
function join(turn: StrangerTurn, phone: string | undefined, guess: Language | undefined): void {
  const { tx, company, telegram, now } = turn;
  if (phone === undefined) {
    turn.refused();
    return turn.say({ text: turn.words("join-foreign-contact") });
  }
  const me = personByPhone(tx, phone.replace(/\D/g, ""));
  // An account that is known already is changed by the company file only: a number can pass to another person.
  if (me === undefined || (me.telegram !== undefined && me.telegram !== telegram))
    return refuseStranger(turn);
  if (!setTelegram(tx, me.id, telegram, now)) return refuseStranger(turn);
  setStarted(tx, me.id, now);
  const language = firstLanguage(turn, me, guess);
  const words = wordsIn(language);
  const joined = { ...me, telegram, language };
  turn.say({
    text: words("join-welcome", { name: line(shortName(me.name)), company: line(company.name) }),
    keyboard: homeKeyboard({ tx, company, me: joined, words, now }),
  });
}

/** Names no one and nothing of the company: only what the stranger needs to be let in. */
function refuseStranger(turn: StrangerTurn): void {
  turn.refused();
  turn.say({
    text: turn.words("stranger-refused", { telegram: String(turn.telegram) }),
    requestContact: turn.words("button-contact"),
  });
}
