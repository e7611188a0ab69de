/** The list of invoices that a statement seems to have paid, in words. */
import { countryOfCurrency, formatExact } from "../../flows/goods/money.ts";
import { invoiceOf } from "../../flows/invoices/invoice.ts";
import { nameOf } from "../cards/place.ts";
import { line as shown } from "../cards/shown-text.ts";
import { dayText } from "../payments/deal-words.ts";
import type { Turn } from "../work.ts";
import type { PaidInvoice, Whose } from "./paid-invoices.ts";

type Reader = Pick<Turn, "words" | "company" | "me">;

/** «№ 17 · 244 000,00 ₽ · АО «Вихрь-Опт» · п/п 45 от 13.03.2026», as HTML. */
export function paidInvoiceText({ line, request }: PaidInvoice, { words, me }: Reader): string {
  const supplier = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  const invoice = invoiceOf(request.answers, line.paidOn);
  return [
    words("card-number", { number: String(request.id) }),
    formatExact(line.amount, countryOfCurrency(line.currency), me.language),
    shown(supplier?.supplier.name ?? line.party, 40),
    ...(invoice === undefined ? [] : [words("books-invoice-number", { number: shown(invoice.number, 30) })]),
    words("books-order-of", {
      number: shown(line.number === "" ? "—" : line.number, 20),
      date: dayText(line.paidOn, me.language),
    }),
  ].join(" · ");
}

type Why = { readonly [K in Whose["kind"]]: (whose: Extract<Whose, { kind: K }>, of: Reader) => string };
const why: Why = {
  mine: () => "",
  free: (_, { words }) => words("books-free"),
  colleague: ({ person }, { words, company }) =>
    person === undefined
      ? words("books-not-yours")
      : words("books-colleague", { person: nameOf(company, person) }),
  twice: (_, { words }) => words("books-twice"),
};

/** What stands in the way, as HTML; "": nothing. */
export function whoseText(whose: Whose, reader: Reader): string {
  // The entry of its own kind takes exactly this one; the compiler can't follow the link between the two.
  const word = why[whose.kind] as (whose: Whose, of: Reader) => string;
  return word(whose, reader);
}
