/** Where a letter to a supplier goes, and sending it again: for whoever pays the invoice and who filed it (O7). */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { markOthersDirty } from "../../../db/cards.ts";
import { holdLetter, letterOf, sendLetterAgain, type LetterRow } from "../../../db/letters.ts";
import { heldUntil } from "../../../db/plan-letters.ts";
import { giveEmail } from "../../../db/suppliers.ts";
import { checkAddress, type Address } from "../../../flows/mail/address.ts";
import { units, type Instant } from "../../../flows/ids.ts";
import { keepersOf } from "../../../flows/mail/keepers.ts";
import { letterKinds, type LetterKind } from "../../../flows/mail/letter.ts";
import { isDelayed, isWanted } from "../../../flows/mail/wanted.ts";
import { wireAddress } from "../../channels/mail-letter.ts";
import { closeMessage, readerOf, withCase, type Taps } from "../../act.ts";
import { endPrompt, prompt, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { line } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { keptBack } from "./date.ts";
import { askPromise, promised, promiseOf } from "./promise.ts";

export const addressTaps: Taps<"letter-address" | "letter-again"> = {
  "letter-address": (turn, { request, index }) =>
    withCase(turn, request, (found) => {
      const kind = letterKinds[index];
      if (kind === undefined || !canBeReaddressed(turn, found, kind)) return refuseLetter(turn, found);
      endAwaitingOf(turn.tx, turn.me.id, request);
      const due = letterOf(turn.tx, request, kind)?.dueAt ?? turn.now;
      holdLetter(turn.tx, request, kind, keptBack(turn.now, due));
      prompt(turn, { kind: "letter-address", letter: kind }, request, (row) => ({
        text: turn.words("letter-ask-address", { case: caseName(found, readerOf(turn)) }),
        buttons: [[button(turn.words("button-cancel"), { kind: "cancel", row })]],
      }));
      return undefined;
    }),
  "letter-again": (turn, { request, index }) =>
    withCase(turn, request, (found) => {
      const kind = letterKinds[index];
      const letter = kind === undefined ? undefined : keptLetter(turn, found, kind);
      if (letter === undefined || !isStuck(letter)) return refuseLetter(turn, found);
      // what was not wanted a moment ago may be a slip as well: it can still be said no to
      const dueAt = letter.status === "cancelled" ? heldUntil(turn.company, turn.now) : turn.now;
      sendLetterAgain(turn.tx, { request, kind: letter.kind, by: turn.me.id, dueAt });
      markOthersDirty(turn.tx, request, new Set(), turn.now);
      if (letter.status === "cancelled" && kind === promised) askPromise(turn, request);
      return turn.toast(turn.words("letter-toast-again"));
    }),
};

/** The letter, if it is mine to keep and still says what is so. */
function keptLetter(turn: Turn, { request, process }: Case, kind: LetterKind): LetterRow | undefined {
  if (!keepersOf(process, request, turn.company).includes(turn.me.id) || !isWanted(process, request, kind))
    return undefined;
  return letterOf(turn.tx, request.id, kind);
}

/** Whether it needs somebody to send it again. */
function isStuck({ status, tries, why }: LetterRow): boolean {
  if (status === "cancelled") return why === "not-wanted";
  return status === "refused" || status === "failed" || (status === "waiting" && tries > 0);
}

/** Whether it may still go to another address. */
export function canBeReaddressed(turn: Turn, found: Case, kind: LetterKind): boolean {
  const letter = keptLetter(turn, found, kind);
  return letter !== undefined && (letter.status === "held" || letter.status === "waiting" || isStuck(letter));
}

function refuseLetter(turn: Turn, { request, process }: Case): void {
  const mine = keepersOf(process, request, turn.company).includes(turn.me.id);
  if (!mine) turn.refused();
  turn.toast(turn.words(mine ? "letter-nothing-to-send" : "letter-not-yours"), true);
}

/** The typed address: kept for this letter and, where the company file states none, for the next ones. */
export function answerLetterAddress(turn: Turn, asked: PromptOf<"letter-address">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  withCase(turn, asked.request, (found) => {
    const checked = checkAddress(typed);
    if (checked.kind !== "address" || wireAddress(checked.address) === undefined)
      return turn.say({
        text: turn.words("letter-bad-address", {
          why: checked.kind === "address" ? "not-an-address" : checked.kind,
        }),
      });
    endPrompt(turn, asked);
    const kind = asked.awaited.letter;
    if (!canBeReaddressed(turn, found, kind)) return turn.say({ text: turn.words("letter-nothing-to-send") });
    return readdress(turn, found, kind, checked, asked.message);
  });
}

function readdress(
  turn: Turn,
  found: Case,
  kind: LetterKind,
  { address, hint }: Address,
  message: number | undefined,
): void {
  const { tx, now, words } = turn;
  const { request } = found;
  const before = letterOf(tx, request.id, kind);
  // a fresh promise keeps its time for second thoughts, and so does what looks like a slip of the pen
  const waits = hint !== undefined || (before !== undefined && before.messageId === undefined);
  const soon = waits ? heldUntil(turn.company, now) : now;
  const itsDay = before !== undefined && isDelayed(found.process, kind) ? before.dueAt : soon;
  const dueAt = units<Instant>(Math.max(soon, itsDay));
  sendLetterAgain(tx, { request: request.id, kind, address, by: turn.me.id, dueAt });
  const named = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  if (named !== undefined) giveEmail(tx, named.supplier.id, address, turn.me.id);
  markOthersDirty(tx, request.id, new Set(), now);
  closeMessage(turn, message, words("letter-done-address", { address: line(address, 80) }));
  if (hint !== undefined) turn.say({ text: words("letter-address-hint", { hint: line(hint, 80) }) });
  if (kind === promised && promiseOf(turn, found) !== undefined) askPromise(turn, request.id);
  else if (message === undefined)
    turn.say({ text: words("letter-done-address", { address: line(address, 80) }) });
}
