/** «Заменить сотрудника», for administrators: who leaves, and who takes over (D26). */
import type { InlineKeyboardButton } from "grammy/types";
import { colleaguesNamed, likelyColleagues } from "../../../flows/company/colleagues.ts";
import { isActive } from "../../../flows/company/directory.ts";
import { postsOf } from "../../../flows/company/holders.ts";
import type { PersonId } from "../../../flows/ids.ts";
import { dropButtons, type Taps } from "../../act.ts";
import { endPrompt, promptApart, type PromptOf } from "../../ask.ts";
import { button, type Button } from "../../buttons.ts";
import { nameOf } from "../../cards/place.ts";
import { whoCode } from "../../reports/report-scope.ts";
import type { Feature, Turn } from "../../work.ts";
import { colleagueLabel } from "../colleagues/choose.ts";
import { home, homeAction } from "../home.ts";
import { textOf } from "../typed.ts";
import { leaverOf, mayReplace, notNow, pairOf } from "./pair.ts";
import { showReplacement } from "./replace.ts";

/** People offered at once; whoever isn't among them is found by a longer name. */
const offeredMax = 8;

export const replace: Feature = {
  name: "replace",
  register(chat) {
    const asked = (text: string | undefined): boolean =>
      text !== undefined && (/^\/replace(?:@\w+)?\s*$/.test(text) || homeAction(text) === "replace");
    chat
      .filter((ctx) => asked(ctx.message?.text))
      .use((ctx) => ctx.work("replace", (turn) => (mayReplace(turn) ? askLeaver(turn) : refused(turn))));
  },
};

/** To anybody else it is what any unknown words are. */
function refused(turn: Turn): void {
  turn.refused();
  home(turn, turn.words("unhandled-text"));
}

function askLeaver(turn: Turn): void {
  promptApart(turn, { kind: "leaver" }, () => ({ text: turn.words("replace-whom"), forceReply: true }));
}

/** What the prompts ask with, when they are asked again; undefined: nothing could come of an answer. */
export function leaverWords(turn: Turn): string | undefined {
  return mayReplace(turn) ? turn.words("replace-whom") : undefined;
}
export function successorWords(turn: Turn, { leaver }: PromptOf<"successor">["awaited"]): string | undefined {
  if (!mayReplace(turn) || !isActive(turn.company, leaver)) return undefined;
  return turn.words("replace-by-whom", { name: nameOf(turn.company, leaver) });
}

/** The typed name of who leaves. */
export function answerLeaver(turn: Turn, asked: PromptOf<"leaver">, text: string): void {
  const found = named(turn, asked, text, turn.me.id);
  if (found === undefined) return;
  turn.say({
    text: turn.words("replace-found"),
    buttons: rows(turn, found, (person) => ({ kind: "replace-who", who: whoCode(person) })),
  });
}

/** The typed name of who takes over. */
export function answerSuccessor(turn: Turn, asked: PromptOf<"successor">, text: string): void {
  const { leaver } = asked.awaited;
  const found = named(turn, asked, text, leaver);
  if (found === undefined) return;
  turn.say({
    text: turn.words("replace-found"),
    buttons: rows(turn, found, (person) => ({
      kind: "replace-by",
      who: whoCode(leaver),
      successor: whoCode(person),
    })),
  });
}

/** Those of that name but one; undefined: it was said that there is none, and the prompt stays open. */
function named(
  turn: Turn,
  asked: PromptOf<"leaver" | "successor">,
  text: string,
  but: PersonId,
): readonly PersonId[] | undefined {
  const typed = textOf(turn, text);
  if (typed === undefined) return undefined;
  if (!mayReplace(turn)) {
    endPrompt(turn, asked);
    refused(turn);
    return undefined;
  }
  // who takes over may be the administrator himself; who leaves may not
  const among = colleaguesNamed(turn.company, but, typed);
  if (among.length > 0) {
    endPrompt(turn, asked);
    return among;
  }
  turn.say({ text: turn.words("colleague-none") });
  return undefined;
}

function rows(
  turn: Turn,
  people: readonly PersonId[],
  says: (person: PersonId) => Button,
): InlineKeyboardButton[][] {
  return people.slice(0, offeredMax).map((person) => [button(colleagueLabel(turn, person), says(person))]);
}

export const chooseTaps: Taps<"replace-who" | "replace-by"> = {
  "replace-who": (turn, { who }, press) => {
    const leaver = leaverOf(turn, who);
    if (leaver === undefined) return notNow(turn);
    dropButtons(turn, press.message);
    const [post] = postsOf(turn.company, leaver);
    const place = post?.department ?? turn.company.departments[0]?.id;
    const likely = place === undefined ? [] : likelyColleagues(turn.company, leaver, place);
    const name = nameOf(turn.company, leaver);
    promptApart(turn, { kind: "successor", leaver }, () => ({
      text: turn.words("replace-by-whom", { name }),
      buttons: rows(turn, likely, (person) => ({ kind: "replace-by", who, successor: whoCode(person) })),
    }));
  },
  "replace-by": (turn, { who, successor }, press) => {
    const pair = pairOf(turn, who, successor);
    if (pair === undefined) return notNow(turn);
    dropButtons(turn, press.message);
    showReplacement(turn, pair);
  },
};
