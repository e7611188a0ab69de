/** Where the letters to a supplier stand, one line each: held, gone, tried again, refused and why (O7). */
import type { LetterRow } from "../../db/letters.ts";
import type { Instant, DepartmentId } from "../../flows/ids.ts";
import type { Reader } from "./first-line.ts";
import { moment, nameOf } from "./place.ts";
import { line } from "./shown-text.ts";
import type { CardView } from "./view.ts";

export interface LetterReader extends Reader {
  readonly place: DepartmentId;
  readonly mailIsOn: boolean;
  /** Of another day than this, a moment is told with its day. */
  readonly base: Instant;
}

/** As HTML, a line for each letter that there is something to say of. */
export function letterLines(view: CardView): string {
  const { letters, words, company, viewer, request, mailIsOn } = view;
  const reader = {
    words,
    company,
    language: viewer.language,
    place: request.place,
    mailIsOn,
    base: request.filedAt,
  };
  const lines = letters.map((letter) => letterLine(letter, reader));
  return lines.filter((one) => one !== "").join("\n");
}

/** As HTML; empty: nobody wants to know (it was cancelled by what happened to the request). */
export function letterLine(letter: LetterRow, reader: LetterReader): string {
  const { words, company, mailIsOn } = reader;
  const time = (at: Instant): string => moment(company, reader.place, at, reader.base, reader.language);
  const about = {
    kind: letter.kind,
    address: letter.address === undefined ? "" : line(letter.address, 80),
    why: letter.why ?? "",
    answer: letter.answer === undefined ? "" : ` (${line(letter.answer, 120)})`,
  };
  const said = (state: string, at: string): string => words("letter-line", { ...about, state, at });
  switch (letter.status) {
    case "held":
      if (letter.address === undefined) return said("no-address", "");
      return mailIsOn ? said("held", time(letter.dueAt)) : said("mail-off", "");
    case "waiting":
      if (!mailIsOn) return said("mail-off", "");
      if (isShutOut(letter)) return said("shut-out", "");
      return letter.tries === 0 ? said("leaves", "") : said("again", time(letter.dueAt));
    case "sending":
      return said("leaves", "");
    case "sent":
      return said("sent", time(letter.sentAt ?? letter.at));
    case "refused":
      return said("refused", "");
    case "failed":
      return said("failed", "");
    case "cancelled":
      if (letter.why !== "not-wanted" || letter.decidedBy === undefined) return "";
      return words("letter-without", { kind: letter.kind, name: nameOf(company, letter.decidedBy) });
  }
}

/** No letter at all gets out just now: it says nothing about this one (F69). */
const isShutOut = ({ why }: LetterRow): boolean =>
  why === "password" || why === "sender" || why === "encryption";
