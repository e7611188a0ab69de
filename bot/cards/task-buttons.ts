/** The buttons of work: taking it, giving it back, taking it over, paying, bringing papers, saying that it is done (S1.9, D35). */
import type { InlineKeyboardButton } from "grammy/types";
import { openSteps, paidSum, type Step } from "../../flows/engine/request.ts";
import { paymentStep, taskStage } from "../../flows/engine/process.ts";
import { leftToPay, mayReopen } from "../../flows/engine/tasks.ts";
import { filesOf } from "../../flows/engine/answers.ts";
import type { Minor } from "../../flows/ids.ts";
import { button } from "../buttons.ts";
import { whoCode } from "../reports/report-scope.ts";
import { moneyAt } from "./place.ts";
import { cut } from "./shown-text.ts";
import type { CardView } from "./view.ts";

type Row = readonly InlineKeyboardButton[];

/** What the doer of a task is offered: its own acts first, then sending back and giving it up. */
export function taskRows(view: CardView, step: Step): Row[] {
  const { request, process, words, viewer } = view;
  const at = { request: request.id, visa: step.visa };
  const stage = taskStage(process, request.stage);
  if (stage === undefined) return [];
  if (stage.take !== undefined)
    return [[button(cut(stage.take.says[viewer.language], 60), { kind: "take", ...at }, "success")]];
  const back: InlineKeyboardButton[] = [];
  if (stage.rework && paidSum(request) === 0)
    back.push(button(words("button-rework"), { kind: "rework", ...at, revision: request.revision }));
  if (stage.release !== undefined) back.push(button(words("button-release"), { kind: "release", ...at }));
  const ask =
    stage.work?.kind === "payment" && step.question === undefined
      ? [button(words("button-ask", { process: process.id }), { kind: "ask", ...at })]
      : [];
  return [...workRows(view, step), back, ask];
}

function workRows(view: CardView, step: Step): Row[] {
  const { request, process, words, viewer } = view;
  const at = { request: request.id, visa: step.visa };
  const work = taskStage(process, request.stage)?.work;
  switch (work?.kind) {
    case "payment": {
      const left = money(view, leftToPay(request));
      const pay = button(words("button-pay", { sum: left }), { kind: "pay", ...at }, "success");
      return [[pay], ...unpayRows(view)];
    }
    case "answers": {
      const attach = [button(words("button-documents"), { kind: "documents", ...at })];
      const done = button(cut(work.says[viewer.language], 60), { kind: "task-done", ...at }, "success");
      return filesOf(step.answers).length > 0 ? [[done], attach] : [attach];
    }
    case undefined:
      return [];
  }
}

/** The newest payments that count, each to be taken back while the rest is still to be paid. */
const offeredMax = 3;

/** All is paid, and I paid it: what I booked by mistake can still be taken back. */
export function reopenRows(view: CardView): Row[] {
  const step = paymentStep(view.process);
  if (step === undefined || openSteps(view.request).some((one) => one.visa === step)) return [];
  const stage = mayReopen(view.process, view.request, step, view.viewer.id, view.company);
  return stage === undefined ? [] : unpayRows(view);
}

function unpayRows(view: CardView): Row[] {
  const { request, words } = view;
  return (request.paid ?? [])
    .filter((one) => one.back === undefined)
    .slice(-offeredMax)
    .map((one) => [
      button(words("button-unpay", { sum: money(view, one.sum) }), {
        kind: "unpay",
        request: request.id,
        index: one.n,
      }),
    ]);
}

const money = ({ company, request, viewer }: CardView, sum: Minor): string =>
  moneyAt(company, request.place, sum, viewer.language);

/** A visa that several may give: taken, so that the others see who has it, or given back (S1.11). */
export function handRow({ request, words }: CardView, step: Step): Row {
  const at = { request: request.id, visa: step.visa };
  return step.taken === undefined
    ? [button(words("button-take"), { kind: "take", ...at })]
    : [button(words("button-release"), { kind: "release", ...at })];
}

/** «Взять себе»: a colleague has it, and what he has is taken over outright or not at all. */
export function takeOverRow({ request, words, others }: CardView): Row {
  if (others === undefined) return [];
  const { visa, holder } = others;
  const who = whoCode(holder.by);
  return [button(words("button-take-over"), { kind: "take-over", request: request.id, visa, who })];
}
