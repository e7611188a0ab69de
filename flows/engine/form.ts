/** Which questions of a form must be answered, given what is answered already. */
import type { Reason } from "../company/company.ts";
import type { QuestionId } from "../ids.ts";
import { goodsOf, picturesOf, type Answer, type Answers } from "./answers.ts";
import type { Need, Question } from "./questions.ts";

/** The reasons in play: the request's one, or those of its lines. Unknown codes are left out. */
export function reasonsOf(answers: Answers, reasons: readonly Reason[]): readonly Reason[] {
  const given = Object.values(answers).find((answer) => answer.kind === "reason");
  const codes = given?.code === undefined ? goodsOf(answers).map((line) => line.reason) : [given.code];
  return reasons.filter((known) => codes.includes(known.code));
}

function isNeeded(need: Need, byReason: boolean): boolean {
  return need === "required" || (need === "by-reason" && byReason);
}

/** Whether the question must have an answer now (domain 5.8: the reason decides on photos and comment). */
export function needed(question: Question, answers: Answers, reasons: readonly Reason[]): boolean {
  switch (question.kind) {
    case "goods":
    case "reason":
    case "supplier":
    case "sum":
    case "person":
      return true;
    case "photos":
      return isNeeded(
        question.need,
        reasonsOf(answers, reasons).some((reason) => reason.photo),
      );
    case "text":
      return isNeeded(
        question.need,
        reasonsOf(answers, reasons).some((reason) => reason.comment),
      );
    case "date":
    case "choice":
    case "files":
    case "account":
      return question.need === "required";
    case "prices":
      return goodsOf(answers).some((line) => line.price === undefined);
  }
}

function isAnswered(
  question: Question,
  answer: Answer | undefined,
  answers: Answers,
  reasons: readonly Reason[],
): boolean {
  switch (question.kind) {
    case "goods":
      return goodsOf(answers).length > 0;
    case "reason":
      return hasReason(question.use, answer, answers, reasons);
    case "photos":
      return picturesOf(answers).some((picture) => picture.kind === "photo");
    case "text":
      return answer?.kind === "text" && answer.text.trim() !== "";
    case "supplier":
    case "date":
    case "choice":
    case "sum":
    case "person":
    case "account":
      return answer?.kind === question.kind;
    case "files":
      return answer?.kind === "files" && answer.files.length > 0;
    case "prices":
      return goodsOf(answers).every((line) => line.price !== undefined);
  }
}

function hasReason(
  use: Reason["uses"][number],
  answer: Answer | undefined,
  answers: Answers,
  reasons: readonly Reason[],
): boolean {
  if (answer?.kind !== "reason") return false;
  const codes = answer.code === undefined ? goodsOf(answers).map((line) => line.reason) : [answer.code];
  return (
    codes.length > 0 &&
    codes.every((code) => reasons.some((reason) => reason.code === code && reason.uses.includes(use)))
  );
}

/** Required questions that have no answer yet, in the order of the form (S0.19). */
export function missing(
  questions: readonly Question[],
  answers: Answers,
  reasons: readonly Reason[],
): QuestionId[] {
  return questions
    .filter(
      (question) =>
        needed(question, answers, reasons) && !isAnswered(question, answers[question.id], answers, reasons),
    )
    .map((question) => question.id);
}
