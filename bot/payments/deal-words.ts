/** How a deal reads in the chat: its screen, its payments, its percentages. */
import { changesOf } from "../../db/deal-changes.ts";
import { expectedOf, paidOf } from "../../db/deals.ts";
import { actsOf, type LoggedAct } from "../../db/payment-log.ts";
import { paymentsOf } from "../../db/payments.ts";
import { dealById } from "../../db/deals.ts";
import type { Store } from "../../db/open.ts";
import type { Company } from "../../flows/company/company.ts";
import { localDate, localTime } from "../../flows/company/calendar.ts";
import type { CalendarDate } from "../../flows/documents/dates.ts";
import { countryOfCurrency, formatExact } from "../../flows/goods/money.ts";
import type { Language, Minor, PaymentId } from "../../flows/ids.ts";
import type { Deal, Payment } from "../../flows/payments/deal.ts";
import { percentText } from "../../flows/payments/percentage.ts";
import { nameOf } from "../cards/place.ts";
import { line } from "../cards/shown-text.ts";
import type { Words } from "../texts.ts";
import { standingLine } from "./alert-words.ts";

/** For whom it is worded. */
export interface DealReader {
  readonly store: Store;
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
}

/** «ЗП-2026-0112 · Кроссовки для сборной, 20 пар», as HTML. */
export function dealName({ orderNumber, name }: Deal, lettersMax = 100): string {
  return line(orderNumber === undefined ? name : `${orderNumber} · ${name}`, lettersMax);
}

/** A sum of a deal to the kopeck. */
export function dealMoney(deal: Deal, sum: Minor, language: Language): string {
  return formatExact(sum, countryOfCurrency(deal.currency), language);
}

/** `2026-03-12` as people of the language write it. */
export function dayText(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "en" ? date : `${day}.${month}.${year}`;
}

const zoneOf = (company: Company): string => company.entities[0]?.timeZone ?? "Europe/Moscow";

/** When something was done, on the clock of the company's first entity. */
function when(company: Company, at: number, language: Language): string {
  const instant = at as Parameters<typeof localDate>[0]; // an instant of a row
  const zone = zoneOf(company);
  return `${dayText(localDate(instant, zone), language)} ${localTime(instant, zone)}`;
}

/**
 * What stands on a deal's screen.
 * @param today what was expected before it is overdue
 */
export function dealText(deal: Deal, reader: DealReader, today: CalendarDate): string {
  const { store, company, words, language } = reader;
  const paid = paidOf(store, deal.id);
  const percent = percentText({ paid, total: deal.total }, language) ?? "—";
  const expected = expectedOf(store, deal.id).slice(0, 3);
  return [
    `<b>${dealName(deal)}</b>`,
    ...(deal.customer.trim() === "" ? [] : [words("deal-customer", { name: line(deal.customer, 120) })]),
    words("alert-invoice", { number: line(deal.invoiceNumber ?? "—", 64) }),
    words("alert-stage", { stage: deal.stage.trim() === "" ? "—" : line(deal.stage, 100) }),
    words("deal-manager", { name: deal.manager === undefined ? "—" : nameOf(company, deal.manager) }),
    `${words("deal-percent", { percent })}. ${standingLine(deal, paid, words, language)}`,
    ...expected.map(({ dueOn, amount }) =>
      words(dueOn < today ? "deal-overdue" : "deal-expected", {
        sum: dealMoney(deal, amount, language),
        date: dayText(dueOn, language),
      }),
    ),
  ].join("\n");
}

/** One line of a payment: when, how much, by which paper, from whom. */
export function paymentLine(payment: Payment, deal: Deal, { words, language }: DealReader): string {
  const paper =
    payment.number === undefined ? "" : ` · ${words("payment-paper", { number: line(payment.number, 20) })}`;
  const payer = payment.payer === undefined ? "" : ` · ${line(payment.payer, 60)}`;
  const said = `${dayText(payment.paidOn, language)} · ${dealMoney(deal, payment.amount, language)}${paper}${payer}`;
  return payment.takenBackAt === undefined ? said : `<s>${said}</s> (${words("payment-taken-back")})`;
}

/** Payments that one message lists. */
const paymentsMax = 20;

/** Payments of a deal, newest first, a line each, and where the next page begins, if there is one. */
export function paymentsText(
  deal: Deal,
  reader: DealReader,
  before?: PaymentId,
): { readonly text: string; readonly payments: readonly Payment[]; readonly next?: PaymentId } {
  const from = before !== undefined && { before };
  const found = paymentsOf(reader.store, deal.id, { ...from, limit: paymentsMax + 1 });
  const payments = found.slice(0, paymentsMax);
  const last = payments.at(-1);
  const lines = payments.map((payment, index) => `${index + 1}. ${paymentLine(payment, deal, reader)}`);
  const head = `<b>${reader.words("deal-payments-title", { deal: dealName(deal) })}</b>`;
  return {
    text: [head, ...(lines.length === 0 ? [reader.words("deal-no-payments")] : lines)].join("\n"),
    payments,
    ...(found.length > paymentsMax && last !== undefined && { next: last.id }),
  };
}

/** Percentages that one message lists. */
const historyMax = 30;

/** The percentages of a deal, newest first, as polls saw them. */
export function historyText(deal: Deal, { store, company, words, language }: DealReader): string {
  const lines = changesOf(store, deal.id, historyMax).map(({ at, paid, total, kind }) =>
    words("deal-history-line", {
      when: when(company, at, language),
      percent: percentText({ paid, total }, language) ?? "—",
      paid: dealMoney(deal, paid, language),
      total: dealMoney(deal, total, language),
      told: kind === "alert" ? "yes" : "no",
    }),
  );
  const head = `<b>${words("deal-history-title", { deal: dealName(deal) })}</b>`;
  return [head, ...(lines.length === 0 ? [words("deal-no-history")] : lines)].join("\n");
}

/** A payment with all that was done to it. */
export function paymentText(payment: Payment, deal: Deal, reader: DealReader): string {
  const { store, words } = reader;
  const acts = actsOf(store, payment.id).map((act) => actLine(act, deal, reader));
  return [
    `<b>${dealName(deal)}</b>`,
    paymentLine(payment, deal, reader),
    ...(payment.purpose === undefined
      ? []
      : [words("payment-purpose", { purpose: line(payment.purpose, 300) })]),
    words("payment-source", { source: payment.source }),
    ...acts,
  ].join("\n");
}

function actLine({ what, at, by }: LoggedAct, deal: Deal, reader: DealReader): string {
  const { company, words, language, store } = reader;
  const moved = what.kind === "moved" ? dealById(store, what.to) : undefined;
  return words("payment-act", {
    kind: what.kind,
    when: when(company, at, language),
    name: nameOf(company, by),
    to: moved === undefined ? dealName(deal, 60) : dealName(moved, 60),
  });
}
