/** Answers that don't go together: a day that is too early or too late, a rate that was not in force on the paper's date. */
import type { Answers } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import { vatRatesOn } from "../goods/vat.ts";
import { countryAt, todayAt, vatDayOf } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { dayAfter } from "./plain-answers.ts";
import type { Remark } from "./remarks.ts";

type DateQuestion = Extract<Question, { kind: "date" }>;

/** Why a date can't be the answer; undefined: it can. */
export function dateFault(
  question: DateQuestion,
  date: string,
  of: { readonly answers: Answers; readonly today: string },
): Remark | undefined {
  if (question.daysAheadMax !== undefined) {
    const latest = dayAfter(of.today, question.daysAheadMax);
    if (date > latest) return { kind: "date-ahead", latest };
  }
  const other = question.notBefore === undefined ? undefined : of.answers[question.notBefore];
  if (question.notBefore !== undefined && other?.kind === "date" && date < other.date)
    return { kind: "date-early", question: question.notBefore, earliest: other.date };
  return undefined;
}

/** What is wrong with the answer that stands; undefined: nothing, or there is none. */
export function faultOf(question: Question, draft: Draft, around: Around): Remark | undefined {
  const answer = draft.answers[question.id];
  if (question.kind === "date" && answer?.kind === "date")
    return dateFault(question, answer.date, { answers: draft.answers, today: todayAt(draft, around) });
  if (question.kind === "sum" && answer?.kind === "sum" && answer.vat !== undefined) {
    const date = vatDayOf(draft, around);
    if (!vatRatesOn(countryAt(draft, around), date).includes(answer.vat.percent))
      return { kind: "bad-rate", date };
  }
  return undefined;
}
