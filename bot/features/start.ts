/** /start: a greeting and the home keyboard. Strangers join by their own contact, if the company file knows the phone. */
import { personByPhone, setStarted, setTelegram } from "../../db/people.ts";
import { shortName } from "../../flows/documents/short-name.ts";
import { line } from "../cards/shown-text.ts";
import { wordsIn } from "../texts.ts";
import type { Feature, StrangerTurn } from "../work.ts";
import { home, homeKeyboard } from "./home.ts";

export const start: Feature = {
  name: "start",
  register(chat) {
    chat
      .filter((ctx) => ctx.person !== undefined)
      .command("start", (ctx) => {
        ctx.work("start", (turn) => {
          home(
            turn,
            turn.words("start-hello", { name: line(turn.me.name), company: line(turn.company.name) }),
          );
        });
      });
    chat
      .filter((ctx) => ctx.person === undefined)
      .on("message:contact", (ctx) => {
        const { contact } = ctx.message;
        const own = contact.user_id !== undefined && contact.user_id === ctx.from.id;
        ctx.strangerWork("join", (turn) => join(turn, own ? contact.phone_number : undefined));
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

/** @param phone of the sender's own contact; undefined: he sent somebody else's (T44) */
function join(turn: StrangerTurn, phone: string | undefined): void {
  const { tx, company, telegram, now } = turn;
  if (phone === undefined) return turn.say({ text: turn.words("join-foreign-contact") });
  const me = personByPhone(tx, phone.replace(/\D/g, ""));
  // An account that is known already is changed by the company file only: a number can pass to another person.
  if (me === undefined || (me.telegram !== undefined && me.telegram !== telegram))
    return refuseStranger(turn);
  if (!setTelegram(tx, me.id, telegram, now)) return refuseStranger(turn);
  setStarted(tx, me.id, now);
  const words = wordsIn(me.language);
  const joined = { ...me, telegram };
  turn.say({
    text: words("join-welcome", { name: line(shortName(me.name)), company: line(company.name) }),
    keyboard: homeKeyboard({ tx, company, me: joined, words, now }),
  });
}

/** Names no one and nothing of the company: only what the stranger needs to be let in. */
function refuseStranger(turn: StrangerTurn): void {
  turn.say({
    text: turn.words("stranger-refused", { telegram: String(turn.telegram) }),
    requestContact: turn.words("button-contact"),
  });
}
