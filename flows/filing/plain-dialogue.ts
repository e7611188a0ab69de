/** The questions with one plain answer, asked in the form: text (as the comment), date, choice. */
import type { Answer } from "../engine/answers.ts";
import { todayAt } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft } from "./draft.ts";
import type { Button } from "./input.ts";
import { isNeeded, onward } from "./order.ts";
import { reasonsThat } from "./photos-dialogue.ts";
import { dayAfter, readPlainAnswer, typedDate, type PlainQuestion } from "./plain-answers.ts";
import { on, type Turned } from "./turned.ts";
import { dateFault, faultOf } from "./wrong-answers.ts";

export type AtPlain = Extract<AtQuestion, { kind: "plain" }>;

export function plainQuestion(at: AtPlain, around: Around): PlainQuestion {
  const question = around.process.form.find((known) => known.id === at.question);
  if (question?.kind === "text" || question?.kind === "date" || question?.kind === "choice") return question;
  throw new Error(`${at.question} is no plain question of ${around.process.id}`);
}

export function typedPlain(draft: Draft, at: AtPlain, text: string, around: Around): Turned {
  const question = plainQuestion(at, around);
  const today = todayAt(draft, around);
  const read = readPlainAnswer(question, text, today);
  if ("remark" in read) return on(draft, read.remark);
  if (question.kind !== "date" || read.answer.kind !== "date") return give(draft, at, read.answer, around);
  return giveDay(draft, at, nextYearIfMeant(draft, question, text, read.answer.date, around), around);
}

/** «05.01», typed in December of what can only lie ahead, is that of the year to come. */
function nextYearIfMeant(
  draft: Draft,
  question: Extract<PlainQuestion, { kind: "date" }>,
  text: string,
  date: string,
  around: Around,
): string {
  const of = { answers: draft.answers, today: todayAt(draft, around) };
  const later = typedDate(text, dayAfter(of.today, 366));
  const early = dateFault(question, date, of)?.kind === "date-early";
  return early && later !== undefined ? later : date;
}

function giveDay(draft: Draft, at: AtPlain, date: string, around: Around): Turned {
  const question = plainQuestion(at, around);
  const of = { answers: draft.answers, today: todayAt(draft, around) };
  const fault = question.kind === "date" ? dateFault(question, date, of) : undefined;
  return fault === undefined ? give(draft, at, { kind: "date", date }, around) : on(draft, fault);
}

export function pressedPlain(draft: Draft, at: AtPlain, button: Button, around: Around): Turned {
  const question = plainQuestion(at, around);
  if (button.kind === "next" && draft.answers[at.question] !== undefined) {
    const fault = faultOf(question, draft, around);
    return fault === undefined ? on(onward(draft, at.question, around)) : on(draft, fault);
  }
  if (button.kind === "skip") {
    if (!isNeeded(question, draft, around)) return give(draft, at, { kind: "skipped" }, around);
    return on(draft, { kind: "answer-needed", reasons: reasonsThat("comment", draft, around) });
  }
  if (button.kind === "option" && question.kind === "choice")
    return give(draft, at, { kind: "choice", option: button.option }, around);
  if ((button.kind === "day" || button.kind === "ahead") && question.kind === "date")
    return giveDay(draft, at, button.date, around);
  return on(draft, { kind: "choose-one" });
}

function give(draft: Draft, at: AtPlain, answer: Answer, around: Around): Turned {
  const answers = { ...draft.answers, [at.question]: answer };
  return on(onward({ ...draft, answers }, at.question, around));
}
