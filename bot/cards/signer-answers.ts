/** What signers filled in on their own cards: contract, waybill, how it goes back (domain 5.4). */
import { asksOf } from "../../flows/engine/process.ts";
import type { Question } from "../../flows/engine/questions.ts";
import type { VisaId } from "../../flows/ids.ts";
import { answerText } from "./answer-text.ts";
import type { Case } from "./case.ts";
import type { Reader } from "./first-line.ts";
import { questionTitle } from "./question-title.ts";
import { line } from "./shown-text.ts";

/** The questions that a step asks its doer, in order; [] where none is declared. */
export function questionsOf({ request, process }: Case, visa: VisaId): readonly Question[] {
  return asksOf(process, request.stage, visa);
}

/** «Договор: № 12 · Номер накладной: УТ-1045» as HTML; empty while nothing is filled in. */
export function signerAnswers(found: Case, reader: Reader): string {
  const steps = found.request.steps.filter((step) => step.round === found.request.round);
  const given = steps.flatMap((step) =>
    questionsOf(found, step.visa).flatMap((question) => {
      const text = answerText(question, step.answers[question.id], reader, found.request.place);
      return text === undefined
        ? []
        : [`${line(questionTitle(question, reader.words, reader.language), 60)}: ${text}`];
    }),
  );
  return given.join(" · ");
}
