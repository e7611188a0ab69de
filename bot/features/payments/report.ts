/** /report: a manager's sales over a period, for himself and his heads: a picture and a workbook (S1.30). */
import { localDate } from "../../../flows/company/calendar.ts";
import type { PersonId } from "../../../flows/ids.ts";
import { monthBefore, parsePeriod, periodTitle, type Period } from "../../../flows/payments/report-period.ts";
import type { Taps } from "../../act.ts";
import { endPrompt, promptApart, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import { line } from "../../cards/shown-text.ts";
import { zoneOf } from "../../delivery/silence.ts";
import { enqueueMade } from "../../made-messages.ts";
import { reportFor, reportManagers, whoCode } from "../../reports/report-scope.ts";
import type { Feature, Turn } from "../../work.ts";
import { textOf } from "../typed.ts";

export const report: Feature = {
  name: "report",
  register(chat) {
    chat.command("report", (ctx) => {
      const typed = ctx.match.trim();
      ctx.work("report", (turn) => (typed === "" ? askWhich(turn) : sendTyped(turn, typed)));
    });
  },
};

export const reportTaps: Taps<"report-month" | "report-own-period" | "report-of"> = {
  "report-month": (turn, { date }) => send(turn, monthBefore(date, 0)),
  "report-own-period": (turn) => {
    if (isForMe(turn))
      promptApart(turn, { kind: "report-period" }, () => ({ text: periodWords(turn), forceReply: true }));
  },
  "report-of": (turn, { date: from, until: to, who }) => {
    const manager = reportManagers(turn.tx, turn.company, turn.me.id).find((one) => whoCode(one) === who);
    if (manager === undefined) return refuse(turn);
    return send(turn, { from, to }, manager);
  },
};

const today = (turn: Turn): string => localDate(turn.now, zoneOf(turn.company, turn.me));

function isForMe(turn: Turn): boolean {
  const mine = reportManagers(turn.tx, turn.company, turn.me.id).length > 0;
  if (!mine) refuse(turn);
  return mine;
}

function refuse(turn: Turn): void {
  turn.refused();
  turn.say({ text: turn.words("report-not-for-you") });
}

/** A month button names its month: pressed a year later it means the same one. */
function askWhich(turn: Turn): void {
  if (!isForMe(turn)) return;
  const { words, me } = turn;
  const month = (back: number, label: string) => {
    const period = monthBefore(today(turn), back);
    const text = words(label, { period: periodTitle(period, me.language) });
    return [button(text, { kind: "report-month", date: period.from })];
  };
  turn.say({
    text: words("report-ask"),
    buttons: [
      month(0, "button-report-this-month"),
      month(1, "button-report-last-month"),
      [button(words("button-report-own"), { kind: "report-own-period" })],
    ],
  });
}

/** What a period is asked with. */
export function periodWords(turn: Turn): string {
  return turn.words("report-ask-period");
}

/** The typed period; one that is not understood leaves the prompt open. */
export function answerPeriod(turn: Turn, asked: PromptOf<"report-period">, text: string): void {
  const typed = textOf(turn, text);
  if (typed !== undefined && sendTyped(turn, typed)) endPrompt(turn, asked);
}

/** False: it is no period, and it was said why. */
function sendTyped(turn: Turn, typed: string): boolean {
  const period = parsePeriod(typed, today(turn));
  if (!("kind" in period)) {
    send(turn, period);
    return true;
  }
  const date = period.kind === "no-such-date" ? line(period.date, 20) : "";
  turn.say({ text: turn.words("report-period-refused", { why: period.kind, date }) });
  return false;
}

/** A picture per currency and one workbook, made when they are sent; nothing to show is said at once. */
function send(turn: Turn, { from, to }: Period, manager?: PersonId): void {
  const { tx, company, me, words, now } = turn;
  if (!isForMe(turn) || me.telegram === undefined) return;
  const asked = { from, to, ...(manager !== undefined && { manager }) };
  const { totals } = reportFor(tx, company, me.id, asked, today(turn));
  if (totals.length === 0)
    return turn.say({ text: words("report-empty", { period: periodTitle(asked, me.language) }) });
  const to_ = { chat: me.telegram, lane: "answer", at: now } as const;
  for (const { currency } of totals)
    enqueueMade(tx, { ...to_, made: { what: "report-picture", ...asked, currency } });
  enqueueMade(tx, { ...to_, made: { what: "report-sheet", ...asked } });
  turn.toast(words("report-on-its-way"));
}
