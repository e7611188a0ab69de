/** Another date for the promise to a supplier: while it is asked for the letter is kept back, and it leaves only with the new one. */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { holdLetter } from "../../../db/letters.ts";
import { nextWorkingMorning } from "../../../flows/company/calendar.ts";
import { timeZoneOf } from "../../../flows/company/places.ts";
import { localDate } from "../../../flows/company/zone-time.ts";
import { typedDate } from "../../../flows/filing/plain-answers.ts";
import { units, type Instant } from "../../../flows/ids.ts";
import { plannedDate, plannedQuestion } from "../../../flows/mail/invoice-facts.ts";
import { takenStep } from "../../../flows/mail/keepers.ts";
import { act, closeMessage, readerOf, withCase, type Press, type Taps } from "../../act.ts";
import { endPrompt, prompt, promptsOfKind, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { dayText } from "../../payments/deal-words.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { askPromise, promised, promiseOf, today, tooLate } from "./promise.ts";

/** How long a letter waits for an answer of the one who was asked for a date or an address. */
const askedMs = 10 * 60_000;
/** A day farther off is a slip of the pen. */
const daysMax = 366;

/** Until when a letter is kept back for the answer; one that would have left later leaves no sooner. */
export const keptBack = (now: Instant, dueAt: Instant): Instant =>
  units<Instant>(Math.max(dueAt, now + askedMs));

export const dateTaps: Taps<"letter-date" | "letter-day"> = {
  "letter-date": (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      const letter = promiseOf(turn, found);
      if (letter === undefined) return tooLate(turn, found);
      endAwaitingOf(turn.tx, turn.me.id, request);
      holdLetter(turn.tx, request, promised, keptBack(turn.now, letter.dueAt));
      return ask(turn, found, press.message);
    }),
  "letter-day": (turn, { request, date }, press) =>
    withCase(turn, request, (found) => {
      if (promiseOf(turn, found) === undefined) return tooLate(turn, found);
      const wrong = wrongDay(turn, found, date);
      if (wrong !== undefined) return turn.toast(turn.words("letter-date-wrong", { why: wrong }), true);
      return promise(turn, found, date, { press });
    }),
};

/** Whether anything could still come of a date. */
export const canBeChanged = (turn: Turn, found: Case): boolean => promiseOf(turn, found) !== undefined;

function ask(turn: Turn, found: Case, promise: number | undefined): void {
  const { words, me } = turn;
  const { id: request } = found.request;
  const days = daysOffered(turn, found).map((date) =>
    button(dayText(date, me.language), { kind: "letter-day", request, date }),
  );
  prompt(turn, { kind: "letter-date", ...(promise !== undefined && { promise }) }, request, (row) => ({
    text: words("letter-ask-date", { case: caseName(found, readerOf(turn)) }),
    buttons: [days, [button(words("button-cancel"), { kind: "cancel", row })]],
  }));
}

/** Today, the next working day, and the day of now. */
function daysOffered(turn: Turn, found: Case): readonly string[] {
  const now = today(turn, found);
  const zone = timeZoneOf(turn.company, found.request.place);
  const next = localDate(nextWorkingMorning(turn.company.workingHours, zone, turn.now), zone);
  return [...new Set([now, next, plannedDate(found.process, found.request, now)])].sort();
}

/** Undefined: it can be promised. */
function wrongDay(turn: Turn, found: Case, date: string): "past" | "far" | undefined {
  const now = today(turn, found);
  if (date < now) return "past";
  const days = (Date.parse(date) - Date.parse(now)) / 86_400_000;
  return days > daysMax ? "far" : undefined;
}

/** The typed date. */
export function answerLetterDate(turn: Turn, asked: PromptOf<"letter-date">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  withCase(turn, asked.request, (found) => {
    const date = typedDate(typed, today(turn, found));
    const wrong = date === undefined ? "none" : wrongDay(turn, found, date);
    if (date === undefined || wrong !== undefined)
      return turn.say({ text: turn.words("letter-date-wrong", { why: wrong ?? "none" }) });
    if (promiseOf(turn, found) === undefined) {
      endPrompt(turn, asked);
      return turn.say({ text: turn.words("letter-too-late", { left: "no" }) });
    }
    return promise(turn, found, date, {
      ...(asked.message !== undefined && { message: asked.message }),
      typed: true,
    });
  });
}

/** Says the new date in the request, by which the letter is held anew (db/plan-letters), and shows what it says now. */
function promise(
  turn: Turn,
  found: Case,
  date: string,
  how: { readonly typed?: boolean; readonly press?: Press; readonly message?: number },
): void {
  const { request, process } = found;
  const visa = takenStep(process, request)?.visa;
  if (visa === undefined) return;
  const old = promptsOfKind(turn.tx, turn.me.id, "letter-date").find((one) => one.request === request.id);
  endAwaitingOf(turn.tx, turn.me.id, request.id);
  const answers = { [plannedQuestion]: { kind: "date", date } } as const;
  const command = { kind: "fill", by: turn.me.id, at: turn.now, visa, answers } as const;
  if (act(turn, found, command, how) === undefined) return;
  const said = turn.words("letter-done-date", { date: dayText(date, turn.me.language) });
  closeMessage(turn, how.press?.message ?? how.message, said);
  // two promises with two days side by side would leave open which of them the supplier reads
  const changed = turn.words("letter-date-changed", { case: caseName(found, readerOf(turn)) });
  closeMessage(turn, old?.awaited.promise, changed);
  askPromise(turn, request.id);
}
