/** Deciding: approve, reject with a reason, send back for rework, undo. Only by a tap or an answer of who may sign now. */
import { endAwaitingOf } from "../../db/awaiting.ts";
import { personById } from "../../flows/company/directory.ts";
import { act, closeMessage, mayAct, readerOf, refuse, withCase, type Press, type Taps } from "../act.ts";
import { endPrompt, prompt, type PromptOf } from "../ask.ts";
import type { Awaited } from "../awaited.ts";
import { button } from "../buttons.ts";
import type { Refusing } from "../button-fields.ts";
import type { Case } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { moment } from "../cards/place.ts";
import { declaredReasons, quickReasons } from "../cards/request-buttons.ts";
import { words as shown } from "../cards/shown-text.ts";
import type { Turn } from "../work.ts";
import { nextInPile } from "./pile.ts";
import { textOf } from "./typed.ts";

type Reason = Extract<Awaited, { kind: "reason" }>;
type At = Pick<Reason, "visa" | "revision">;

const keysOf: Readonly<Record<Refusing, { ask: string; done: string; toast: string }>> = {
  rejected: { ask: "ask-rejection", done: "done-rejected", toast: "toast-rejected" },
  "sent-back": { ask: "ask-rework", done: "done-sent-back", toast: "toast-sent-back" },
};

export const decideTaps: Taps<"approve" | "reject" | "rework" | "quick-reason" | "own-reason" | "undo"> = {
  approve: (turn, { request, visa, revision }, press) =>
    withCase(turn, request, (found) => approve(turn, found, { visa, revision }, press)),
  reject: (turn, { request, visa, revision }, press) =>
    withCase(turn, request, (found) => askReason(turn, found, { visa, revision }, "rejected", press)),
  rework: (turn, { request, visa, revision }, press) =>
    withCase(turn, request, (found) => askReason(turn, found, { visa, revision }, "sent-back", press)),
  "quick-reason": (turn, { request, visa, revision, decision, index }, press) =>
    withCase(turn, request, (found) => {
      const reason = declaredReasons(found.process, found.request, visa, decision)[index];
      if (reason === undefined) return refuse(turn, found, { kind: "outdated" }, { press });
      // It is read by the store first: in the filer's language.
      const language = personById(turn.company, found.request.filer)?.language ?? turn.company.language;
      const said = decideWith(turn, found, { visa, revision }, decision, reason[language], { press });
      closeMessage(turn, press.message, said ?? turn.words("prompt-closed", { number: String(request) }));
      if (said === undefined) return;
      turn.toast(turn.words(keysOf[decision].toast));
      nextInPile(turn, request);
    }),
  "own-reason": (turn, { request, visa, revision, decision }, press) =>
    withCase(turn, request, (found) => {
      if (!mayAct(turn, found, visa, press, { revision, decision })) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      const text = questionOf(turn, found, decision);
      closeMessage(turn, press.message, text);
      prompt(turn, { kind: "reason", visa, revision, decision, own: true }, request, () => ({
        text: `${text}\n${turn.words("ask-own-words")}`,
        forceReply: true,
      }));
    }),
  undo: (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      const { me, now } = turn;
      if (act(turn, found, { kind: "undo", by: me.id, at: now }, { press }))
        turn.toast(turn.words("done-undone"));
    }),
};

function approve(turn: Turn, found: Case, { visa, revision }: At, press: Press): void {
  const { me, now, words } = turn;
  const command = { kind: "sign", by: me.id, at: now, visa, decision: "approved", seen: revision } as const;
  const done = act(turn, found, command, { press });
  if (done === undefined) return;
  const until = done.request.held?.until;
  turn.toast(
    until === undefined
      ? words("done-approved")
      : words("done-approved-held", {
          until: moment(turn.company, found.request.place, until, now, me.language),
        }),
  );
  endAwaitingOf(turn.tx, me.id, found.request.id);
  nextInPile(turn, found.request.id);
}

function askReason(turn: Turn, found: Case, at: At, decision: Refusing, press: Press): void {
  if (!mayAct(turn, found, at.visa, press, { revision: at.revision, decision })) return;
  const { request } = found;
  const { words, me } = turn;
  endAwaitingOf(turn.tx, me.id, request.id);
  const text = questionOf(turn, found, decision);
  prompt(turn, { kind: "reason", ...at, decision }, request.id, (row) => ({
    text: `${text}\n${words("ask-pick-or-type")}`,
    buttons: [
      ...quickReasons({ ...found, viewer: me }, at.visa, decision),
      [
        button(words("button-own-words"), { kind: "own-reason", request: request.id, ...at, decision }),
        button(words("button-cancel"), { kind: "cancel", row }),
      ],
    ],
  }));
}

/** The typed reason of a prompt. */
export function answerReason(turn: Turn, asked: PromptOf<"reason">, text: string): void {
  const { awaited } = asked;
  withCase(turn, asked.request, (found) => {
    const reason = textOf(turn, text);
    if (reason === undefined) return;
    endPrompt(turn, asked);
    // A prompt with buttons loses them; one that opened the reply field can't be edited.
    if (asked.editable) closeMessage(turn, asked.message, questionOf(turn, found, awaited.decision));
    const said = decideWith(turn, found, awaited, awaited.decision, reason, { typed: true });
    if (said !== undefined) turn.say({ text: said });
    if (said !== undefined) nextInPile(turn, asked.request);
  });
}

const questionOf = (turn: Turn, found: Case, decision: Refusing): string =>
  turn.words(keysOf[decision].ask, { case: caseName(found, readerOf(turn)) });

/** Rejects or sends back; gives what was done in a line of HTML, or undefined when it was refused. */
function decideWith(
  turn: Turn,
  found: Case,
  { visa, revision }: At,
  decision: Refusing,
  reason: string,
  how: { readonly typed?: boolean; readonly press?: Press },
): string | undefined {
  const { me, now, words } = turn;
  const { id, place } = found.request;
  const command = { kind: "sign", by: me.id, at: now, visa, decision, reason, seen: revision } as const;
  const done = act(turn, found, command, how);
  if (done === undefined) return undefined;
  endAwaitingOf(turn.tx, me.id, id);
  const until = done.request.held?.until;
  const said = words(keysOf[decision].done, { number: String(id), reason: shown(reason, 300) });
  return until === undefined
    ? said
    : `${said}\n${words("done-until", { until: moment(turn.company, place, until, now, me.language) })}`;
}
