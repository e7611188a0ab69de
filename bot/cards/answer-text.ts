/** Answers in words: on cards, in details, in what changed. */
import type { Answer, KeptFile } from "../../flows/engine/answers.ts";
import type { Question } from "../../flows/engine/questions.ts";
import { shortDate } from "../../flows/documents/dates.ts";
import type { DepartmentId, Minor } from "../../flows/ids.ts";
import type { Words } from "../texts.ts";
import type { Reader } from "./first-line.ts";
import { moneyAt, nameOf } from "./place.ts";
import { line } from "./shown-text.ts";

/** Names of files as HTML, and how many photos: «Счёт УТ-1045.pdf, фото: 2». */
export function filesText(files: readonly KeptFile[], words: Words): string {
  const named = files.filter((file) => file.sentAs === "document");
  const photos = files.length - named.length;
  return [
    ...named.map((file) => line(file.name, 60)),
    ...(photos > 0 ? [words("answer-photos", { count: String(photos) })] : []),
  ].join(", ");
}

/** «244 000 ₽, в т. ч. НДС 22 %: 44 000 ₽»; `money` writes a sum in its currency. */
export function sumText(
  answer: Extract<Answer, { kind: "sum" }>,
  words: Words,
  money: (sum: Minor) => string,
): string {
  const sum = money(answer.sum);
  return answer.vat === undefined
    ? words("answer-sum-no-vat", { sum })
    : words("answer-sum-vat", { sum, percent: String(answer.vat.percent), vat: money(answer.vat.sum) });
}

/**
 * The answer in a few words as HTML; undefined: nothing to say (skipped, or shown in its own way, as goods
 * and photos are). `place`: decides in which currency a sum is.
 */
export function answerText(
  question: Question,
  answer: Answer | undefined,
  reader: Reader,
  place: DepartmentId,
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
    case "files":
      return filesText(answer.files, words);
    case "sum":
      return sumText(answer, words, (sum) => moneyAt(company, place, sum, language));
    case "person":
      return answer.person === undefined ? words("answer-any-person") : nameOf(company, answer.person);
    case "account":
      return answer.bank === undefined
        ? answer.account
        : words("answer-account", { account: answer.account, bank: answer.bank });
    case "goods":
    case "photos":
    case "prices":
    case "skipped":
    case undefined:
      return undefined;
  }
}
