/** «Спросить коллегу»: a question to anybody of the company, and his answer; the turn stays, and so does the deadline (D21). */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { openSteps } from "../../../flows/engine/request.ts";
import type { VisaId } from "../../../flows/ids.ts";
import { act, closeMessage, readerOf, refuse, withCase, type Taps } from "../../act.ts";
import { endPrompt, prompt, type PromptOf } from "../../ask.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { nameOf } from "../../cards/place.ts";
import { quoted } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";
import { wantsOnlyWords } from "../talk.ts";
import { textOf } from "../typed.ts";
import { chooseColleague, colleagueOf } from "./choose.ts";

export const consultTaps: Taps<"consult" | "consult-whom" | "advise"> = {
  consult: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!mayConsult(turn, found, visa, press)) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      chooseColleague(turn, found, visa, "consult");
    }),
  "consult-whom": (turn, { request, visa, who }, press) =>
    withCase(turn, request, (found) => {
      if (!mayConsult(turn, found, visa, press)) return;
      const to = colleagueOf(turn, who);
      if (to === undefined) return refuse(turn, found, { kind: "outdated" }, { press });
      endAwaitingOf(turn.tx, turn.me.id, request);
      const name = nameOf(turn.company, to);
      closeMessage(turn, press.message, turn.words("colleague-chosen", { number: String(request), name }));
      prompt(turn, { kind: "consult", visa, to }, request, () => ({
        text: turn.words("ask-consult", { case: caseName(found, readerOf(turn)), name }),
        forceReply: true,
      }));
    }),
  advise: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      const { me, now } = turn;
      if (!wantsOnlyWords(turn, found, { kind: "advise", by: me.id, at: now, visa, text: "" }, press)) return;
      endAwaitingOf(turn.tx, me.id, request);
      prompt(turn, { kind: "advice", visa }, request, () => ({
        text: `${turn.words("ask-advice", { case: caseName(found, readerOf(turn)) })}\n${questionToMe(turn, found, visa)}`,
        forceReply: true,
      }));
    }),
};

/** Whether this step is mine to act on now, so that I may turn to a colleague about it; otherwise it is said why not. */
export function mayConsult(
  turn: Turn,
  found: Case,
  visa: VisaId,
  press: Parameters<typeof wantsOnlyWords>[3],
): boolean {
  const { me, now } = turn;
  const command = { kind: "consult", by: me.id, at: now, visa, to: me.id, text: "" } as const;
  return wantsOnlyWords(turn, found, command, press);
}

function questionToMe({ me }: Turn, { request }: Case, visa: VisaId): string {
  const asked = request.talk.findLast(
    (one) => one.kind === "consulted" && one.visa === visa && one.to === me.id,
  );
  return asked === undefined ? "" : quoted(asked.text, 300);
}

/** The typed question. */
export function answerConsult(turn: Turn, asked: PromptOf<"consult">, text: string): void {
  withCase(turn, asked.request, (found) => {
    const words = textOf(turn, text);
    if (words === undefined) return;
    endPrompt(turn, asked);
    const { visa, to } = asked.awaited;
    const command = { kind: "consult", by: turn.me.id, at: turn.now, visa, to, text: words } as const;
    if (act(turn, found, command, { typed: true }) === undefined) return;
    const name = nameOf(turn.company, to);
    turn.say({ text: turn.words("done-consulted", { number: String(asked.request), name }) });
  });
}

/** The colleague's typed opinion. */
export function answerAdvice(turn: Turn, asked: PromptOf<"advice">, text: string): void {
  withCase(turn, asked.request, (found) => {
    const words = textOf(turn, text);
    if (words === undefined) return;
    endPrompt(turn, asked);
    const { visa } = asked.awaited;
    const command = { kind: "advise", by: turn.me.id, at: turn.now, visa, text: words } as const;
    if (act(turn, found, command, { typed: true }) === undefined) return;
    turn.say({ text: turn.words("done-advised", { number: String(asked.request) }) });
  });
}

/** Whether my opinion is still asked for. */
export function isConsulted({ me }: Turn, { request }: Case, visa: VisaId): boolean {
  const step = openSteps(request).find((one) => one.visa === visa);
  return step?.consulted?.some((one) => one.of === me.id) === true;
}
