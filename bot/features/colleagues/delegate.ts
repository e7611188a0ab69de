/** «Передать коллеге»: one's own step in a colleague's hands, who decides for its holder, and taking it back (D19). */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { act, closeMessage, refuse, withCase, type Taps } from "../../act.ts";
import { nameOf } from "../../cards/place.ts";
import { nextInPile } from "../pile.ts";
import { chooseColleague, colleagueOf } from "./choose.ts";
import { mayConsult } from "./consult.ts";

export const delegateTaps: Taps<"delegate" | "delegate-to" | "take-back"> = {
  delegate: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!mayConsult(turn, found, visa, press)) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      chooseColleague(turn, found, visa, "delegate");
    }),
  "delegate-to": (turn, { request, visa, who }, press) =>
    withCase(turn, request, (found) => {
      if (!mayConsult(turn, found, visa, press)) return;
      const to = colleagueOf(turn, who);
      if (to === undefined) return refuse(turn, found, { kind: "outdated" }, { press });
      const command = { kind: "delegate", by: turn.me.id, at: turn.now, visa, to } as const;
      if (act(turn, found, command, { press }) === undefined) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      const name = nameOf(turn.company, to);
      closeMessage(turn, press.message, turn.words("done-delegated", { number: String(request), name }));
      nextInPile(turn, request);
    }),
  "take-back": (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      const { me, now, words } = turn;
      if (act(turn, found, { kind: "delegate", by: me.id, at: now, visa, to: me.id }, { press }))
        turn.toast(words("done-taken-back"));
    }),
};
