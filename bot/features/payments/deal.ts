/** A deal in the chat: what is paid, its payments, its percentages; found by number or words. */
import { dealById } from "../../../db/deals.ts";
import { formerDepartment } from "../../../db/former-posts.ts";
import { paymentById } from "../../../db/payments.ts";
import type { DealId, PaymentId } from "../../../flows/ids.ts";
import type { Deal, Payment } from "../../../flows/payments/deal.ts";
import { maySeeDeal } from "../../../flows/payments/recipients.ts";
import type { Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { historyText, paymentsText, type DealReader } from "../../payments/deal-words.ts";
import { plain } from "../../refusals.ts";
import { enqueueMade } from "../../made-messages.ts";
import { dealMessage, dealPicture } from "../../payments/deal-screen.ts";
import type { Message, Turn } from "../../work.ts";
import { home } from "../home.ts";

export const dealReader = (turn: Turn): DealReader => ({
  store: turn.tx,
  company: turn.company,
  words: turn.words,
  language: turn.me.language,
});

/** Whether a deal is my business. */
function maySee(turn: Turn, deal: Deal): boolean {
  const { company, me, tx } = turn;
  return maySeeDeal(company, me.id, deal, formerDepartment(tx, company, deal.manager));
}

/** Carries on with a deal that I may see; otherwise says that there is none (a deal that is gone is none as well). */
export function withDeal(turn: Turn, id: DealId, body: (deal: Deal) => void): void {
  const deal = dealById(turn.tx, id);
  if (deal !== undefined && maySee(turn, deal)) return body(deal);
  turn.refused();
  turn.toast(plain(turn.words("deal-none")), true);
}

/** The same for a payment and its deal: one that I may not see is told like one that never was. */
export function withPayment(turn: Turn, id: PaymentId, body: (payment: Payment, deal: Deal) => void): void {
  const payment = paymentById(turn.tx, id);
  const deal = payment && dealById(turn.tx, payment.deal);
  if (payment !== undefined && deal !== undefined && maySee(turn, deal)) return body(payment, deal);
  turn.refused();
  turn.toast(plain(turn.words("payment-none")), true);
}

/** The deal's screen at the bottom of the chat: a picture once there is a percentage to draw, else its words. */
export function showDeal(turn: Turn, deal: Deal): void {
  const { tx, company, me, now } = turn;
  const reader = { store: tx, company, person: me, now };
  if (me.telegram === undefined) return;
  if (dealPicture(deal, reader) === undefined) return turn.say(dealMessage(deal, reader));
  enqueueMade(tx, { chat: me.telegram, lane: "answer", made: { what: "deal", deal: deal.id }, at: now });
}

/** Buttons of payments in a row. */
const inRow = 5;

function paymentsScreen(turn: Turn, deal: Deal, before?: PaymentId): Message {
  const { text, payments, next } = paymentsText(deal, dealReader(turn), before);
  const numbered = payments.map((payment, index) =>
    button(String(index + 1), { kind: "payment", payment: payment.id }),
  );
  const rows = Array.from({ length: Math.ceil(numbered.length / inRow) }, (_, row) =>
    numbered.slice(row * inRow, (row + 1) * inRow),
  );
  const more =
    next === undefined
      ? []
      : [button(turn.words("button-next-page"), { kind: "payments-before", payment: next })];
  return { text, buttons: [...rows, [...more, backTo(turn, deal)]] };
}

export const backTo = (turn: Turn, deal: Deal) =>
  button(turn.words("button-back-to-deal"), { kind: "deal", deal: deal.id });

export const dealTaps: Taps<"deal" | "all-deals" | "deal-payments" | "payments-before" | "deal-history"> = {
  deal: (turn, { deal: id }) => withDeal(turn, id, (deal) => showDeal(turn, deal)),
  // a keyboard that was sent before there were deals lacks the key: it comes with this
  "all-deals": (turn) => home(turn, turn.words("deals-below")),
  "deal-payments": (turn, { deal: id }) => withDeal(turn, id, (deal) => turn.say(paymentsScreen(turn, deal))),
  "payments-before": (turn, { payment: id }) =>
    withPayment(turn, id, (_, deal) => turn.say(paymentsScreen(turn, deal, id))),
  "deal-history": (turn, { deal: id }) =>
    withDeal(turn, id, (deal) =>
      turn.say({ text: historyText(deal, dealReader(turn)), buttons: [[backTo(turn, deal)]] }),
    ),
};
