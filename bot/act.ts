/** Acting on a case from the chat: look it up with the person's rights, carry the command out, or say why not. */
import { execute, type Executed } from "../db/execute.ts";
import { cardAt, cardOf, markDirty, requestSubject } from "../db/cards.ts";
import { enqueue } from "../db/outbox.ts";
import type { Command } from "../flows/engine/command.ts";
import type { Refusal } from "../flows/engine/refusals.ts";
import type { RequestId, VisaId } from "../flows/ids.ts";
import type { ButtonKind, ButtonOf } from "./buttons.ts";
import type { Refusing } from "./button-fields.ts";
import { caseFor, type Case } from "./cards/case.ts";
import type { Reader } from "./cards/first-line.ts";
import { isForeign, isMild, plain, refusalText } from "./refusals.ts";
import type { Message, Turn } from "./work.ts";

/** Where a press came from. */
export interface Press {
  /** The message under which the button stands. */
  readonly message?: number;
}
/** What a press of each kind does. */
export type Taps<K extends ButtonKind> = {
  readonly [P in K]: (turn: Turn, button: ButtonOf<P>, press: Press) => void;
};

export const readerOf = (turn: Turn): Reader => ({
  company: turn.company,
  words: turn.words,
  language: turn.me.language,
});

/** Carries on with the case if the person may know of it; otherwise says that there is none, and takes a leftover card away. */
export function withCase(turn: Turn, request: RequestId, body: (found: Case) => void): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found !== undefined) return body(found);
  turn.refused();
  turn.toast(plain(turn.words("refusal-no-such-request")), true);
  if (cardStandsAt(turn, request)) repaint(turn, request);
}

/** Executes a command of mine; a refusal is worded as the answer to a press or, `typed`, as a message. */
export function act(
  turn: Turn,
  found: Case,
  command: Command,
  how: { readonly typed?: boolean; readonly press?: Press } = {},
): Executed | undefined {
  const done = execute(turn.tx, { request: found.request.id }, command);
  if (!("refusal" in done)) return done;
  refuse(turn, found, done.refusal, how);
  return undefined;
}

/**
 * Whether I may give that visa now; otherwise it is said why not. A rejection without a reason changes nothing: it is
 * always refused, and the refusal tells whether a reason would be taken.
 */
export function mayAct(
  turn: Turn,
  found: Case,
  visa: VisaId,
  press: Press,
  {
    revision = found.request.revision,
    decision = "rejected",
  }: { revision?: number; decision?: Refusing } = {},
): boolean {
  const command = { kind: "sign", by: turn.me.id, at: turn.now, visa, decision, seen: revision } as const;
  const done = execute(turn.tx, { request: found.request.id }, command);
  if (!("refusal" in done)) throw new Error(`request ${found.request.id} was ${decision} without a reason`);
  if (done.refusal.kind === "reason-required") return true;
  refuse(turn, found, done.refusal, { press });
  return false;
}

/** Says why not, and repaints what the person sees: a stale button doesn't survive its tap (D4, F74, F75). */
export function refuse(
  turn: Turn,
  found: Case,
  refusal: Refusal,
  how: { readonly typed?: boolean; readonly press?: Press } = {},
): void {
  const text = refusalText(refusal, {
    ...readerOf(turn),
    process: found.process,
    place: found.request.place,
    now: turn.now,
  });
  if (isForeign(refusal)) turn.refused();
  if (how.typed === true) {
    turn.say({ text });
    showCard(turn, found.request.id);
    return;
  }
  turn.toast(plain(text), !isMild(refusal));
  repaint(turn, found.request.id);
  clearLeftover(turn, how.press);
}

/** My card of this request is drawn afresh where it stands. */
export function repaint(turn: Turn, request: RequestId): void {
  markDirty(turn.tx, turn.me.id, requestSubject(request), { ring: false, lane: "answer", now: turn.now });
}

/** My card of this request comes anew at the bottom of the chat. */
export function showCard(turn: Turn, request: RequestId): void {
  markDirty(turn.tx, turn.me.id, requestSubject(request), { ring: true, lane: "answer", now: turn.now });
}

function cardStandsAt(turn: Turn, request: RequestId): boolean {
  return cardOf(turn.tx, turn.me.id, requestSubject(request)) !== undefined;
}

/** Takes the buttons off a message that is no live card any more, so that they aren't tapped again. */
function clearLeftover(turn: Turn, press: Press | undefined): void {
  if (press?.message === undefined || cardAt(turn.tx, turn.me.id, press.message) !== undefined) return;
  dropButtons(turn, press.message);
}

/** What a message says stays, its buttons go: they have done what they were for. */
export function dropButtons(turn: Turn, message: number | undefined): void {
  if (message !== undefined) edit(turn, "editMessageReplyMarkup", { message_id: message });
}

/** Closes a prompt or question of ours: its text becomes what came of it, its buttons go. A card is never closed so. */
export function closeMessage(turn: Turn, message: number | undefined, text: string): void {
  if (message === undefined || cardAt(turn.tx, turn.me.id, message) !== undefined) return;
  edit(turn, "editMessageText", { message_id: message, text, parse_mode: "HTML" });
}

/** A message of ours with buttons shows something else now: navigation, or a choice that was just taken. */
export function repaintMessage(turn: Turn, message: number | undefined, of: Message): void {
  if (message === undefined || cardAt(turn.tx, turn.me.id, message) !== undefined) return turn.say(of);
  edit(turn, "editMessageText", {
    message_id: message,
    text: of.text,
    parse_mode: "HTML",
    reply_markup: { inline_keyboard: of.buttons ?? [] },
  });
}

function edit(turn: Turn, method: string, payload: object): void {
  if (turn.me.telegram === undefined) return;
  enqueue(turn.tx, { chat: turn.me.telegram, lane: "answer", method, payload, at: turn.now });
}
