/** Booking by hand: a payment on a deal, taken back, counted again, moved to another deal; each act is logged. */
import { book, movePayment, restore, takeBack } from "../../../db/payments.ts";
import { localDate } from "../../../flows/company/calendar.ts";
import { minorMax } from "../../../flows/goods/money.ts";
import { units, type DealId, type Minor, type PaymentId } from "../../../flows/ids.ts";
import type { Deal, Payment } from "../../../flows/payments/deal.ts";
import { isAccountant } from "../../../flows/payments/recipients.ts";
import { typedPayment } from "../../../flows/payments/typed-payment.ts";
import { closeMessage, repaintMessage, type Press, type Taps } from "../../act.ts";
import { endPrompt, promptApart, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import { zoneOf } from "../../delivery/silence.ts";
import { dayText, dealMoney, dealName, paymentText } from "../../payments/deal-words.ts";
import { plain } from "../../refusals.ts";
import type { Message, Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { backTo, dealReader, withDeal, withPayment } from "./deal.ts";

/** Only who keeps the books changes them: checked at the tap, whatever a button says (W1). */
function asAccountant(turn: Turn, body: () => void): void {
  if (isAccountant(turn.company, turn.me.id)) return body();
  turn.refused();
  turn.toast(plain(turn.words("payment-not-accountant")), true);
}

function paymentScreen(turn: Turn, payment: Payment, deal: Deal): Message {
  const { words, company, me } = turn;
  const at = { payment: payment.id };
  const acts =
    payment.takenBackAt === undefined
      ? [
          button(words("button-take-payment-back"), { kind: "take-payment-back", ...at }),
          button(words("button-move-payment"), { kind: "move-payment", ...at }),
        ]
      : [button(words("button-restore-payment"), { kind: "restore-payment", ...at })];
  return {
    text: paymentText(payment, deal, dealReader(turn)),
    buttons: [...(isAccountant(company, me.id) ? [acts] : []), [backTo(turn, deal)]],
  };
}

function repaintPayment(turn: Turn, id: PaymentId, press: Press): void {
  withPayment(turn, id, (payment, deal) =>
    repaintMessage(turn, press.message, paymentScreen(turn, payment, deal)),
  );
}

export const bookingTaps: Taps<
  | "payment"
  | "book-payment"
  | "book-sure"
  | "take-payment-back"
  | "restore-payment"
  | "move-payment"
  | "move-to"
> = {
  payment: (turn, { payment }, press) => repaintPayment(turn, payment, press),
  "book-payment": (turn, { deal: id }) =>
    asAccountant(turn, () => withDeal(turn, id, (deal) => askSum(turn, deal))),
  "book-sure": (turn, { deal, amount, date }, press) =>
    asAccountant(turn, () =>
      withDeal(turn, deal, (found) => bookByHand(turn, found, { amount: units<Minor>(amount), date }, press)),
    ),
  "take-payment-back": (turn, { payment: id }, press) =>
    asAccountant(turn, () =>
      withPayment(turn, id, (payment) => {
        const done = takeBack(turn.tx, payment, turn.me.id, turn.now);
        turn.toast(turn.words(done ? "payment-done-back" : "payment-done-before"));
        repaintPayment(turn, id, press);
      }),
    ),
  "restore-payment": (turn, { payment: id }, press) =>
    asAccountant(turn, () =>
      withPayment(turn, id, (payment) => {
        const done = restore(turn.tx, payment, turn.me.id, turn.now);
        turn.toast(turn.words(done ? "payment-done-restored" : "payment-done-before"));
        repaintPayment(turn, id, press);
      }),
    ),
  "move-payment": (turn, { payment: id }) =>
    asAccountant(turn, () =>
      withPayment(turn, id, (payment, deal) =>
        promptApart(turn, { kind: "deal-words", payment: payment.id }, () => ({
          text: turn.words("payment-ask-move", {
            sum: dealMoney(deal, payment.amount, turn.me.language),
            deal: dealName(deal),
          }),
          forceReply: true,
        })),
      ),
    ),
  "move-to": (turn, { payment: id, deal: to }, press) =>
    asAccountant(turn, () =>
      withPayment(turn, id, (payment, from) =>
        withDeal(turn, to, (deal) => move(turn, payment, from, deal, press)),
      ),
    ),
};

const today = (turn: Turn): string => localDate(turn.now, zoneOf(turn.company, turn.me));

function askSum(turn: Turn, deal: Deal): void {
  promptApart(turn, { kind: "payment-sum", deal: deal.id }, () => ({
    text: turn.words("payment-ask-sum", { deal: dealName(deal) }),
    forceReply: true,
  }));
}

/** What a prompt for a sum asks with when it is asked again; undefined: the deal is gone, or I keep no books any more. */
export function sumAgain(turn: Turn, { deal: id }: { readonly deal: DealId }): string | undefined {
  let text: string | undefined;
  if (isAccountant(turn.company, turn.me.id))
    withDeal(turn, id, (deal) => (text = turn.words("payment-ask-sum", { deal: dealName(deal) })));
  return text;
}

/** The typed sum, shown once more before it is booked. */
export function answerSum(turn: Turn, asked: PromptOf<"payment-sum">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  const { words, me } = turn;
  withDeal(turn, asked.awaited.deal, (deal) => {
    const read = typedPayment(typed, today(turn));
    if (read.kind !== "payment")
      return turn.say({
        text: words("payment-sum-refused", { why: read.kind === "bad-sum" ? read.why : read.kind }),
      });
    endPrompt(turn, asked);
    const kind = read.amount < 0 ? "refund" : "payment";
    const sum = dealMoney(deal, units<Minor>(Math.abs(read.amount)), me.language);
    const date = dayText(read.paidOn, me.language);
    turn.say({
      text: words("payment-sure", { kind, deal: dealName(deal), sum, date }),
      buttons: [
        [
          button(words("button-book-sure", { kind, sum }), {
            kind: "book-sure",
            deal: deal.id,
            amount: read.amount,
            date: read.paidOn,
          }),
        ],
        [backTo(turn, deal)],
      ],
    });
  });
}

/** The message pressed is the key: pressed twice, it is booked once. */
function bookByHand(
  turn: Turn,
  deal: Deal,
  { amount, date }: { readonly amount: Minor; readonly date: string },
  press: Press,
): void {
  const { tx, me, now, words } = turn;
  if (press.message === undefined || date > today(turn) || Math.abs(amount) > minorMax)
    return turn.toast(plain(words("press-unknown")), true);
  const key = `hand:${me.id}:${press.message}`;
  const booked = book(tx, { deal: deal.id, amount, paidOn: date, source: "hand", key, bookedBy: me.id }, now);
  if (booked === undefined) return turn.toast(words("payment-done-before"));
  const sum = dealMoney(deal, amount, me.language);
  closeMessage(turn, press.message, words("payment-booked", { deal: dealName(deal), sum }));
  turn.toast(plain(words("payment-booked", { deal: dealName(deal, 60), sum })));
}

/** Deals to which a payment may be moved, as buttons. */
export function offerMove(turn: Turn, payment: PaymentId, found: readonly Deal[]): void {
  turn.say({
    text: turn.words("payment-move-where"),
    buttons: found.map((deal) => [
      button(plain(dealName(deal, 60)), { kind: "move-to", payment, deal: deal.id }),
    ]),
  });
}

function move(turn: Turn, payment: Payment, from: Deal, to: Deal, press: Press): void {
  const { tx, me, now, words } = turn;
  if (from.currency !== to.currency) return turn.toast(plain(words("payment-other-currency")), true);
  if (!movePayment(tx, payment, to.id, me.id, now)) return turn.toast(words("payment-done-before"));
  const sum = dealMoney(to, payment.amount, me.language);
  const text = words("payment-moved", { sum, from: dealName(from), to: dealName(to) });
  repaintMessage(turn, press.message, { text, buttons: [[backTo(turn, to)]] });
}
