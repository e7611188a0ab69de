/** Whose is a typed text? A reply goes to its own prompt, other text to the newest (design; D3, D6, D9). */
import type { Message } from "grammy/types";
import { cardAt } from "../../db/cards.ts";
import { addressees } from "../../flows/engine/addressees.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { languages } from "../../flows/ids.ts";
import { readerOf } from "../act.ts";
import {
  cancelPrompt,
  endPrompt,
  newestPrompt,
  prompt,
  promptApart,
  promptOfMessage,
  type Prompt,
  type PromptOf,
  type PromptOfRequest,
} from "../ask.ts";
import type { Awaited, AwaitedApart, AwaitedOfRequest } from "../awaited.ts";
import type { Claim } from "../claims.ts";
import { caseFor, type Case } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { wordsIn } from "../texts.ts";
import type { Turn } from "../work.ts";
import { answerColleague } from "./colleagues/choose.ts";
import { answerAdvice, answerConsult, isConsulted } from "./colleagues/consult.ts";
import { answerReason } from "./decide.ts";
import { answerFill } from "./fill.ts";
import { home } from "./home.ts";
import { answerLetterAddress, canBeReaddressed } from "./letters/address.ts";
import { answerLetterDate, canBeChanged } from "./letters/date.ts";
import { answerSum, sumAgain } from "./payments/booking.ts";
import { answerDealWords, dealWordsAgain } from "./payments/find-deal.ts";
import { answerPeriod, periodWords } from "./payments/report.ts";
import { answerDocuments } from "./tasks/documents.ts";
import { answerPay } from "./tasks/pay.ts";
import { answerLeaver, answerSuccessor, leaverWords, successorWords } from "./replace/choose.ts";
import { answerRegistry, registryAgain } from "./registry/typed.ts";
import { answerQuestion, answerReply } from "./talk.ts";

const answers: { readonly [K in Awaited["kind"]]: (turn: Turn, prompt: PromptOf<K>, text: string) => void } =
  {
    reason: answerReason,
    question: answerQuestion,
    reply: answerReply,
    fill: answerFill,
    pay: answerPay,
    documents: answerDocuments,
    "letter-date": answerLetterDate,
    "letter-address": answerLetterAddress,
    colleague: answerColleague,
    consult: answerConsult,
    advice: answerAdvice,
    leaver: answerLeaver,
    successor: answerSuccessor,
    "report-period": answerPeriod,
    "deal-words": answerDealWords,
    "payment-sum": answerSum,
    registry: answerRegistry,
  };

/** How a prompt that is about no request names itself when it is asked again; undefined: nothing could come of an answer. */
const apart: {
  readonly [K in AwaitedApart["kind"]]: (turn: Turn, awaited: PromptOf<K>["awaited"]) => string | undefined;
} = {
  leaver: leaverWords,
  successor: successorWords,
  "report-period": periodWords,
  "deal-words": dealWordsAgain,
  "payment-sum": sumAgain,
  registry: registryAgain,
};

const cancelWords = new Set(languages.map((language) => wordsIn(language)("button-cancel").toLowerCase()));

function answer(turn: Turn, asked: Prompt, text: string | undefined): void {
  if (text === undefined) return turn.say({ text: turn.words("answer-text-needed") });
  if (cancelWords.has(text.trim().toLowerCase())) return home(turn, cancelPrompt(turn, asked));
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
  // whoever takes the files of a task takes this one too
  if (asked.awaited.kind === "documents" && (message.photo ?? message.document) !== undefined) return false;
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
    endPrompt(turn, newest.prompt);
    if (askAgain(turn, newest.prompt)) return true;
  }
};

/** Words that come long after a prompt are more likely about something else: it is asked whose they are. */
function askAgain(turn: Turn, asked: Prompt): boolean {
  return asked.request === undefined ? askAgainApart(turn, asked) : askAgainOf(turn, asked);
}

function askAgainApart(turn: Turn, { awaited }: PromptOf<AwaitedApart["kind"]>): boolean {
  // The entry of its own kind takes exactly what is awaited; the compiler can't follow the link between the two.
  const again = apart[awaited.kind] as (turn: Turn, awaited: AwaitedApart) => string | undefined;
  const text = again(turn, awaited);
  if (text !== undefined) promptApart(turn, awaited, () => ({ text, forceReply: true }));
  return text !== undefined;
}

function askAgainOf(turn: Turn, asked: PromptOfRequest): boolean {
  const { awaited, request } = asked;
  if (awaited.kind === "documents") return false; // a file was awaited, and words are about something else
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found === undefined || !isStillAsked(turn, found, asked)) return false;
  const again: AwaitedOfRequest =
    awaited.kind === "question" ||
    awaited.kind === "reply" ||
    awaited.kind === "consult" ||
    awaited.kind === "advice"
      ? awaited
      : { ...awaited, own: true };
  const ofColleague = ["colleague", "consult", "advice"].includes(awaited.kind);
  prompt(turn, again, request, () => ({
    text: turn.words(ofColleague ? "colleague-again" : "prompt-again", {
      case: caseName(found, readerOf(turn)),
      kind: awaited.kind,
    }),
    forceReply: true,
  }));
  return true;
}

/** Whether anything could still come of an answer: the visa is mine to give, or the question is still open. */
function isStillAsked(turn: Turn, found: Case, { awaited }: PromptOfRequest): boolean {
  const { request, process } = found;
  if (awaited.kind === "letter-date") return canBeChanged(turn, found);
  if (awaited.kind === "letter-address") return canBeReaddressed(turn, found, awaited.letter);
  if (awaited.kind === "reply")
    return openSteps(request).some((step) => step.visa === awaited.visa && step.question !== undefined);
  if (awaited.kind === "advice") return isConsulted(turn, { request, process }, awaited.visa);
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
