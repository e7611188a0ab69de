/** A signer answers his own questions: prices of lines outside the catalogue, contract, waybill, how it goes back (domain 5.4). */
import { endAwaitingOf } from "../../db/awaiting.ts";
import { goodsOf, type Answer, type GoodsLine } from "../../flows/engine/answers.ts";
import type { Question } from "../../flows/engine/questions.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { readPlainAnswer } from "../../flows/filing/plain-answers.ts";
import { parseMoney } from "../../flows/goods/money.ts";
import type { QuestionId, RequestId, VisaId } from "../../flows/ids.ts";
import { timeZoneOf } from "../../flows/company/places.ts";
import { localDate } from "../../flows/company/zone-time.ts";
import {
  act,
  closeMessage,
  mayAct,
  readerOf,
  refuse,
  repaint,
  showCard,
  withCase,
  type Press,
  type Taps,
} from "../act.ts";
import { endPrompt, prompt, type PromptOf } from "../ask.ts";
import { button } from "../buttons.ts";
import { caseFor, type Case } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { goodsLine } from "../cards/goods-lines.ts";
import { moneyAt } from "../cards/place.ts";
import { questionTitle } from "../cards/question-title.ts";
import { line } from "../cards/shown-text.ts";
import { questionsOf } from "../cards/signer-answers.ts";
import type { Turn } from "../work.ts";

export const fillTaps: Taps<"fill" | "option" | "skip"> = {
  fill: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!mayAct(turn, found, visa, press)) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      askNext(turn, request, visa, firstOpen(found, visa));
    }),
  option: (turn, { request, visa, question, index }, press) =>
    withCase(turn, request, (found) => {
      const asked = questionsOf(found, visa)[question];
      const option = asked?.kind === "choice" ? asked.options[index] : undefined;
      if (asked === undefined || option === undefined)
        return refuse(turn, found, { kind: "outdated" }, { press });
      const done = give(turn, found, visa, asked.id, { kind: "choice", option: option.id }, { press });
      if (!done) return;
      closeMessage(turn, press.message, filledLine(turn, asked, line(option.title[turn.me.language])));
      askNext(turn, request, visa, question + 1);
    }),
  skip: (turn, { request, visa, question }, press) =>
    withCase(turn, request, (found) => {
      const asked = questionsOf(found, visa)[question];
      if (asked === undefined) return refuse(turn, found, { kind: "outdated" }, { press });
      if (!give(turn, found, visa, asked.id, { kind: "skipped" }, { press })) return;
      closeMessage(turn, press.message, filledLine(turn, asked, turn.words("fill-skipped")));
      askNext(turn, request, visa, question + 1);
    }),
};

function give(
  turn: Turn,
  found: Case,
  visa: VisaId,
  question: QuestionId,
  answer: Answer,
  how: { readonly typed?: boolean; readonly press?: Press },
): boolean {
  endAwaitingOf(turn.tx, turn.me.id, found.request.id);
  const answers = { [question]: answer };
  return act(turn, found, { kind: "fill", by: turn.me.id, at: turn.now, visa, answers }, how) !== undefined;
}

/** The first question without an answer; all answered: the first, to go over them again. */
function firstOpen(found: Case, visa: VisaId): number {
  const step = openSteps(found.request).find((one) => one.visa === visa);
  const open = questionsOf(found, visa).findIndex((question) =>
    question.kind === "prices" ? unpricedLine(found) !== undefined : step?.answers[question.id] === undefined,
  );
  return Math.max(0, open);
}

const unpricedLine = ({ request }: Case): GoodsLine | undefined =>
  goodsOf(request.answers).find((one) => one.price === undefined);

/** Asks the question at that position or the next one that is to be asked; after the last the card comes. */
function askNext(turn: Turn, request: RequestId, visa: VisaId, from: number): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found === undefined) return;
  const questions = questionsOf(found, visa);
  for (const [position, question] of questions.entries()) {
    if (position < from) continue;
    if (question.kind === "prices" && unpricedLine(found) === undefined) continue;
    return ask(turn, found, visa, question, position);
  }
  showCard(turn, request);
}

