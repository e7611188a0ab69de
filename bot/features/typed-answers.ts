/** Whose is a typed text? A reply goes to its own prompt, other text to the newest (design; D3, D6, D9). */
import type { Message } from "grammy/types";
import { cardAt } from "../../db/cards.ts";
import { addressees } from "../../flows/engine/addressees.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { languages } from "../../flows/ids.ts";
import { closeMessage, readerOf } from "../act.ts";
import {
  endPrompt,
  newestPrompt,
  prompt,
  promptOfMessage,
  type Awaited,
  type Prompt,
  type PromptOf,
} from "../ask.ts";
import type { Claim } from "../claims.ts";
import { caseFor, type Case } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { wordsIn } from "../texts.ts";
import type { Turn } from "../work.ts";
import { answerReason } from "./decide.ts";
import { answerFill } from "./fill.ts";
import { home } from "./home.ts";
import { answerQuestion, answerReply } from "./talk.ts";

const answers: { readonly [K in Awaited["kind"]]: (turn: Turn, prompt: PromptOf<K>, text: string) => void } =
  {
    reason: answerReason,
    question: answerQuestion,
    reply: answerReply,
    fill: answerFill,
  };

const cancelWords = new Set(languages.map((language) => wordsIn(language)("button-cancel").toLowerCase()));

function answer(turn: Turn, asked: Prompt, text: string | undefined): void {
  if (text === undefined) return turn.say({ text: turn.words("answer-text-needed") });
  if (cancelWords.has(text.trim().toLowerCase())) {
    endPrompt(turn, asked);
    const said = turn.words("prompt-cancelled", { number: String(asked.request) });
    if (asked.editable) closeMessage(turn, asked.message, said);
    return home(turn, said);
  }
  // The entry of its own kind takes exactly this prompt; the compiler can't follow the link between the two.
  const take = answers[asked.awaited.kind] as (turn: Turn, prompt: Prompt, text: string) => void;
  return take(turn, asked, text);
}

/** A reply to a prompt of ours, whatever it holds. */
export const replyToPrompt: Claim = (turn, message) => {
  const replied = message.reply_to_message;
  if (replied === undefined) return false;
  const asked = promptOfMessage(turn.tx, turn.me.id, replied.message_id);
  if (asked === undefined) return false;
  answer(turn, asked, message.text);
  return true;
};

/** A text that answers the newest prompt. A reply to something else is no answer to it. */
export const newestPromptAnswer: Claim = (turn, message) => {
  if (message.text === undefined) return false;
  if (message.reply_to_message !== undefined) return replyToNothing(turn, message);
  for (;;) {
    const newest = newestPrompt(turn.tx, turn.me.id, turn.now);
    if (newest === undefined) return false;
    if (newest.fresh) {
      answer(turn, newest.prompt, message.text);
      return true;
    }
    const found = caseFor(turn.tx, turn.company, turn.me.id, newest.prompt.request);
    if (found !== undefined && isStillAsked(turn, found, newest.prompt)) {
      askAgain(turn, found, newest.prompt);
      return true;
    }
    endPrompt(turn, newest.prompt);
  }
};

/** Whether anything could still come of an answer: the visa is mine to give, or the question is still open. */
function isStillAsked(turn: Turn, { request, process }: Case, { awaited }: Prompt): boolean {
  if (awaited.kind === "reply")
    return openSteps(request).some((step) => step.visa === awaited.visa && step.question !== undefined);
  return addressees(process, request, turn.company).get(awaited.visa)?.includes(turn.me.id) === true;
}

/** What was replied to awaits no words: saying so is better than taking them for another case's. */
function replyToNothing(turn: Turn, message: Message): boolean {
  const replied = message.reply_to_message;
  if (replied?.from?.is_bot !== true) return false;
  const card = cardAt(turn.tx, turn.me.id, replied.message_id);
  home(turn, turn.words(card === undefined ? "prompt-over" : "reply-to-card"));
  return true;
}

/** Words that come long after a prompt are more likely about something else: it is asked whose they are. */
function askAgain(turn: Turn, found: Case, asked: Prompt): void {
  const { awaited } = asked;
  const again: Awaited =
    awaited.kind === "reason" || awaited.kind === "fill" ? { ...awaited, own: true } : awaited;
  endPrompt(turn, asked);
  prompt(turn, again, asked.request, () => ({
    text: turn.words("prompt-again", { case: caseName(found, readerOf(turn)), kind: awaited.kind }),
    forceReply: true,
  }));
}
