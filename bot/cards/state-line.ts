/** Where a request stands, in one line: under review, on rework, decided but not yet in effect, decided, withdrawn. */
import { finalStage } from "../../flows/engine/process.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { holderOf } from "./hands.ts";
import { moment, nameOf } from "./place.ts";
import { quoted, line } from "./shown-text.ts";
import type { CardView } from "./view.ts";

/** As HTML. */
export function stateLine(view: CardView): string {
  const { request, process, words, company } = view;
  const language = view.viewer.language;
  const time = (at: typeof view.now): string => moment(company, request.place, at, request.filedAt, language);
  const stage = line(process.stages[request.stage]?.title[language] ?? request.stage, 80);
  switch (request.status) {
    case "open": {
      const at = `⏳ ${stage}${inWhoseHands(view)}`;
      return request.round > 1 ? `${at} · ${words("card-round", { round: String(request.round) })}` : at;
    }
    case "rework":
      return request.rework === undefined
        ? `✏️ ${words("card-rework")}`
        : `✏️ ${words("card-rework-since", { since: time(request.rework.at), name: nameOf(company, request.rework.by) })}\n${quoted(request.rework.text, 200)}`;
    case "held": {
      const target = request.held === undefined ? undefined : finalStage(process, request.held.stage);
      const says = line(target?.says[language] ?? stage, 80);
      const until = request.held === undefined ? "" : time(request.held.until);
      return `${markOf(target?.outcome)} ${words("card-held", { says, until })}`;
    }
    case "ended": {
      const target = finalStage(process, request.stage);
      const says = line(target?.says[language] ?? stage, 80);
      return `${markOf(target?.outcome)} ${stage} · ${says}, ${time(request.endedAt ?? request.filedAt)}`;
    }
    case "withdrawn":
      return `🚫 ${words("card-withdrawn", { at: time(request.endedAt ?? request.filedAt) })}`;
  }
}

/** «В работе у бухгалтера: Дёмина Ю. О.» */
function inWhoseHands(view: CardView): string {
  const [step] = openSteps(view.request).filter((one) => one.task === true);
  const holder = step && holderOf(view, step);
  return holder === undefined ? "" : `: ${nameOf(view.company, holder.by)}`;
}

function markOf(outcome: "positive" | "negative" | undefined): string {
  return outcome === "negative" ? "❌" : "✅";
}

/** Why it was rejected, as a quotation; empty otherwise. */
export function rejectionReason(view: CardView): string {
  const rejected = view.request.steps.findLast(
    (step) => step.outcome === "rejected" && step.round === view.request.round,
  );
  if (rejected?.reason === undefined) return "";
  return `${view.words("card-rejection-reason")}\n${quoted(rejected.reason, 200)}`;
}