function ask(turn: Turn, found: Case, visa: VisaId, question: Question, position: number): void {
  const { words, me } = turn;
  const { id } = found.request;
  const priced = question.kind === "prices" ? unpricedLine(found) : undefined;
  const awaited = {
    kind: "fill",
    visa,
    question: question.id,
    ...(priced === undefined ? {} : { line: priced.line }),
  } as const;
  const title = line(questionTitle(question, words, me.language), 80);
  const about = { case: caseName(found, readerOf(turn)) };
  const text =
    priced === undefined
      ? words("ask-fill", { ...about, question: title, kind: question.kind })
      : `${words("ask-price", about)}\n${goodsLine(priced, found.request, readerOf(turn))}`;
  const options = question.kind === "choice" ? question.options : [];
  prompt(turn, awaited, id, (row) => ({
    text,
    buttons: [
      ...options.map((option, index) => [
        button(option.title[me.language], { kind: "option", request: id, visa, question: position, index }),
      ]),
      [
        ...(question.kind === "prices"
          ? []
          : [button(words("button-skip"), { kind: "skip", request: id, visa, question: position })]),
        button(words("button-cancel"), { kind: "cancel", row }),
      ],
    ],
  }));
}

const filledLine = (turn: Turn, question: Question, answer: string): string =>
  `${line(questionTitle(question, turn.words, turn.me.language), 80)}: ${answer}`;

/** «Стул складной: 1 250,50 ₽»: which line was priced, and how the price was read. Undefined: no price was asked. */
function givenLine(turn: Turn, { request }: Case, question: Question, read: Answer): string | undefined {
  if (question.kind !== "prices" || read.kind !== "prices") return undefined;
  const said = goodsOf(request.answers).flatMap((one) => {
    const price = read.prices[String(one.line)];
    if (price === undefined) return [];
    return [`${line(one.name, 80)}: ${moneyAt(turn.company, request.place, price, turn.me.language)}`];
  });
  return said.join("\n");
}

/** The typed answer to one of a signer's own questions. */
export function answerFill(turn: Turn, asked: PromptOf<"fill">, text: string): void {
  const { visa } = asked.awaited;
  withCase(turn, asked.request, (found) => {
    const questions = questionsOf(found, visa);
    const position = questions.findIndex((one) => one.id === asked.awaited.question);
    const question = questions[position];
    if (question === undefined) return repaint(turn, asked.request);
    const read = readAnswer(turn, found, question, asked.awaited.line, text);
    if (read === undefined) return;
    endPrompt(turn, asked);
    closeMessage(
      turn,
      asked.message,
      givenLine(turn, found, question, read) ?? filledLine(turn, question, line(text, 100)),
    );
    if (!give(turn, found, visa, question.id, read, { typed: true })) return;
    askNext(turn, asked.request, visa, question.kind === "prices" ? position : position + 1);
  });
}

/** Reads a typed answer; undefined after telling what is wrong, the prompt stays open then. */
function readAnswer(
  turn: Turn,
  found: Case,
  question: Question,
  priced: number | undefined,
  text: string,
): Answer | undefined {
  const { words } = turn;
  if (question.kind === "prices") {
    const price = parseMoney(text);
    if (price.kind === "sum" && price.minor > 0 && priced !== undefined)
      return { kind: "prices", prices: { [String(priced)]: price.minor } };
    turn.say({ text: words("answer-no-price") });
    return undefined;
  }
  if (question.kind !== "text" && question.kind !== "date" && question.kind !== "choice")
    throw new Error(`a signer is asked "${question.id}", which only a store's form can ask`);
  const today = localDate(turn.now, timeZoneOf(turn.company, found.request.place));
  const read = readPlainAnswer(question, text, today);
  if ("answer" in read) return read.answer;
  const max = question.kind === "text" ? String(question.max) : "";
  turn.say({ text: words("answer-no-good", { kind: question.kind, max }) });
  return undefined;
}
