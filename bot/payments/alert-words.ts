/** What managers read when the paid percentage of a deal changes: six fields and what is left (S1.28, domain 1.6). */
import { dealChange } from "../../db/deal-changes.ts";
import { dealById } from "../../db/deals.ts";
import { isActive } from "../../flows/company/directory.ts";
import { countryOfCurrency, formatExact, formatSum } from "../../flows/goods/money.ts";
import { units, type DealId, type Language, type Minor } from "../../flows/ids.ts";
import { headline, moved, type Change } from "../../flows/payments/alert.ts";
import type { Deal } from "../../flows/payments/deal.ts";
import { percentTexts } from "../../flows/payments/percentage.ts";
import { button } from "../buttons.ts";
import { nameOf } from "../cards/place.ts";
import { line } from "../cards/shown-text.ts";
import type { Reader } from "../delivery/wording.ts";
import { plain } from "../refusals.ts";
import { wordsIn, type Words } from "../texts.ts";
import type { Message } from "../work.ts";
import { changeOf, joined } from "./change.ts";

/** Deals of a list that get a button of their own. */
const openMax = 6;

const exact = (sum: Minor, deal: Deal, language: Language): string =>
  formatExact(sum, countryOfCurrency(deal.currency), language);

/** «Оплата 60 000,00 ₽: 70 % (было 30 %)». */
function headOf(deal: Deal, change: Change, words: Words, language: Language): string {
  const head = headline(change);
  const { now = "", before } = percentTexts(change.after, change.before, language);
  return words("alert-head", {
    kind: head.kind === "payment" && head.count > 1 ? "payments" : head.kind,
    count: head.kind === "payment" ? head.count : 1,
    sum: exact(head.sum, deal, language),
    now,
    before: before ?? "none",
  });
}

/** «Оплачено всего: 105 000,00 из 150 000,00 ₽, осталось 45 000,00 ₽». */
export function standingLine(deal: Deal, paid: Minor, words: Words, language: Language): string {
  const left = deal.total - paid;
  return words("alert-standing", {
    paid: formatSum(paid, language),
    total: exact(deal.total, deal, language),
    state: left > 0 ? "left" : left === 0 ? "full" : "over",
    left: exact(units<Minor>(Math.abs(left)), deal, language),
  });
}

/** The six fields and the line below; a field that the deal doesn't have is a dash. */
function fieldsOf(deal: Deal, change: Change, { company, person }: Reader): string[] {
  const words = wordsIn(person.language);
  const { now = "—", before } = percentTexts(change.after, change.before, person.language);
  const sum = exact(moved(change), deal, person.language);
  const { manager } = deal;
  const left = manager !== undefined && !isActive(company, manager);
  return [
    words("alert-deal", { name: line(deal.name, 200) }),
    words("alert-sum", { sum }),
    words("alert-percent", { now, before: before ?? "none" }),
    words("alert-order", { number: line(deal.orderNumber ?? "—", 64) }),
    words("alert-invoice", { number: line(deal.invoiceNumber ?? "—", 64) }),
    words("alert-stage", { stage: deal.stage.trim() === "" ? "—" : line(deal.stage, 100) }),
    standingLine({ ...deal, total: change.after.total }, change.after.paid, words, person.language),
    ...(left ? [words("alert-manager-left", { name: nameOf(company, manager) })] : []),
    ...(manager === undefined ? [words("alert-no-manager")] : []),
  ];
}

const settingsRow = (words: Words) => [button(words("button-alert-settings"), { kind: "alert-settings" })];

/** One change, as one message. Undefined: the deal is gone. */
export function alertMessage(id: number, of: Reader): Message | undefined {
  const seen = dealChange(of.store, id);
  const deal = seen && dealById(of.store, seen.deal);
  const change = seen && changeOf(seen);
  if (deal === undefined || change === undefined) return undefined;
  const words = wordsIn(of.person.language);
  return {
    text: `<b>${headOf(deal, change, words, of.person.language)}</b>\n\n${fieldsOf(deal, change, of).join("\n")}`,
    buttons: [[button(words("button-open-deal"), { kind: "deal", deal: deal.id })], settingsRow(words)],
  };
}

/** Several changes as one list, a line a deal: what is known now against what was known before them. */
export function alertList(ids: readonly number[], of: Reader): Message | undefined {
  const byDeal = new Map<DealId, Change[]>();
  for (const id of ids) {
    const seen = dealChange(of.store, id);
    const change = seen && changeOf(seen);
    if (seen !== undefined && change !== undefined)
      byDeal.set(seen.deal, [...(byDeal.get(seen.deal) ?? []), change]);
  }
  const { language } = of.person;
  const words = wordsIn(language);
  const told = [...byDeal].flatMap(([id, changes]) => {
    const deal = dealById(of.store, id);
    const change = joined(changes);
    return deal === undefined || change === undefined ? [] : [{ deal, change }];
  });
  if (told.length === 0) return undefined;
  const lines = told.map(
    ({ deal, change }) => `• ${line(nameInList(deal), 80)}\n   ${headOf(deal, change, words, language)}`,
  );
  const opening = told
    .slice(0, openMax)
    .map(({ deal }) =>
      button(plain(line(deal.orderNumber ?? deal.name, 30)), { kind: "deal", deal: deal.id }),
    );
  const inPairs = Array.from({ length: Math.ceil(opening.length / 2) }, (_, row) =>
    opening.slice(row * 2, row * 2 + 2),
  );
  return {
    text: [`<b>${words("alert-list", { count: told.length })}</b>`, ...lines].join("\n"),
    buttons: [...inPairs, settingsRow(words)],
  };
}

const nameInList = ({ name, orderNumber }: Deal): string =>
  orderNumber === undefined ? name : `${orderNumber} · ${name}`;
