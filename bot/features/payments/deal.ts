/** A deal in the chat: what is paid, its payments, its percentages; found by number or words. */
import { dealById, dealsByNumber, searchDeals } from "../../../db/deals.ts";
import { formerDepartment } from "../../../db/former-posts.ts";
import { paymentById } from "../../../db/payments.ts";
import type { DealId, PaymentId } from "../../../flows/ids.ts";
import type { Deal, Payment } from "../../../flows/payments/deal.ts";
import { isAccountant, maySeeDeal } from "../../../flows/payments/recipients.ts";
import { repaintMessage, type Taps } from "../../act.ts";
import { endPrompt, promptApart, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import type { Claim } from "../../claims.ts";
import { dealName, dealText, historyText, paymentsText, type DealReader } from "../../payments/deal-words.ts";
import { plain } from "../../refusals.ts";
import type { Message, Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { offerMove } from "./booking.ts";

export const dealReader = (turn: Turn): DealReader => ({
  store: turn.tx,
  company: turn.company,
  words: turn.words,
  language: turn.me.language,
});

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

/** The same for a payment and its deal. */
export function withPayment(turn: Turn, id: PaymentId, body: (payment: Payment, deal: Deal) => void): void {
  const payment = paymentById(turn.tx, id);
  if (payment !== undefined) return withDeal(turn, payment.deal, (deal) => body(payment, deal));
  turn.refused();
  turn.toast(plain(turn.words("payment-none")), true);
}

/** A deal's screen as one message. */
export function dealScreen(turn: Turn, deal: Deal): Message {
  const { words, company, me } = turn;
  const at = { deal: deal.id };
  return {
    text: dealText(deal, dealReader(turn)),
    buttons: [
      [
        button(words("button-deal-payments"), { kind: "deal-payments", ...at }),
        button(words("button-deal-history"), { kind: "deal-history", ...at }),
      ],
      ...(isAccountant(company, me.id)
        ? [[button(words("button-book"), { kind: "book-payment", ...at })]]
        : []),
      [button(words("button-alert-settings"), { kind: "alert-settings" })],
    ],
  };
}

export function showDeal(turn: Turn, deal: Deal): void {
  turn.say(dealScreen(turn, deal));
}

/** Buttons of payments in a row. */
const inRow = 5;

function paymentsScreen(turn: Turn, deal: Deal): Message {
  const { text, payments } = paymentsText(deal, dealReader(turn));
  const numbered = payments.map((payment, index) =>
    button(String(index + 1), { kind: "payment", payment: payment.id }),
  );
  const rows = Array.from({ length: Math.ceil(numbered.length / inRow) }, (_, row) =>
    numbered.slice(row * inRow, (row + 1) * inRow),
  );
  return { text, buttons: [...rows, [backTo(turn, deal)]] };
}

export const backTo = (turn: Turn, deal: Deal) =>
  button(turn.words("button-back-to-deal"), { kind: "deal", deal: deal.id });

export const dealTaps: Taps<"deal" | "deal-payments" | "deal-history" | "find-deal"> = {
  deal: (turn, { deal: id }) => withDeal(turn, id, (deal) => showDeal(turn, deal)),
  "deal-payments": (turn, { deal: id }, press) =>
    withDeal(turn, id, (deal) => repaintMessage(turn, press.message, paymentsScreen(turn, deal))),
  "deal-history": (turn, { deal: id }, press) =>
    withDeal(turn, id, (deal) => {
      const text = historyText(deal, dealReader(turn));
      repaintMessage(turn, press.message, { text, buttons: [[backTo(turn, deal)]] });
    }),
  "find-deal": (turn) =>
    promptApart(turn, { kind: "deal-words" }, () => ({
      text: turn.words("deal-ask-words"),
      forceReply: true,
    })),
};

/** Deals found by words that are offered as buttons. */
const foundMax = 8;

/** What a prompt for a deal's words asks with, when it is asked again. */
export function dealWordsAgain(turn: Turn): string {
  return turn.words("deal-ask-words");
}

/** The deals that I may see among those that fit a text: by number first, then by words. */
export function dealsFor(turn: Turn, typed: string): readonly Deal[] {
  const byNumber = dealsByNumber(turn.tx, typed, foundMax);
  const found = byNumber.length > 0 ? byNumber : searchDeals(turn.tx, typed, foundMax * 3);
  return found.filter((deal) => maySee(turn, deal)).slice(0, foundMax);
}

/** Typed words: one deal is opened, several are offered, none leaves the prompt open. */
export function answerDealWords(turn: Turn, asked: PromptOf<"deal-words">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  const found = dealsFor(turn, typed);
  if (found.length === 0) return turn.say({ text: turn.words("deal-not-found") });
  endPrompt(turn, asked);
  const { payment } = asked.awaited;
  if (payment !== undefined) return offerMove(turn, payment, found);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return showDeal(turn, only);
  turn.say({
    text: turn.words("deal-which"),
    buttons: found.map((deal) => [button(plain(dealName(deal, 60)), { kind: "deal", deal: deal.id })]),
  });
}

/** A deal's order or invoice number, typed as it is when nobody awaited it: the deal, if I may see it. */
export const dealByNumber: Claim = (turn, message) => {
  const typed = message.text?.trim() ?? "";
  if (typed.length > 64 || !/\d/.test(typed)) return false;
  const found = dealsByNumber(turn.tx, typed, foundMax).filter((deal) => maySee(turn, deal));
  for (const deal of found) showDeal(turn, deal);
  return found.length > 0;
};
