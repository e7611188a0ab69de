/** Documents that are attached to a task: whose work that is, which there are, and taking the last one off again (S1.17). */
import type { InlineKeyboardButton } from "grammy/types";
import { execute } from "../../../db/execute.ts";
import { filesOf, type KeptFile } from "../../../flows/engine/answers.ts";
import { taskStage } from "../../../flows/engine/process.ts";
import { stepNamed } from "../../../flows/engine/request.ts";
import type { VisaId } from "../../../flows/ids.ts";
import { act, refuse, repaintMessage, withCase, type Press, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import type { Case } from "../../cards/case.ts";
import { cut, line } from "../../cards/shown-text.ts";
import { questionsOf } from "../../cards/signer-answers.ts";
import type { Turn } from "../../work.ts";

export const attachedTaps: Taps<"drop-document"> = {
  "drop-document": (turn, { request, visa, index: shown }, press) =>
    withCase(turn, request, (found) => {
      if (!mayDo(turn, found, visa, press)) return;
      const question = filesQuestion(found, visa);
      if (question === undefined) return refuse(turn, found, { kind: "not-yours", visa }, { press });
      const files = given(found, visa);
      const last = files.at(-1);
      // a second press, or one under an older message, would take off a document that it didn't speak of
      if (last === undefined || files.length !== shown) {
        refuse(turn, found, { kind: "outdated" });
        const all = { number: String(request), all: files.length };
        return tell(turn, found, visa, press, {
          text: turn.words("documents-now", all),
          count: files.length,
        });
      }
      const left = files.slice(0, -1);
      const answers = { [question.id]: { kind: "files", files: left } } as const;
      const command = { kind: "fill", by: turn.me.id, at: turn.now, visa, answers } as const;
      if (act(turn, found, command, { press }) === undefined) return;
      const dropped = { number: String(request), name: line(last.name, 80), all: left.length };
      return tell(turn, found, visa, press, {
        text: turn.words("documents-dropped", dropped),
        count: left.length,
      });
    }),
};

/** The message under which it was pressed says what there is now, with the buttons that fit it. */
function tell(
  turn: Turn,
  found: Case,
  visa: VisaId,
  press: Press,
  now: { readonly text: string; readonly count: number },
): void {
  const buttons = attachedButtons(turn, found, visa, now.count);
  repaintMessage(turn, press.message, { text: now.text, buttons });
}

export const filesQuestion = (found: Case, visa: VisaId) =>
  questionsOf(found, visa).find((question) => question.kind === "files");

/** Whether I may do this work now; a question without words changes nothing: it is refused, and tells. */
export function mayDo(turn: Turn, found: Case, visa: VisaId, press: Press): boolean {
  const command = { kind: "ask", by: turn.me.id, at: turn.now, visa, text: "" } as const;
  const done = execute(turn.tx, { request: found.request.id }, command);
  if (!("refusal" in done)) throw new Error("a question without words was asked");
  if (["reason-required", "question-open"].includes(done.refusal.kind)) return true;
  refuse(turn, found, done.refusal, { press });
  return false;
}

export const given = ({ request }: Case, visa: VisaId): readonly KeptFile[] =>
  filesOf(stepNamed(request, visa)?.answers ?? {});

/** Under what tells how many documents there are now: that these are all, and that the last one was a mistake. */
export function attachedButtons(
  turn: Turn,
  { process, request }: Case,
  visa: VisaId,
  count: number,
): InlineKeyboardButton[][] {
  const work = taskStage(process, request.stage)?.work;
  if (work?.kind !== "answers") return [];
  const at = { request: request.id, visa };
  const attach = [button(turn.words("button-documents"), { kind: "documents", ...at })];
  if (count === 0) return [attach];
  return [
    [button(cut(work.says[turn.me.language], 60), { kind: "task-done", ...at }, "success")],
    [button(turn.words("button-drop-document"), { kind: "drop-document", ...at, index: count })],
  ];
}
