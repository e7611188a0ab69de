/** What a sheet would do to deals and payments, said before it is taken; and what is wrong with it, by row. */
import { dealById } from "../../db/deals.ts";
import type { RowCount } from "../../db/planned-rows.ts";
import { countryOfCurrency, formatExact, formatMoney } from "../../flows/goods/money.ts";
import { id, units, type Language, type Minor, type PersonId } from "../../flows/ids.ts";
import { currencyCodes } from "../../flows/payments/deal-problems.ts";
import { countsOf, type PlanCounts } from "../../flows/payments/import-plan.ts";
import type { DealChange, FieldChange, TakeablePlan } from "../../flows/payments/plan-schema.ts";
import type { SheetProblem } from "../../flows/sheets/problems.ts";
import { nameOf } from "../cards/place.ts";
import { line } from "../cards/shown-text.ts";
import { dayText, dealName } from "../payments/deal-words.ts";
import { sheetProblemWords } from "../sheets/words.ts";
import type { Words } from "../texts.ts";
import type { Turn } from "../work.ts";

/** Rows of a preview (domain 9.4), and problems of a refusal. */
const rowsMax = 5;
const problemsMax = 15;
/** Changed fields of a row that are told. */
const fieldsMax = 4;

function sums(of: PlanCounts["sums"], language: Language): string {
  const shown = of.map(({ currency, minor }) => formatMoney(minor, countryOfCurrency(currency), language));
  return new Intl.ListFormat(language, { type: "conjunction" }).format(shown);
}

/** «Новых сделок 12, изменится 3, без изменений 40; оплат 25 на 1 250 000 ₽», and the first rows. */
export function planText(plan: TakeablePlan, turn: Turn): string {
  const counts = countsOf(plan);
  const { words, me } = turn;
  const head =
    plan.kind === "deals"
      ? words("sheet-preview-deals", {
          added: counts.newDeals,
          changed: counts.changedDeals,
          same: counts.sameDeals,
        })
      : words("sheet-preview-payments", { known: counts.knownPayments });
  return [
    `<b>${head}</b>`,
    ...(counts.payments > 0
      ? [words("sheet-preview-sums", { count: counts.payments, sum: sums(counts.sums, me.language) })]
      : []),
    ...(counts.payments > 0 ? ["", words("sheet-ask-notify"), ""] : []), // before the rows: a long list loses its end
    ...firstRows(plan, turn),
    ...doubts(plan, turn),
  ].join("\n");
}

function firstRows(plan: TakeablePlan, turn: Turn): string[] {
  const { language } = turn.me;
  const exact = (sum: Minor, currency: "RUB" | "UAH"): string =>
    formatExact(sum, countryOfCurrency(currency), language);
  if (plan.kind === "payments")
    return plan.book.slice(0, rowsMax).map(({ deal, amount, currency, paidOn }) => {
      const found = dealById(turn.tx, deal);
      const name = found === undefined ? "" : dealName(found, 60);
      return `• ${dayText(paidOn, language)} · ${exact(amount, currency)} · ${name}`;
    });
  const added = plan.add
    .slice(0, rowsMax)
    .map(
      ({ deal }) =>
        `• ${line([deal.orderNumber, deal.name].filter(Boolean).join(" · "), 80)} · ${exact(deal.total, deal.currency)}`,
    );
  const changed = plan.change.slice(0, rowsMax).map((one) => `• ${changeText(one, turn)}`);
  return [...added, ...changed];
}

/** «Кроссовки, розница: сумма 150 000,00 → 160 000,00 ₽». */
function changeText({ name, changes, currency }: DealChange, { words, me, company }: Turn): string {
  const value = (of: FieldChange, side: "from" | "to"): string => {
    const given = of[side];
    if (typeof given === "number") return formatExact(given, countryOfCurrency(currency), me.language);
    if (given === "") return "—";
    if (of.field === "manager") return nameOf(company, id<PersonId>(given));
    return of.field === "dueOn" ? dayText(given, me.language) : line(given, 60);
  };
  const told = changes
    .slice(0, fieldsMax)
    .map((one) => words("sheet-field", { field: one.field, from: value(one, "from"), to: value(one, "to") }));
  return `${line(name, 60)}: ${[...told, ...(changes.length > fieldsMax ? ["…"] : [])].join("; ")}`;
}

/** What is taken though it is doubtful. */
function doubts(plan: TakeablePlan, { words, me }: Turn): string[] {
  const shown = plan.warnings
    .slice(0, rowsMax)
    .map((problem) => `⚠️ ${line(sheetProblemWords(problem, me.language), 200)}`);
  const more = plan.doubts - shown.length;
  return more > 0 ? [...shown, words("sheet-more", { count: more })] : shown;
}

/** Every problem by its row, as many as a message holds. */
export function problemsText(problems: readonly SheetProblem[], count: number, { words, me }: Turn): string {
  const shown = problems
    .slice(0, problemsMax)
    .map((problem) => `• ${line(sheetProblemWords(problem, me.language), 200)}`);
  const more = count - shown.length;
  return ["", ...shown, ...(more > 0 ? [words("sheet-more", { count: more })] : [])].join("\n");
}

/** What was taken; and what was not, for the store went on while it was being taken. */
export function takenText(counts: readonly RowCount[], words: Words, language: Language): string {
  const taken = counts.filter(({ status }) => status === "taken");
  const total = (of: readonly RowCount[], what: "count" | "payments"): number =>
    of.reduce((all, one) => all + one[what], 0);
  const payments = total(taken, "payments");
  const paid = currencyCodes.map((currency) => {
    const of = taken.filter((one) => one.currency === currency);
    return { currency, count: total(of, "payments"), minor: of.reduce((all, { sum }) => all + sum, 0) };
  });
  const left = total(
    counts.filter(({ status }) => status === "left"),
    "count",
  );
  const text = words("sheet-taken", {
    added: total(
      taken.filter(({ kind }) => kind === "add"),
      "count",
    ),
    changed: total(
      taken.filter(({ kind }) => kind === "change"),
      "count",
    ),
    payments,
    sum: sums(
      paid.flatMap(({ currency, count, minor }) =>
        count > 0 ? [{ currency, minor: units<Minor>(minor) }] : [],
      ),
      language,
    ),
  });
  return left > 0 ? `${text}\n${words("sheet-left", { count: left })}` : text;
}
