/** «Оплачено»: today and what is left, or a part, another day, the number of the order; each payment is booked once (S1.15). */
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { execute } from "../../../db/execute.ts";
import { timeZoneOf } from "../../../flows/company/places.ts";
import { localDate } from "../../../flows/company/zone-time.ts";
import { shortDate } from "../../../flows/documents/dates.ts";
import { paymentStep } from "../../../flows/engine/process.ts";
import { leftToPay } from "../../../flows/engine/tasks.ts";
import { id, type Minor, type VisaId } from "../../../flows/ids.ts";
import { typedPaid, type PaidAsks, type TypedPaid } from "../../../flows/payments/typed-paid.ts";
import { act, closeMessage, readerOf, refuse, withCase, type Press, type Taps } from "../../act.ts";
import { endPrompt, prompt, promptOfRow, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { moneyAt } from "../../cards/place.ts";
import { line } from "../../cards/shown-text.ts";
import { paymentText } from "../../cards/payment-lines.ts";
import { plain } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { nextInPile } from "../pile.ts";
import { textOf } from "../typed.ts";

export const payTaps: Taps<"pay" | "pay-sure" | "pay-part" | "pay-date" | "unpay"> = {
  pay: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (mayPay(turn, found, visa, press)) propose(turn, found, visa, {});
    }),
  "pay-part": (turn, { row }, press) => askOther(turn, row, "sum", press),
  "pay-date": (turn, { row }, press) => askOther(turn, row, "date", press),
  "pay-sure": (turn, { row }, press) =>
    withProposal(turn, row, press, (asked, found) => book(turn, asked, found, press)),
  unpay: (turn, { request, index: n }, press) =>
    withCase(turn, request, (found) => {
      const visa = payStep(found);
      const booked = found.request.paid?.find((one) => one.n === n);
      const command = { kind: "unpay", by: turn.me.id, at: turn.now, visa, n } as const;
      if (!act(turn, found, command, { press })) return;
      endAwaitingOf(turn.tx, turn.me.id, request);
      if (booked !== undefined)
        turn.toast(plain(turn.words("done-unpaid", { sum: money(turn, found, booked.sum) })));
    }),
};

/** The step that pays, open or done; one that there isn't, is refused as nobody's. */
const payStep = ({ process }: Case): VisaId => paymentStep(process) ?? id<VisaId>("payment");

const money = (turn: Turn, { request }: Case, sum: Minor): string =>
  moneyAt(turn.company, request.place, sum, turn.me.language);

const today = (turn: Turn, { request }: Case): string =>
  localDate(turn.now, timeZoneOf(turn.company, request.place));

/** Whether I may book payments here now. Taking back a payment that there never was changes nothing, and tells. */
function mayPay(turn: Turn, found: Case, visa: VisaId, press: Press): boolean {
  const command = { kind: "unpay", by: turn.me.id, at: turn.now, visa, n: 0 } as const;
  const done = execute(turn.tx, { request: found.request.id }, command);
  if (!("refusal" in done)) throw new Error(`request ${found.request.id} had a payment number 0`);
  if (done.refusal.kind === "no-such-payment") return true;
  refuse(turn, found, done.refusal, { press });
  return false;
}

/** What would be booked, for one more look: by default today and all that is left. */
function propose(turn: Turn, found: Case, visa: VisaId, paid: TypedPaid): void {
  const { words } = turn;
  const { id: request } = found.request;
  endAwaitingOf(turn.tx, turn.me.id, request);
  const left = leftToPay(found.request);
  const sum = paid.sum ?? left;
  const date = paid.date ?? today(turn, found);
  const isToday = date === today(turn, found);
  const order =
    paid.order === undefined
      ? words("ask-pay-order")
      : words("pay-with-order", { order: line(paid.order, 40) });
  const text = [
    words("ask-pay", { case: caseName(found, readerOf(turn)), left: money(turn, found, left) }),
    order,
  ].join("\n");
  const label = words("button-pay-sure", {
    day: isToday ? "today" : "other",
    date: shortDate(date),
    sum: money(turn, found, sum),
  });
  prompt(turn, { kind: "pay", visa, asks: "order", ...paid, shown: { sum, date } }, request, (row) => ({
    text,
    buttons: [
      [button(label, { kind: "pay-sure", row }, "success")],
      [
        button(words("button-pay-part"), { kind: "pay-part", row }),
        button(words("button-pay-date"), { kind: "pay-date", row }),
      ],
      [button(words("button-cancel"), { kind: "cancel", row })],
    ],
  }));
}

