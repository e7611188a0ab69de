/** The buttons under a request, by who looks at it and where it stands. They carry no authority: a tap is checked anew. */
import type { InlineKeyboardButton } from "grammy/types";
import { placesToFileAt } from "../../flows/company/holders.ts";
import { goodsOf, picturesOf, totalOf } from "../../flows/engine/answers.ts";
import { actsForStore, mayWithdraw } from "../../flows/engine/file.ts";
import { mayUndo } from "../../flows/engine/undo.ts";
import { finalStage, stageOfStep, visasStage, type Process } from "../../flows/engine/process.ts";
import { openSteps, type Request, type Step } from "../../flows/engine/request.ts";
import type { Text, VisaId } from "../../flows/ids.ts";
import { button } from "../buttons.ts";
import type { Refusing } from "../button-fields.ts";
import { colleagueRows } from "./colleague-lines.ts";
import { fileRow } from "./file-buttons.ts";
import { cut } from "./shown-text.ts";
import { letterRows } from "./letter-buttons.ts";
import { moment, moneyAt } from "./place.ts";
import { offersRework } from "./route.ts";
import { questionsOf } from "./signer-answers.ts";
import { handRow, reopenRows, takeOverRow, taskRows } from "./task-buttons.ts";
import type { CardView } from "./view.ts";

type Row = readonly InlineKeyboardButton[];

export function requestButtons(view: CardView): readonly Row[] {
  const mine = openSteps(view.request).find((step) => step.visa === view.mine);
  const rows = [
    ...(mine === undefined ? [] : mine.task === true ? taskRows(view, mine) : signerRows(view, mine)),
    takeOverRow(view),
    ...reopenRows(view),
    ...colleagueRows(view),
    undoRow(view),
    ...storeRows(view),
    paperRow(view),
    fileRow(view, view.words),
    ...letterRows(view),
    lookRow(view),
    pileRow(view),
  ];
  return rows.filter((row) => row.length > 0);
}

/** Words say what and how much, for a button says all that a hasty thumb reads (D30). */
function signerRows(view: CardView, step: Step): Row[] {
  const { request, process, words, viewer, company } = view;
  const { visa } = step;
  const at = { request: request.id, revision: request.revision, visa };
  const { total, unpriced } = totalOf(request.answers);
  const asks = questionsOf(view, visa);
  const object = process.object[viewer.language];
  const sum =
    goodsOf(request.answers).length === 0 && total === 0
      ? undefined
      : moneyAt(company, request.place, total, viewer.language);
  const approve =
    sum === undefined ? words("button-approve", { object }) : words("button-approve-sum", { object, sum });
  const rows: InlineKeyboardButton[][] = [];
  if (unpriced === 0) rows.push([button(approve, { kind: "approve", ...at }, "success")]);
  else if (asks.some((question) => question.kind === "prices"))
    rows.push([
      button(words("button-prices", { count: unpriced }), { kind: "fill", request: request.id, visa }),
    ]);
  const no = [button(words("button-reject"), { kind: "reject", ...at }, "danger")];
  if (offersRework(view)) no.push(button(words("button-rework"), { kind: "rework", ...at }));
  const talk: InlineKeyboardButton[] = [];
  if (step.question === undefined)
    talk.push(
      button(words("button-ask", { process: process.id }), { kind: "ask", request: request.id, visa }),
    );
  const own = asks.filter((question) => question.kind !== "prices");
  if (own.length > 0) {
    const done = own.filter((question) => step.answers[question.id] !== undefined).length;
    const label = words("button-fill", { done: String(done), of: String(own.length) });
    talk.push(button(label, { kind: "fill", request: request.id, visa }));
  }
  const shared = visasStage(process, request.stage)?.visas[visa]?.shared === true;
  return [...rows, no, ...(shared ? [handRow(view, step)] : []), talk];
}

/** «↩ Отменить согласование (до 12:06)» (O13). */
function undoRow(view: CardView): Row {
  const { request, viewer, company, now, words } = view;
  const undoable = mayUndo(request, viewer.id, company, now);
  if (undoable === undefined) return [];
  const until = moment(company, request.place, undoable.until, now, viewer.language);
  const key =
    undoable.step.outcome === "approved"
      ? "button-undo-approval"
      : undoable.step.outcome === "rejected"
        ? "button-undo-rejection"
        : "button-undo-rework";
  return [button(words(key, { until }), { kind: "undo", request: request.id })];
}

/** What the store can do: answer, mend, withdraw, file again. */
function storeRows(view: CardView): Row[] {
  const { request, process, viewer, company, words } = view;
  if (!actsForStore(process, request, viewer.id, company)) return [];
  const id = { request: request.id };
  const questions = openSteps(request).filter((step) => step.question !== undefined);
  const rows: InlineKeyboardButton[][] = questions.map((step) => [
    button(words("button-reply"), { kind: "reply", ...id, visa: step.visa }),
  ]);
  if (request.status === "rework") rows.push([button(words("button-mend"), { kind: "mend", ...id })]);
  if (mayWithdraw(request, viewer.id, company))
    rows.push([button(words("button-withdraw"), { kind: "withdraw", ...id })]);
  const lost =
    request.status === "withdrawn" ||
    (request.status === "ended" && finalStage(process, request.stage)?.outcome === "negative");
  if (lost && placesToFileAt(company, viewer.id, process.filedBy).includes(request.place))
    rows.push([button(words("button-copy"), { kind: "copy", ...id })]);
  return rows;
}

function paperRow({ request, words }: CardView): Row {
  return request.papers.map((paper, index) => {
    const label =
      request.papers.length === 1
        ? words("button-paper")
        : words("button-paper-number", { number: paper.number });
    return button(label, { kind: "paper", request: request.id, index });
  });
}

function lookRow({ request, words }: CardView): Row {
  const pictures = picturesOf(request.answers).length + request.late.length;
  const row = [button(words("button-details"), { kind: "details", request: request.id })];
  if (pictures > 0)
    row.push(
      button(words("button-photos", { count: String(pictures) }), { kind: "photos", request: request.id }),
    );
  row.push(button(words("button-history"), { kind: "history", request: request.id }));
  return row;
}

/** On the way through a pile. Was it decided elsewhere meanwhile, there is nothing to skip, only the next. */
function pileRow({ pile, mine, request, words }: CardView): Row {
  if (pile === undefined) return [];
  return [
    button(words(mine === undefined ? "button-next" : "button-pass-over"), {
      kind: "pass-over",
      request: request.id,
    }),
    button(words("button-stop-pile"), { kind: "stop-pile" }),
  ];
}

/** The quick reasons that a process declares for deciding so; of a task: only for sending back. */
export function declaredReasons(
  process: Process,
  request: Pick<Request, "stage">,
  visa: VisaId,
  decision: Refusing,
): readonly Text[] {
  const stage = stageOfStep(process, request.stage, visa);
  if (stage?.kind === "task") return decision === "rejected" ? [] : stage.quickRework;
  const declared = stage?.visas[visa];
  return (decision === "rejected" ? declared?.quickReject : declared?.quickRework) ?? [];
}

/** The quick reasons that a step declares for rejecting or sending back, as buttons of a prompt. */
export function quickReasons(
  view: Pick<CardView, "request" | "process" | "viewer">,
  visa: VisaId,
  decision: Refusing,
): Row[] {
  const { request, process, viewer } = view;
  return declaredReasons(process, request, visa, decision).map((reason, index) => [
    button(cut(reason[viewer.language], 60), {
      kind: "quick-reason",
      request: request.id,
      revision: request.revision,
      visa,
      decision,
      index,
    }),
  ]);
}
