/** Whose is a typed text? A reply goes to its own prompt, other text to the newest (design; D3, D6, D9). */
import type { Message } from "grammy/types";
import { languages } from "../../flows/ids.ts";
import { closeMessage } from "../act.ts";
import {
  endPrompt,
  newestPrompt,
  promptOfMessage,
  type Awaited,
  type Prompt,
  type PromptOf,
} from "../ask.ts";
import type { Claim } from "../claims.ts";
import { caseFor } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { readerOf } from "../act.ts";
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

function answer(turn: Turn, prompt: Prompt, text: string | undefined): void {
  if (text === undefined) return turn.say({ text: turn.words("answer-text-needed") });
  if (cancelWords.has(text.trim().toLowerCase())) {
    endPrompt(turn, prompt);
    const said = turn.words("prompt-cancelled", { number: String(prompt.request) });
    if (prompt.editable) closeMessage(turn, prompt.message, said);
    return home(turn, said);
  }
  // The entry of its own kind takes exactly this prompt; the compiler can't follow the link between the two.
  const take = answers[prompt.awaited.kind] as (turn: Turn, prompt: Prompt, text: string) => void;
  return take(turn, prompt, text);
}

/** A reply to a prompt of ours, whatever it holds. */
export const replyToPrompt: Claim = (turn, message) => {
  const replied = message.reply_to_message;
  if (replied === undefined) return false;
  const prompt = promptOfMessage(turn.tx, turn.me.id, replied.message_id);
  if (prompt === undefined) return false;
  answer(turn, prompt, message.text);
  return true;
};

/** A text that answers the newest prompt. A reply to something else is no answer to it. */
export const newestPromptAnswer: Claim = (turn, message) => {
  if (message.text === undefined) return false;
  if (message.reply_to_message !== undefined) return replyToNothing(turn, message);
  const newest = newestPrompt(turn.tx, turn.me.id, turn.now);
  if (newest === undefined) return false;
  if (newest.fresh) answer(turn, newest.prompt, message.text);
  else askAgain(turn, newest.prompt);
  return true;
};

/** The prompt that was replied to is closed: saying so is better than taking the words for another case's. */
function replyToNothing(turn: Turn, message: Message): boolean {
  if (message.reply_to_message?.from?.is_bot !== true) return false;
  home(turn, turn.words("prompt-over"));
  return true;
}

/** Words that come long after a prompt are more likely about something else: it is asked whose they are. */
function askAgain(turn: Turn, prompt: Prompt): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, prompt.request);
  if (found === undefined) {
    endPrompt(turn, prompt);
    return home(turn, turn.words("prompt-over"));
  }
  turn.say({
    text: turn.words("prompt-again", { case: caseName(found, readerOf(turn)), kind: prompt.awaited.kind }),
    ...(prompt.message === undefined ? {} : { replyTo: prompt.message }),
    forceReply: true,
    awaiting: prompt.row,
  });
}
