/** Answers in words: on cards, in details, in what changed. */
import type { Answer } from "../../flows/engine/answers.ts";
import type { Question } from "../../flows/engine/questions.ts";
import { shortDate } from "../../flows/documents/dates.ts";
import type { Reader } from "./first-line.ts";
import { line } from "./shown-text.ts";

/** The answer in a few words as HTML; undefined: nothing to say (skipped, or shown in its own way, as goods and photos are). */
export function answerText(
  question: Question,
  answer: Answer | undefined,
  reader: Reader,
): string | undefined {
  const { company, words, language } = reader;
  switch (answer?.kind) {
    case "reason": {
      if (answer.code === undefined) return words("card-various-reasons");
      const reason = company.reasons.find((one) => one.code === answer.code);
      return line(reason?.title[language] ?? answer.code);
    }
    case "supplier":
      return line(answer.supplier.name, 100);
    case "text":
      return line(answer.text, 200);
    case "date":
      return shortDate(answer.date);
    case "choice": {
      const options = question.kind === "choice" ? question.options : [];
      return line(options.find((one) => one.id === answer.option)?.title[language] ?? answer.option);
    }
    case "goods":
    case "photos":
    case "prices":
    case "skipped":
    case undefined:
      return undefined;
  }
}
