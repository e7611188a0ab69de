/** Approves the list that was shown, each request by a command of its own; what changed meanwhile is left and named (D25). */
import { bulkList, endBulkList, type BulkList } from "../../../db/bulk-lists.ts";
import { execute, type Executed } from "../../../db/execute.ts";
import { hasSeen } from "../../../db/opened-photos.ts";
import { totalOf } from "../../../flows/engine/answers.ts";
import { total } from "../../../flows/goods/money.ts";
import type { VisaId } from "../../../flows/ids.ts";
import { closeMessage, readerOf, repaint, type Taps } from "../../act.ts";
import { caseFor } from "../../cards/case.ts";
import { moment, moneyAt } from "../../cards/place.ts";
import { filedWarnings } from "../../invoices/warnings.ts";
import { refusalText } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { nextInPile } from "../pile.ts";
import { numbersOf } from "./offer.ts";

export const bulkTaps: Taps<"bulk-sure" | "bulk-cancel"> = {
  "bulk-sure": (turn, { row }, press) => {
    const list = bulkList(turn.tx, turn.me.id, row);
    if (list === undefined) return stale(turn, press.message);
    endBulkList(turn.tx, turn.me.id);
    const done = list.items.map((item) => approve(turn, list.visa, item));
    const approved = done.flatMap((one) => ("request" in one ? [one.request] : []));
    const left = done.flatMap((one) => ("request" in one ? [] : [one.why]));
    closeMessage(turn, press.message, [...approvedLines(turn, approved), ...left].join("\n"));
    turn.toast(
      turn.words("bulk-toast", { count: String(approved.length), left: left.length }),
      left.length > 0,
    );
    for (const request of approved) nextInPile(turn, request.id);
  },
  "bulk-cancel": (turn, { row }, press) => {
    if (bulkList(turn.tx, turn.me.id, row) === undefined) return stale(turn, press.message);
    endBulkList(turn.tx, turn.me.id);
    closeMessage(turn, press.message, turn.words("prompt-cancelled-apart"));
  },
};

function stale(turn: Turn, message: number | undefined): void {
  turn.toast(turn.words("bulk-stale"), true);
  closeMessage(turn, message, turn.words("bulk-stale"));
}

/** One of the list: the visa is given to the content that was shown, by who has seen its photos, or it is said why not. */
function approve(
  turn: Turn,
  visa: VisaId,
  { request, revision }: BulkList["items"][number],
): Pick<Executed, "request"> | { readonly why: string } {
  const { tx, company, me, now, words } = turn;
  const number = words("card-number", { number: String(request) });
  const left = (why: string) => ({ why: `✗ ${number}: ${why}` });
  const found = caseFor(tx, company, me.id, request);
  if (found === undefined) return left(words("refusal-no-such-request"));
  if (found.request.revision === revision && !hasSeen(tx, me.id, found.request))
    return left(words("bulk-not-seen"));
  if (filedWarnings(tx, company, found.request).length > 0) return left(words("bulk-has-warning"));
  const command = { kind: "sign", by: me.id, at: now, visa, decision: "approved", seen: revision } as const;
  const done = execute(tx, { request }, command);
  if (!("refusal" in done)) return done;
  repaint(turn, request);
  const of = { ...readerOf(turn), process: found.process, place: found.request.place, now };
  return left(refusalText(done.refusal, of));
}

function approvedLines(turn: Turn, approved: readonly Executed["request"][]): string[] {
  const { company, me, now, words } = turn;
  const [first] = approved;
  if (first === undefined) return [words("bulk-nothing-done")];
  const sums = total(approved.map((request) => totalOf(request.answers).total));
  const sum = moneyAt(company, first.place, sums, me.language);
  const numbers = numbersOf(
    turn,
    approved.map((request) => request.id),
  );
  const until = approved.find((request) => request.held !== undefined)?.held?.until;
  return [
    words("bulk-done", { count: String(approved.length), sum, numbers }),
    ...(until === undefined
      ? []
      : [words("done-until", { until: moment(company, first.place, until, now, me.language) })]),
  ];
}
