/** What is said about a bank statement: the preview, a line, a doubt, what was done. */
import { z } from "zod";
import type { LineCount, LineRow } from "../../db/statement-lines.ts";
import { countryOfCurrency, formatExact, formatMoney } from "../../flows/goods/money.ts";
import { units, type DealId, type Language, type Minor } from "../../flows/ids.ts";
import type { CurrencyCode } from "../../flows/payments/deal.ts";
import { currencyOfAccount } from "../../flows/payments/bank-account.ts";
import type { AskWhy } from "../../flows/payments/matching.ts";
import type { Statement } from "../../flows/payments/statement.ts";
import type { StatementWarning } from "../../flows/payments/statement-checks.ts";
import { line } from "../cards/shown-text.ts";
import { dayText } from "../payments/deal-words.ts";
import type { Words } from "../texts.ts";
import type { Turn } from "../work.ts";

type Reader = Pick<Turn, "words"> & { readonly me: { readonly language: Language } };

/** Sums of a statement can be in two currencies: «12 850 000 ₽ и 4 200 ₴». */
function sums(counts: readonly LineCount[], language: Language): string {
  const byCurrency = new Map<CurrencyCode, number>();
  for (const { currency, sum } of counts) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + sum);
  if (byCurrency.size === 0) byCurrency.set("RUB", 0);
  const shown = [...byCurrency].map(([currency, sum]) =>
    formatMoney(units<Minor>(sum), countryOfCurrency(currency), language),
  );
  return new Intl.ListFormat(language, { type: "conjunction" }).format(shown);
}

const counted = (counts: readonly LineCount[]): number => counts.reduce((all, { count }) => all + count, 0);

/** «Приходов 41 на 12 850 000 ₽: разнесу 33, спрошу 5, не наши 3», what is known already, what doesn't add up. */
export function previewText(counts: readonly LineCount[], statement: Statement, reader: Reader): string {
  const { words, me } = reader;
  const incoming = counts.filter((one) => one.direction === "in");
  const outgoing = counts.filter((one) => one.direction === "out");
  const number = (status: LineRow["status"]): number =>
    counted(incoming.filter((one) => one.status === status));
  const { period, leftOut, warnings } = statement;
  const left = Object.values(leftOut).reduce((all, count) => all + count, 0);
  return [
    `<b>${words("statement-title")}</b>${
      period === undefined ? "" : ` ${dayText(period.from, me.language)}–${dayText(period.to, me.language)}`
    }`,
    words("statement-preview", {
      count: counted(incoming),
      sum: sums(incoming, me.language),
      certain: number("certain"),
      ask: number("ask"),
      unmatched: number("unmatched"),
    }),
    ...(number("known") > 0 ? [words("statement-known", { count: number("known") })] : []),
    ...(number("skipped") > 0 ? [words("statement-skipped", { count: number("skipped") })] : []),
    ...(outgoing.length > 0
      ? [words("statement-outgoing", { count: counted(outgoing), sum: sums(outgoing, me.language) })]
      : []),
    ...(left > 0 ? [words("statement-left-out", { count: left })] : []),
    ...warnings.slice(0, 5).map((warning) => `⚠️ ${warningText(warning, reader)}`),
  ].join("\n");
}

function warningText(warning: StatementWarning, { words, me }: Reader): string {
  const money = (sum: Minor): string =>
    formatExact(sum, countryOfCurrency(currencyOfAccount(warning.account) ?? "RUB"), me.language);
  switch (warning.kind) {
    case "balance":
      return words("statement-warning-balance", {
        expected: money(warning.expected),
        closing: money(warning.closing),
      });
    case "received":
    case "spent":
      return words("statement-warning-sum", {
        kind: warning.kind,
        said: money(warning.said),
        lines: money(warning.lines),
      });
    case "unreadable-sum":
      return words("statement-warning-unreadable", {
        line: String(warning.line),
        key: line(warning.key, 40),
        found: line(warning.found, 40),
      });
  }
}

/** «Разнесено 33 на 12 000 000 ₽. Спросить осталось 5. Без сделки 3.» */
export function summaryText(counts: readonly LineCount[], { words, me }: Reader): string {
  const incoming = counts.filter((one) => one.direction === "in");
  const of = (status: LineRow["status"]): readonly LineCount[] =>
    incoming.filter((one) => one.status === status);
  return words("statement-summary", {
    booked: counted(of("booked")),
    sum: sums(of("booked"), me.language),
    ask: counted(of("ask")),
    unmatched: counted(of("unmatched")) + counted(of("skipped")),
  });
}

const exact = (row: LineRow, language: Language): string =>
  formatExact(row.amount, countryOfCurrency(row.currency), language);

/** «9 990,00 ₽ от 13.03.2026, ИП Иванчук Д. О., п/п № 5», as HTML. */
export function lineTitle(row: LineRow, { words, me }: Reader): string {
  const paper = row.number === "" ? [] : [words("payment-paper", { number: line(row.number, 20) })];
  return [
    words("statement-line", { sum: exact(row, me.language), date: dayText(row.paidOn, me.language) }),
    line(row.party, 80),
    ...paper,
  ].join(", ");
}

const whySchema = z.object({ kind: z.string(), by: z.string().optional() });
const foundSchema = z.object({
  why: whySchema.optional(),
  candidates: z.array(z.number().int()).optional(),
});

/** The deals that were offered for a line. */
export function candidatesOf(row: LineRow): readonly DealId[] {
  const { candidates } = foundSchema.parse(row.found);
  return (candidates ?? []).map((deal) => units<DealId>(deal));
}

const asks: Readonly<Record<AskWhy["kind"], true>> = {
  refund: true,
  "same-number": true,
  "several-deals": true,
  "other-payer": true,
  "payer-unknown": true,
  "customer-unknown": true,
  "called-otherwise": true,
  "paid-already": true,
  "booked-already": true,
  "exact-sum": true,
  "payer-only": true,
  "other-currency": true,
};

/** Why a line is asked or stands unmatched. */
function whyText(row: LineRow, words: Words): string {
  const { why } = foundSchema.parse(row.found);
  if (why === undefined) return "";
  return why.kind in asks
    ? words("statement-why", { why: why.kind })
    : words("statement-unmatched-why", { why: why.kind });
}

/** The question about a line. */
export function doubtText(row: LineRow, reader: Reader): string {
  return [
    reader.words("statement-doubt", { line: lineTitle(row, reader) }),
    `<blockquote>${line(row.purpose === "" ? "—" : row.purpose, 400)}</blockquote>`,
    whyText(row, reader.words),
  ].join("\n");
}

/** A line of the list «Показать». */
export function listedLine(row: LineRow, deal: string | undefined, reader: Reader): string {
  const to = deal === undefined ? whyText(row, reader.words) : `→ ${deal}`;
  return [lineTitle(row, reader), to, line(row.purpose, 120)].filter((part) => part !== "").join(" · ");
}
