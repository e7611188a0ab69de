/** After an invoice is taken: what its supplier will read and when, to be confirmed, changed or left unsaid (S1.10, O13). */
import { letterOf, mailIsOn, type LetterRow } from "../../../db/letters.ts";
import { localDate } from "../../../flows/company/calendar.ts";
import { timeZoneOf } from "../../../flows/company/places.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { plannedDate } from "../../../flows/mail/invoice-facts.ts";
import { doerOf } from "../../../flows/mail/keepers.ts";
import { isWanted } from "../../../flows/mail/wanted.ts";
import { readerOf } from "../../act.ts";
import { button } from "../../buttons.ts";
import { caseFor, type Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { addressButton } from "../../cards/letter-buttons.ts";
import { moment } from "../../cards/place.ts";
import { line } from "../../cards/shown-text.ts";
import { dayText } from "../../payments/deal-words.ts";
import type { Message, Turn } from "../../work.ts";

/** The letter that taking an invoice sends. */
export const promised = "handed-over";

export const today = (turn: Turn, { request }: Case): string =>
  localDate(turn.now, timeZoneOf(turn.company, request.place));

/** The promise that I may still change: it is mine, and has not left the house. */
export function promiseOf(turn: Turn, found: Case): LetterRow | undefined {
  const { request, process } = found;
  if (doerOf(process, request) !== turn.me.id || !isWanted(process, request, promised)) return undefined;
  const letter = letterOf(turn.tx, request.id, promised);
  return letter?.status === "held" || letter?.status === "waiting" ? letter : undefined;
}

/** To be called right after I have taken an invoice, and whenever what its letter says has changed. */
export function askPromise(turn: Turn, request: RequestId): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found === undefined) return;
  const letter = promiseOf(turn, found);
  if (letter !== undefined) return turn.say(promiseScreen(turn, found, letter));
  const sentAt = letterOf(turn.tx, request, promised)?.sentAt;
  if (sentAt === undefined || doerOf(found.process, found.request) !== turn.me.id) return;
  const at = moment(turn.company, found.request.place, sentAt, turn.now, turn.me.language);
  turn.say({ text: turn.words("letter-told-before", { case: caseName(found, readerOf(turn)), at }) });
}

function promiseScreen(turn: Turn, found: Case, letter: LetterRow): Message {
  const { words } = turn;
  const at = { request: found.request.id };
  const change = [
    button(words("button-letter-date"), { kind: "letter-date", ...at }),
    button(words("button-letter-without"), { kind: "letter-without", ...at }),
  ];
  return {
    text: promiseText(turn, found, letter),
    buttons: [
      letter.address === undefined
        ? [addressButton(letter, words)]
        : [button(words("button-letter-right"), { kind: "letter-right", ...at })],
      change,
    ],
  };
}

/** «Поставщику уйдёт письмо: оплатим до 18.03.2026 (в 12:06)», or why it will not leave. */
export function promiseText(turn: Turn, found: Case, letter: LetterRow): string {
  const { request, process } = found;
  const { language } = turn.me;
  const state = letter.address === undefined ? "no-address" : mailIsOn(turn.tx) ? "goes" : "mail-off";
  return turn.words("letter-promise", {
    case: caseName(found, readerOf(turn)),
    state,
    date: dayText(plannedDate(process, request, today(turn, found)), language),
    at: moment(turn.company, request.place, letter.dueAt, turn.now, language),
    address: letter.address === undefined ? "" : ` · ${line(letter.address, 80)}`,
  });
}

/** It has left, or is somebody else's now: nothing can be changed any more. */
export function tooLate(turn: Turn, { request }: Case): void {
  turn.refused();
  const status = letterOf(turn.tx, request.id, promised)?.status;
  turn.toast(
    turn.words("letter-too-late", { left: status === "sent" || status === "sending" ? "yes" : "no" }),
    true,
  );
}
