/** Presses about letters to suppliers: the promise confirmed or left unsaid, another date, another address, the letter itself. */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { markOthersDirty } from "../../../db/cards.ts";
import { cancelLetter, letterOf } from "../../../db/letters.ts";
import { enqueue } from "../../../db/outbox.ts";
import { letterKinds } from "../../../flows/mail/letter.ts";
import { closeMessage, readerOf, withCase, type Taps } from "../../act.ts";
import { caseName } from "../../cards/first-line.ts";
import { plain } from "../../refusals.ts";
import { addressTaps } from "./address.ts";
import { dateTaps } from "./date.ts";
import { promised, promiseOf, promiseText, tooLate } from "./promise.ts";

export const letterTaps: Taps<
  | "letter-right"
  | "letter-date"
  | "letter-day"
  | "letter-without"
  | "letter-address"
  | "letter-again"
  | "letter-file"
> = {
  ...dateTaps,
  ...addressTaps,
  "letter-right": (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      const letter = promiseOf(turn, found);
      if (letter === undefined) return tooLate(turn, found);
      endAwaitingOf(turn.tx, turn.me.id, request);
      return closeMessage(turn, press.message, `✓ ${promiseText(turn, found, letter)}`);
    }),
  "letter-without": (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      if (promiseOf(turn, found) === undefined) return tooLate(turn, found);
      endAwaitingOf(turn.tx, turn.me.id, request);
      cancelLetter(turn.tx, request, promised, { by: turn.me.id, at: turn.now });
      markOthersDirty(turn.tx, request, new Set(), turn.now);
      const said = turn.words("letter-done-without", { case: caseName(found, readerOf(turn)) });
      return closeMessage(turn, press.message, said);
    }),
  "letter-file": (turn, { request, index }) =>
    withCase(turn, request, (found) => {
      const kind = letterKinds[index];
      const letter = kind && letterOf(turn.tx, request, kind);
      if (letter?.eml === undefined || letter.status !== "sent" || turn.me.telegram === undefined)
        return turn.toast(plain(turn.words("refusal-outdated")), true);
      const payload = {
        hash: letter.eml,
        name: `letter-${request}-${letter.n}.eml`,
        caption: turn.words("letter-file", { kind: letter.kind, case: caseName(found, readerOf(turn)) }),
        parse_mode: "HTML",
      };
      enqueue(turn.tx, {
        chat: turn.me.telegram,
        lane: "answer",
        method: "kept-file",
        payload,
        at: turn.now,
      });
      return undefined;
    }),
};
