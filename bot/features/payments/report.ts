/** /report: a manager's sales over a period, for himself and his heads (S1.30). */
import { zoneOf } from "../../delivery/silence.ts";
import { localDate } from "../../../flows/company/calendar.ts";
import { parsePeriod, periodTitle } from "../../../flows/payments/report-period.ts";
import { endPrompt, type PromptOf } from "../../ask.ts";
import { line } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";

/** What a period is asked with. */
export function periodWords(turn: Turn): string {
  return turn.words("report-ask-period");
}

/** The typed period; one that is not understood leaves the prompt open. */
export function answerPeriod(turn: Turn, asked: PromptOf<"report-period">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  const period = parsePeriod(typed, localDate(turn.now, zoneOf(turn.company, turn.me)));
  if ("kind" in period) {
    const date = period.kind === "no-such-date" ? { date: line(period.date, 20) } : {};
    return turn.say({ text: turn.words("report-period-refused", { why: period.kind, ...date }) });
  }
  endPrompt(turn, asked);
  turn.say({ text: periodTitle(period, turn.me.language) });
}
