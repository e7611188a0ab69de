/** How a report names itself and adds up: for the picture, its caption, and the sheet. */
import type { Company } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import { shortName } from "../../flows/documents/short-name.ts";
import { countryOfCurrency, currencyOf, formatExact } from "../../flows/goods/money.ts";
import type { Language, Minor, PersonId } from "../../flows/ids.ts";
import type { CurrencyCode } from "../../flows/payments/deal.ts";
import type { ReportTotal, SalesReport } from "../../flows/payments/monthly-report.ts";
import { percentText } from "../../flows/payments/percentage.ts";
import { periodDates, periodTitle, type Period } from "../../flows/payments/report-period.ts";
import type { Words } from "../texts.ts";

/** For whom it is worded. */
export interface ReportReader {
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
}

/** «Петренко М. Р.», as it is; an id that the company never had stands for itself. */
export function managerName(company: Company, person: PersonId): string {
  return shortName(personById(company, person)?.name ?? person);
}

export const signOf = (currency: CurrencyCode): string => currencyOf(countryOfCurrency(currency)).sign;
export const moneyOf = (sum: Minor, currency: CurrencyCode, language: Language): string =>
  formatExact(sum, countryOfCurrency(currency), language);

/** «Продажи · Петренко М. Р.», or how many managers there are; plain text. */
export function reportTitle({ managers }: SalesReport, { company, words }: ReportReader): string {
  const [only] = managers;
  const who =
    managers.length === 1 && only !== undefined
      ? managerName(company, only.manager)
      : words("report-managers", { count: managers.length });
  return words("report-title", { who });
}

/** «март 2026», in the reader's language. */
export const reportPeriod = (period: Period, { language }: ReportReader): string =>
  periodTitle(period, language);

/** The sums of one currency, a line each; plain text. */
export function totalLines(total: ReportTotal, period: Period, { words, language }: ReportReader): string[] {
  const money = (sum: Minor): string => moneyOf(sum, total.currency, language);
  const dates = periodDates(period, language);
  return [
    words("report-dates", { dates, sign: signOf(total.currency) }),
    words("report-deals", { count: total.deals, sum: money(total.total) }),
    words("report-received", { sum: money(total.received) }),
    words("report-paid", { sum: money(total.paid), percent: percentText(total, language) ?? "—" }),
    ...(total.open > 0 ? [words("report-open", { sum: money(total.open) })] : []),
    ...(total.overdue > 0 ? [words("report-overdue", { sum: money(total.overdue) })] : []),
  ];
}
