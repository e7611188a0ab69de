/** How a question of a form is called: by the process that declares it, else by its kind. */
import type { Question } from "../../flows/engine/questions.ts";
import type { Language } from "../../flows/ids.ts";
import type { Words } from "../texts.ts";

const byKind: Readonly<Record<Question["kind"], string>> = {
  goods: "question-goods",
  reason: "question-reason",
  photos: "question-photos",
  supplier: "question-supplier",
  text: "question-comment",
  date: "question-date",
  choice: "question-choice",
  files: "question-files",
  sum: "question-sum",
  person: "question-person",
  account: "question-account",
  prices: "question-prices",
};

/** Plain text, not escaped. */
export function questionTitle(question: Question, words: Words, language: Language): string {
  return question.title?.[language] ?? words(byKind[question.kind]);
}
