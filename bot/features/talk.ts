/** A question to the store and its answer: while it is open, the signer's deadline stands still. */
import { endAwaitingOf } from "../../db/awaiting.ts";
import { execute } from "../../db/execute.ts";
import type { Command } from "../../flows/engine/command.ts";
import { openSteps } from "../../flows/engine/request.ts";
import type { VisaId } from "../../flows/ids.ts";
import { act, readerOf, refuse, withCase, type Press, type Taps } from "../act.ts";
import { endPrompt, prompt, type PromptOf } from "../ask.ts";
import type { Case } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { quoted } from "../cards/shown-text.ts";
import type { Turn } from "../work.ts";
import { nextInPile } from "./pile.ts";
import { textOf } from "./typed.ts";

export const talkTaps: Taps<"ask" | "reply"> = {
  ask: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!wantsOnlyWords(turn, found, { kind: "ask", by: turn.me.id, at: turn.now, visa, text: "" }, press))
        return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      prompt(turn, { kind: "question", visa }, request, () => ({
        text: turn.words("ask-question", {
          process: found.process.id,
          case: caseName(found, readerOf(turn)),
        }),
        forceReply: true,
      }));
    }),
  reply: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (
        !wantsOnlyWords(turn, found, { kind: "reply", by: turn.me.id, at: turn.now, visa, text: "" }, press)
      )
        return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      prompt(turn, { kind: "reply", visa }, request, () => ({
        text: `${turn.words("ask-reply", { case: caseName(found, readerOf(turn)) })}\n${questionTo(found, visa)}`,
        forceReply: true,
      }));
    }),
};

/** The same command without words changes nothing: it is refused, and the refusal tells whether words would be taken. */
export function wantsOnlyWords(turn: Turn, found: Case, command: Command, press: Press): boolean {
  const done = execute(turn.tx, { request: found.request.id }, command);
  if (!("refusal" in done)) throw new Error(`${command.kind} without words was carried out`);
  if (done.refusal.kind === "reason-required") return true;
  refuse(turn, found, done.refusal, { press });
  return false;
}

function questionTo({ request }: Case, visa: VisaId): string {
  const question = openSteps(request).find((step) => step.visa === visa)?.question;
  return question === undefined ? "" : quoted(question.text, 300);
}

/** A signer's typed question. The pile goes on: the card waits for the store now. */
export function answerQuestion(turn: Turn, asked: PromptOf<"question">, text: string): void {
  passOn(turn, asked, "ask", text, "done-asked", () => nextInPile(turn, asked.request, true));
}

/** The store's typed answer. */
export function answerReply(turn: Turn, asked: PromptOf<"reply">, text: string): void {
  passOn(turn, asked, "reply", text, "done-replied");
}

/** Typed words between signer and store, kept in the request; `done` says that they have gone. */
function passOn(
  turn: Turn,
  asked: PromptOf<"question"> | PromptOf<"reply">,
  kind: "ask" | "reply",
  text: string,
  done: "done-asked" | "done-replied",
  after?: () => void,
): void {
  withCase(turn, asked.request, (found) => {
    const words = textOf(turn, text);
    if (words === undefined) return;
    endPrompt(turn, asked);
    const command = { kind, by: turn.me.id, at: turn.now, visa: asked.awaited.visa, text: words };
    if (act(turn, found, command, { typed: true }) === undefined) return;
    turn.say({ text: turn.words(done, { number: String(asked.request) }) });
    after?.();
  });
}
