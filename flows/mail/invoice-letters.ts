/** The three letters to a supplier about his invoice (S1.2, S1.10, domain 10): handed over for payment, paid, closing documents awaited. */
import { oneLine } from "../company/clean-text.ts";
import type { Country, Entity } from "../company/company.ts";
import type { PaperLanguage } from "../documents/amount-in-words.ts";
import { shortDate, type CalendarDate } from "../documents/dates.ts";
import { formatSum } from "../goods/money.ts";
import type { Minor } from "../ids.ts";
import { invoiceWords, type InvoiceWords } from "./invoice-words.ts";
import { letterHtml } from "./letter-html.ts";
import type { LetterText } from "./letter.ts";

/** What a letter may say. Who approved, remarks and links are not among it, so that no letter can (domain 10). */
export interface InvoiceFacts {
  /** The legal entity that pays: its country decides currency and tax words. */
  readonly payer: Pick<Entity, "name" | "country" | "inn" | "kpp" | "vatId">;
  /** The person at the supplier's, in the nominative; absent: greeted without a name. */
  readonly contact?: string;
  readonly invoice: {
    /** As the supplier wrote it, without №. */
    readonly number: string;
    readonly date: CalendarDate;
    readonly sum: Minor;
    /** Absent: without VAT. */
    readonly vat?: { readonly percent: number; readonly sum: Minor };
  };
  /** «договор № 12 от 01.02.2025». */
  readonly basis?: string;
  /** Whom the supplier may ask. */
  readonly manager: {
    readonly name: string;
    readonly post?: string;
    readonly phone?: string;
    readonly email?: string;
  };
}

/** The language in which suppliers of a country are written to. */
export function letterLanguage(country: Country): PaperLanguage {
  return country === "UA" ? "uk" : "ru";
}

/** Right after an accountant took the invoice: it will be paid by that date, please confirm shipment. */
export function handedOverLetter(
  facts: InvoiceFacts,
  of: { readonly language: PaperLanguage; readonly plannedDate: CalendarDate },
): LetterText {
  const words = invoiceWords[of.language];
  return letter(facts, of.language, {
    subject: words.handedOverSubject,
    first: `${sentence(facts, words)} ${words.handedOver}.\n${words.planned(shortDate(of.plannedDate))}`,
    rest: [words.confirm, words.documents],
  });
}

/** The invoice was paid by that payment order; a payment without a number is named by its date. */
export function paidLetter(
  facts: InvoiceFacts,
  of: {
    readonly language: PaperLanguage;
    readonly payment: { readonly number?: string; readonly date: CalendarDate };
    /** Nothing was written before it: it asks what the first letter would have asked. */
    readonly first?: boolean;
  },
): LetterText {
  const words = invoiceWords[of.language];
  const order = orderOf(words, of.payment);
  return letter(facts, of.language, {
    subject: `${words.paidSubject}, ${order}`,
    first: `${sentence(facts, words)} ${words.paid}, ${order}.`,
    rest: of.first === true ? [words.confirm, words.documents] : [words.documents],
  });
}

/** Paid, and the closing documents are still awaited. */
export function closingDocumentsLetter(
  facts: InvoiceFacts,
  of: {
    readonly language: PaperLanguage;
    readonly payment: { readonly number?: string; readonly date: CalendarDate };
  },
): LetterText {
  const words = invoiceWords[of.language];
  return letter(facts, of.language, {
    subject: words.documentsSubject,
    first: `${sentence(facts, words)} ${words.paid}, ${orderOf(words, of.payment)}.\n${words.sendDocuments}`,
    rest: [words.documents],
  });
}

function orderOf(
  words: InvoiceWords,
  payment: { readonly number?: string; readonly date: CalendarDate },
): string {
  const number = payment.number === undefined ? undefined : oneLine(payment.number);
  return words.paymentOrder(number, shortDate(payment.date));
}

const money = (sum: Minor, words: InvoiceWords): string => `${formatSum(sum)}\u00a0${words.currency}`;

/** «Ваш счёт № … от … на сумму … (в т. ч. НДС …), договор …,»: the sentence up to what happened. */
function sentence({ invoice, basis }: InvoiceFacts, words: InvoiceWords): string {
  const { number, date, sum, vat } = invoice;
  const tax =
    vat === undefined ? words.withoutVat : words.withVat(String(vat.percent), money(vat.sum, words));
  const head = `${words.yourInvoice}${oneLine(number)} ${words.of} ${shortDate(date)} ${words.forText} ${money(sum, words)}`;
  return basis === undefined ? `${head} ${tax}` : `${head} ${tax}, ${oneLine(basis)},`;
}

function letter(
  facts: InvoiceFacts,
  language: PaperLanguage,
  of: { readonly subject: string; readonly first: string; readonly rest: readonly string[] },
): LetterText {
  const words = invoiceWords[language];
  const { number, date, sum } = facts.invoice;
  const head = `${words.invoice}${oneLine(number)} ${words.of} ${shortDate(date)} ${words.forSubject} ${money(sum, words)}`;
  const text = [
    words.greeting(facts.contact === undefined ? undefined : oneLine(facts.contact)),
    of.first,
    ...of.rest,
    `${payerLine(facts, words)}\n${contactLine(facts, words)}`,
    words.automatic,
  ].join("\n\n");
  return { subject: `${head} ${of.subject}`, text, html: letterHtml(text, language) };
}

function payerLine({ payer }: InvoiceFacts, words: InvoiceWords): string {
  const numbered = (name: string, number: string | undefined): string[] =>
    name === "" || number === undefined ? [] : [`${name} ${oneLine(number)}`];
  const parts = [
    oneLine(payer.name),
    ...numbered(words.taxNumber, payer.inn),
    ...numbered(words.kpp, payer.kpp),
    ...numbered(words.vatId, payer.vatId),
  ];
  return `${words.payer}: ${parts.join(", ")}`;
}

function contactLine({ manager }: InvoiceFacts, words: InvoiceWords): string {
  const parts = [manager.name, manager.post, manager.phone, manager.email];
  const known = parts.flatMap((part) => (part === undefined ? [] : [oneLine(part)]));
  return `${words.contact}: ${known.join(", ")}.`;
}
