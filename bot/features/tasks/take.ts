/** Who has it: a shared visa or a task is taken by the first to come, given back, taken over; each act is logged (S1.9, D35). */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { openSteps } from "../../../flows/engine/request.ts";
import { act, refuse, withCase, type Taps } from "../../act.ts";
import { whoCode } from "../../reports/report-scope.ts";
import { askPromise } from "../letters/promise.ts";
import { nextInPile } from "../pile.ts";

export const takeTaps: Taps<"take" | "take-over" | "release"> = {
  take: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!act(turn, found, { kind: "take", by: turn.me.id, at: turn.now, visa }, { press })) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      turn.toast(turn.words("done-taken"));
      askPromise(turn, request);
    }),
  "take-over": (turn, { request, visa, who }, press) =>
    withCase(turn, request, (found) => {
      const over = openSteps(found.request).find((step) => step.visa === visa)?.taken?.by;
      if (over === undefined || whoCode(over) !== who)
        return refuse(turn, found, { kind: "nobody-has-it" }, { press });
      if (!act(turn, found, { kind: "take", by: turn.me.id, at: turn.now, visa, over }, { press })) return;
      endAwaitingOf(turn.tx, over, request); // what he was about to type is no longer his to say
      turn.toast(turn.words("done-taken"));
      askPromise(turn, request);
    }),
  release: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!act(turn, found, { kind: "release", by: turn.me.id, at: turn.now, visa }, { press })) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      turn.toast(turn.words("done-released"));
      nextInPile(turn, request, true);
    }),
};
