/** What speaks against an invoice, in words: on the preview, and on the card of whoever signs it. */
import { personById } from "../../flows/company/directory.ts";
import type { Company } from "../../flows/company/company.ts";
import type { Instant, Language, PersonId } from "../../flows/ids.ts";
import { countryOfCurrency, formatMoney } from "../../flows/goods/money.ts";
import type { PaidTo } from "../../flows/invoices/invoice.ts";
import type { InvoiceWarning } from "../../flows/invoices/warnings.ts";
import { maySeeDeal } from "../../flows/payments/recipients.ts";
import { dayAndTime, moneyAt, nameOf } from "../cards/place.ts";
import { line } from "../cards/shown-text.ts";
import type { Words } from "../texts.ts";

export interface WarningReader {
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
  readonly person: PersonId;
  readonly now: Instant;
}
type Worded = {
  readonly [K in InvoiceWarning["kind"]]: (
    warning: Extract<InvoiceWarning, { kind: K }>,
    of: WarningReader,
  ) => string;
};

const accountText = ({ account, bank }: PaidTo, { words }: WarningReader): string =>
  bank === undefined ? line(account, 40) : words("books-account", { account, bank });

const worded: Worded = {
  twin: ({ twin }, { company, words, language, now }) =>
    words("books-twin", {
      number: String(twin.request),
      filer: nameOf(company, twin.filer),
      when: dayAndTime(company, twin.place, twin.filedAt, now, language),
      sum: moneyAt(company, twin.place, twin.sum, language),
      stage: line(twin.stage[language], 60),
    }),
  "account-changed": ({ before, request }, of) =>
    of.words("books-account-changed", { number: String(request), account: accountText(before, of) }),
  "order-unknown": ({ order }, { words }) => words("books-order-unknown", { order: line(order, 50) }),
  "above-order": ({ order, deal }, { company, words, language, person }) =>
    // what somebody else has sold for is told only to who may know of it
    personById(company, person) !== undefined && maySeeDeal(company, person, deal)
      ? words("books-above-order-of", {
          order: line(order, 50),
          total: formatMoney(deal.total, countryOfCurrency(deal.currency), language),
        })
      : words("books-above-order", { order: line(order, 50) }),
};

/** A warning as HTML. */
export function warningText(warning: InvoiceWarning, of: WarningReader): string {
  // The entry of its own kind takes exactly this warning; the compiler can't follow the link between the two.
  const word = worded[warning.kind] as (warning: InvoiceWarning, of: WarningReader) => string;
  return `⚠️ ${word(warning, of)}`;
}

export const warningTexts = (warnings: readonly InvoiceWarning[], of: WarningReader): readonly string[] =>
  warnings.map((warning) => warningText(warning, of));