/** Carries on with a proposal of mine that still stands. */
function withProposal(
  turn: Turn,
  row: number,
  press: Press,
  body: (asked: PromptOf<"pay">, found: Case) => void,
): void {
  const asked = promptOfRow(turn.tx, turn.me.id, row);
  if (asked?.awaited.kind !== "pay") {
    turn.refused();
    turn.toast(plain(turn.words("press-unknown")), true);
    return closeMessage(turn, press.message, turn.words("prompt-over"));
  }
  const of = asked as PromptOf<"pay">; // its kind has just been compared
  withCase(turn, of.request, (found) => body(of, found));
}

function askOther(turn: Turn, row: number, asks: Exclude<PaidAsks, "order">, press: Press): void {
  withProposal(turn, row, press, (asked, found) => {
    if (!mayPay(turn, found, asked.awaited.visa, press)) return;
    endPrompt(turn, asked);
    const name = { case: caseName(found, readerOf(turn)) };
    closeMessage(turn, press.message, turn.words("pay-changing", name));
    prompt(turn, { ...asked.awaited, asks, own: true }, asked.request, () => ({
      text: turn.words("ask-pay-other", { ...name, asks }),
      forceReply: true,
    }));
  });
}

/** Whether «сегодня» is still that day, and all that was left still is: what the button says is what is booked. */
function isStillSo(turn: Turn, found: Case, { awaited: { sum, date, shown } }: PromptOf<"pay">): boolean {
  return shown?.sum === (sum ?? leftToPay(found.request)) && shown.date === (date ?? today(turn, found));
}

/** The proposal is out of date: nothing is booked, and it is made anew as things stand now. */
function proposeAfresh(turn: Turn, asked: PromptOf<"pay">, found: Case, press: Press): void {
  endPrompt(turn, asked);
  const may = mayPay(turn, found, asked.awaited.visa, press);
  const said = may
    ? turn.words("pay-changing", { case: caseName(found, readerOf(turn)) })
    : turn.words("prompt-closed", { number: String(asked.request) });
  closeMessage(turn, press.message, said);
  if (!may) return;
  refuse(turn, found, { kind: "outdated" });
  propose(turn, found, asked.awaited.visa, typedOf(asked));
}

/** What he typed himself of the payment. */
const typedOf = ({ awaited: { sum, date, order } }: PromptOf<"pay">): TypedPaid => ({
  ...(sum === undefined ? {} : { sum }),
  ...(date === undefined ? {} : { date }),
  ...(order === undefined ? {} : { order }),
});

function book(turn: Turn, asked: PromptOf<"pay">, found: Case, press: Press): void {
  const { me, now, words } = turn;
  const { visa, shown, order } = asked.awaited;
  if (shown === undefined || !isStillSo(turn, found, asked)) return proposeAfresh(turn, asked, found, press);
  const { sum, date } = shown;
  const payment = { sum, date, ...(order === undefined ? {} : { order }) };
  endPrompt(turn, asked);
  if (sum <= 0)
    return refuse(turn, found, { kind: "pays-too-much", left: leftToPay(found.request) }, { press });
  const done = act(turn, found, { kind: "pay", by: me.id, at: now, visa, payment }, { press });
  const number = String(asked.request);
  if (done === undefined) return closeMessage(turn, press.message, words("prompt-closed", { number }));
  const left = leftToPay(done.request);
  const said = { number, paid: paymentText(payment, found.request.place, readerOf(turn)) };
  closeMessage(
    turn,
    press.message,
    left > 0
      ? words("done-paid-part", { ...said, left: money(turn, found, left) })
      : words("done-paid", said),
  );
  turn.toast(words("toast-paid"));
  if (left === 0) nextInPile(turn, asked.request);
}

/** The typed sum, day or number of the order: shown once more before it is booked. */
export function answerPay(turn: Turn, asked: PromptOf<"pay">, text: string): void {
  withCase(turn, asked.request, (found) => {
    const typed = textOf(turn, text);
    if (typed === undefined) return;
    const { visa, asks } = asked.awaited;
    const read = typedPaid(typed, asks, today(turn, found));
    if (read.kind !== "paid") {
      const why = read.kind === "bad-sum" ? read.why : read.kind;
      return turn.say({ text: turn.words("pay-not-read", { why }) });
    }
    endPrompt(turn, asked);
    if (asked.editable)
      closeMessage(
        turn,
        asked.message,
        turn.words("pay-changing", { case: caseName(found, readerOf(turn)) }),
      );
    const paid = { ...typedOf(asked), ...read.paid };
    if (paid.sum !== undefined && paid.sum > leftToPay(found.request))
      turn.say({
        text: turn.words("refusal-pays-too-much", { left: money(turn, found, leftToPay(found.request)) }),
      });
    const { sum: given, ...rest } = paid;
    const fits = given !== undefined && given <= leftToPay(found.request);
    return propose(turn, found, visa, fits ? paid : rest);
  });
}
