/** The questions with one plain answer, asked in the form: text (as the comment), date, choice. */
import { localDate } from "../company/calendar.ts";
import { entityOf } from "../company/places.ts";
import type { Answer } from "../engine/answers.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft } from "./draft.ts";
import type { Button } from "./input.ts";
import { isNeeded, onward } from "./order.ts";
import { reasonsThat } from "./photos-dialogue.ts";
import { readPlainAnswer, type PlainQuestion } from "./plain-answers.ts";
import { on, type Turned } from "./turned.ts";

export type AtPlain = Extract<AtQuestion, { kind: "plain" }>;

export function plainQuestion(at: AtPlain, around: Around): PlainQuestion {
  const question = around.process.form.find((known) => known.id === at.question);
  if (question?.kind === "text" || question?.kind === "date" || question?.kind === "choice") return question;
  throw new Error(`${at.question} is no plain question of ${around.process.id}`);
}

/** Today's date at the draft's place; without one, in the first entity's zone. */
export function todayAt(draft: Draft, around: Around): string {
  const [first] = around.company.entities;
  const entity = draft.place === undefined ? first : entityOf(around.company, draft.place);
  return localDate(around.now, entity?.timeZone ?? "UTC");
}

export function typedPlain(draft: Draft, at: AtPlain, text: string, around: Around): Turned {
  const read = readPlainAnswer(plainQuestion(at, around), text, todayAt(draft, around));
  return "remark" in read ? on(draft, read.remark) : give(draft, at, read.answer, around);
}

export function pressedPlain(draft: Draft, at: AtPlain, button: Button, around: Around): Turned {
  const question = plainQuestion(at, around);
  if (button.kind === "next" && draft.answers[at.question] !== undefined)
    return on(onward(draft, at.question, around));
  if (button.kind === "skip") {
    if (!isNeeded(question, draft, around)) return give(draft, at, { kind: "skipped" }, around);
    return on(draft, { kind: "answer-needed", reasons: reasonsThat("comment", draft, around) });
  }
  if (button.kind === "option" && question.kind === "choice")
    return give(draft, at, { kind: "choice", option: button.option }, around);
  if (button.kind === "day" && question.kind === "date")
    return give(draft, at, { kind: "date", date: button.date }, around);
  return on(draft, { kind: "choose-one" });
}

function give(draft: Draft, at: AtPlain, answer: Answer, around: Around): Turned {
  const answers = { ...draft.answers, [at.question]: answer };
  return on(onward({ ...draft, answers }, at.question, around));
}
