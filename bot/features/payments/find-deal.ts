/** Finding a deal: by its number in any spelling, or by words of its name and customer. */
import { dealsByNumber, searchDeals } from "../../../db/find-deals.ts";
import type { Deal } from "../../../flows/payments/deal.ts";
import { endPrompt, promptApart, type PromptOf } from "../../ask.ts";
import { button } from "../../buttons.ts";
import type { Claim } from "../../claims.ts";
import { dealName } from "../../payments/deal-words.ts";
import { managersFor } from "../../payments/seen-deals.ts";
import { plain } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { offerForLine } from "../imports/doubts.ts";
import { offerMove } from "./booking.ts";
import { showDeal } from "./deal.ts";

/** Asks for words by which a deal is to be found. */
export function askWords(turn: Turn): void {
  promptApart(turn, { kind: "deal-words" }, () => ({ text: turn.words("deal-ask-words"), forceReply: true }));
}

/** Deals found by words that are offered as buttons. */
const foundMax = 8;

/** What a prompt for a deal's words asks with, when it is asked again. */
export function dealWordsAgain(turn: Turn): string {
  return turn.words("deal-ask-words");
}

/** The deals that I may see among those that fit a text: by number first, then by words. */
export function dealsFor(turn: Turn, typed: string): readonly Deal[] {
  const byNumber = numbered(turn, typed);
  return byNumber.length > 0 ? byNumber : searchDeals(turn.tx, typed, seen(turn));
}

const numbered = (turn: Turn, typed: string): readonly Deal[] => dealsByNumber(turn.tx, typed, seen(turn));

/** Of my deals only, before they are counted: others' many hits hide none of mine. */
function seen({ tx, company, me }: Turn) {
  const managers = managersFor(tx, company, me.id);
  return { limit: foundMax, ...(managers !== undefined && { managers }) };
}

/** Typed words: one deal is opened, several are offered, none leaves the prompt open. */
export function answerDealWords(turn: Turn, asked: PromptOf<"deal-words">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  const found = dealsFor(turn, typed);
  if (found.length === 0) return turn.say({ text: turn.words("deal-not-found") });
  endPrompt(turn, asked);
  const { payment, line } = asked.awaited;
  if (line !== undefined) return offerForLine(turn, line, found);
  if (payment !== undefined) return offerMove(turn, payment, found);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return showDeal(turn, only);
  turn.say({
    text: turn.words("deal-which"),
    buttons: found.map((deal) => [button(plain(dealName(deal, 60)), { kind: "deal", deal: deal.id })]),
  });
}

/** The deals of an order or invoice number that I may see; false: there is none. */
export function showDealByNumber(turn: Turn, number: string): boolean {
  if (number.length > 64 || !/\d/.test(number)) return false;
  const found = numbered(turn, number);
  for (const deal of found) showDeal(turn, deal);
  return found.length > 0;
}

/** Such a number, typed as it is when nobody awaited it. */
export const dealByNumber: Claim = (turn, message) => showDealByNumber(turn, message.text?.trim() ?? "");
