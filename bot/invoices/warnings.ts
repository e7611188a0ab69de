/** Looks up what speaks against an invoice: twins, where the last one was paid to, the order it is for (D28). */
import { dealsNumbered } from "../../db/find-deals.ts";
import { lastPaidTo, twinsOf } from "../../db/invoices.ts";
import type { Store } from "../../db/open.ts";
import { localDate } from "../../flows/company/calendar.ts";
import type { Company } from "../../flows/company/company.ts";
import { countryOf, departmentOf, timeZoneOf } from "../../flows/company/places.ts";
import type { Request } from "../../flows/engine/request.ts";
import type { InvoiceAsked } from "../../flows/filing/catalogue.ts";
import { currencyOf } from "../../flows/goods/money.ts";
import { invoiceOf, type Invoice } from "../../flows/invoices/invoice.ts";
import { warningsOf, type InvoiceWarning } from "../../flows/invoices/warnings.ts";
import type { Deal } from "../../flows/payments/deal.ts";
import { numberKey } from "../../flows/payments/numbers.ts";

export function invoiceWarnings(store: Store, company: Company, of: InvoiceAsked): readonly InvoiceWarning[] {
  const [first] = company.departments;
  const place =
    of.place !== undefined && departmentOf(company, of.place) !== undefined ? of.place : first?.id;
  if (place === undefined) return [];
  const invoice = invoiceOf(of.answers, localDate(of.now, timeZoneOf(company, place)));
  if (invoice === undefined) return [];
  const lastPaid = invoice.paidTo && lastPaidTo(store, invoice.supplier, of.except);
  return warningsOf(invoice, {
    twins: twinsOf(store, invoice, of.except),
    orders: ordersOf(store, invoice),
    currency: currencyOf(countryOf(company, place)).code,
    ...(lastPaid && { lastPaid }),
  });
}

/** What speaks against an invoice that was filed, as its card says it; nothing of any other request. */
export function filedWarnings(
  store: Store,
  company: Company,
  { id, answers, place, filedAt }: Request,
): readonly InvoiceWarning[] {
  return invoiceWarnings(store, company, { answers, place, now: filedAt, except: id });
}

function ordersOf(store: Store, { order }: Invoice): readonly Deal[] {
  const key = numberKey(order ?? "");
  return key === "" ? [] : dealsNumbered(store, "order", key);
}
