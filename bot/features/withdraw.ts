/** Taking a request back: asked once more, for it can't be undone (O4, D32). And the way on: mend it, file it again. */
import { endAwaitingOf } from "../../db/awaiting.ts";
import { actsForStore, mayWithdraw } from "../../flows/engine/file.ts";
import { act, closeMessage, readerOf, refuse, withCase, type Taps } from "../act.ts";
import { button } from "../buttons.ts";
import { caseName } from "../cards/first-line.ts";
import { copyDraft, reworkDraft } from "./filing/start.ts";

export const withdrawTaps: Taps<"withdraw" | "withdraw-sure" | "keep" | "mend" | "copy"> = {
  withdraw: (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      const { words, me, company } = turn;
      if (!mayWithdraw(found.request, me.id, company)) {
        act(turn, found, { kind: "withdraw", by: me.id, at: turn.now }, { press });
        return;
      }
      turn.say({
        text: words("ask-withdraw", { case: caseName(found, readerOf(turn)) }),
        buttons: [
          [
            button(words("button-withdraw-sure"), { kind: "withdraw-sure", request }),
            button(words("button-keep"), { kind: "keep", request }),
          ],
        ],
      });
    }),
  "withdraw-sure": (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      const done = act(turn, found, { kind: "withdraw", by: turn.me.id, at: turn.now }, { press });
      const key = done === undefined ? "prompt-closed" : "done-withdrawn";
      closeMessage(turn, press.message, turn.words(key, { number: String(request) }));
      if (done !== undefined) endAwaitingOf(turn.tx, turn.me.id, request);
    }),
  keep: (turn, { request }, press) => {
    closeMessage(turn, press.message, turn.words("done-kept", { number: String(request) }));
  },
  mend: (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      if (found.request.status !== "rework") return refuse(turn, found, { kind: "not-in-rework" }, { press });
      if (!actsForStore(found.process, found.request, turn.me.id, turn.company))
        return refuse(turn, found, { kind: "not-a-filer" }, { press });
      return reworkDraft(turn, request);
    }),
  copy: (turn, { request }, press) =>
    withCase(turn, request, (found) => {
      if (!actsForStore(found.process, found.request, turn.me.id, turn.company))
        return refuse(turn, found, { kind: "not-a-filer" }, { press });
      return copyDraft(turn, request);
    }),
};
