/** Text, date and choice: one typed answer each. Signers' questions of these kinds are read by the same rules. */
import { oneLine } from "../company/clean-text.ts";
import type { Answer } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import { languages } from "../ids.ts";
import type { Remark } from "./remarks.ts";

export type PlainQuestion = Extract<Question, { kind: "text" | "date" | "choice" }>;
export type PlainRead = { readonly answer: Answer } | { readonly remark: Remark };

/**
 * Reads a typed answer.
 * @param today calendar date `YYYY-MM-DD` of the place: gives the year to a date typed without one
 */
export function readPlainAnswer(question: PlainQuestion, typed: string, today: string): PlainRead {
  switch (question.kind) {
    case "text":
      return readText(typed, question.max);
    case "date":
      return readDate(typed, today);
    case "choice": {
      const meant = oneLine(typed).toLowerCase();
      const option = question.options.find(({ title }) =>
        languages.some((language) => title[language].toLowerCase() === meant),
      );
      return option === undefined
        ? { remark: { kind: "choose-one" } }
        : { answer: { kind: "choice", option: option.id } };
    }
  }
}

/** Well-formed and without NUL before anything is hashed or stored (F118); what else is hidden in it is shown by whoever shows it. */
function readText(typed: string, max: number): PlainRead {
  const text = typed
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("\u0000", "")
    .normalize("NFC")
    .trim();
  if (oneLine(text) === "") return { remark: { kind: "empty" } };
  const { length } = text;
  return length > max ? { remark: { kind: "too-long", length, max } } : { answer: { kind: "text", text } };
}

const written = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

function readDate(typed: string, today: string): PlainRead {
  const date = typedDate(typed, today);
  return date === undefined ? { remark: { kind: "bad-date" } } : { answer: { kind: "date", date } };
}

/**
 * A date as people type it: `14.03.2026`, `14.03.26`, `14.03` (of this year), `2026-03-14`. Gives `YYYY-MM-DD`; undefined:
 * it is none, or the calendar doesn't have that day.
 * @param today calendar date `YYYY-MM-DD`: gives the year to a date typed without one
 */
export function typedDate(typed: string, today: string): string | undefined {
  const text = oneLine(typed).replace(/\s*(г\.?|р\.?)$/u, "");
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? [];
  const [, day, month, year] = written.exec(text) ?? [];
  const fullYear = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const date =
    isoYear !== undefined
      ? `${isoYear}-${isoMonth}-${isoDay}`
      : day !== undefined && month !== undefined
        ? `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
        : undefined;
  return date === undefined || !isDay(date) ? undefined : date;
}

/** Whether the calendar has that day. */
function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 2000 && year < 2100;
}

/** The calendar date so many days after another; a negative number of days: before it. */
export function dayAfter(date: string, days: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
