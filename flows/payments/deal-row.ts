/** One row of a sheet of deals or of payments, checked by itself. */
import { z } from "zod";
import { line } from "../company/fields.ts";
import type { Minor } from "../ids.ts";
import type { CurrencyCode } from "./deal.ts";
import { numberKey } from "./numbers.ts";
import { currency, day, numberText, signedSum, sum, taxNumber } from "./row-fields.ts";

/** Numbers of a deal as written, and the spellings by which it is found. */
export interface DealNumbers {
  readonly orderNumber?: string;
  readonly invoiceNumber?: string;
  /** `numberKey` of them, made while the row is read; absent where a number («б/н») finds nothing. */
  readonly orderKey?: string;
  readonly invoiceKey?: string;
}

/** The spellings of a deal's numbers. */
export function spellingsOf(numbers: {
  readonly orderNumber?: string | undefined;
  readonly invoiceNumber?: string | undefined;
}): Pick<DealNumbers, "orderKey" | "invoiceKey"> {
  const orderKey = numberKey(numbers.orderNumber ?? "");
  const invoiceKey = numberKey(numbers.invoiceNumber ?? "");
  return { ...(orderKey !== "" && { orderKey }), ...(invoiceKey !== "" && { invoiceKey }) };
}

/** A deal as one row tells it. A field that is absent says nothing: what the store has of it stays. */
export interface DealRow extends DealNumbers {
  /** Number of the row in the file. */
  readonly row: number;
  /** Its key in the system that the sheet comes from. */
  readonly key?: string;
  readonly name: string;
  readonly stage?: string;
  readonly customer?: string;
  readonly customerInn?: string;
  /** As written; whom it means is found in the company. */
  readonly manager?: string;
  readonly total: Minor;
  readonly currency?: CurrencyCode;
  /** All that has been received so far. */
  readonly paid?: Minor;
  /** Calendar date `YYYY-MM-DD`. */
  readonly dueOn?: string;
}

/** A payment as one row tells it; its deal is named by at least one of three. */
export interface PaymentRow extends DealNumbers {
  readonly row: number;
  readonly dealKey?: string;
  /** Never zero; below zero: given back. */
  readonly amount: Minor;
  readonly paidOn: string;
  /** Of the payment order. */
  readonly number?: string;
  readonly payer?: string;
  readonly payerInn?: string;
  readonly purpose?: string;
  readonly currency?: CurrencyCode;
  /** The payment's own key in the system that the sheet comes from. */
  readonly key?: string;
}

/** The cells of a row of deals; sums keep the currency whose sign they carry. */
export const dealSchema = z.strictObject({
  key: numberText(100).optional(),
  name: line(300),
  orderNumber: numberText(64).optional(),
  invoiceNumber: numberText(64).optional(),
  stage: line(100).optional(),
  customer: line(300).optional(),
  customerInn: taxNumber.optional(),
  manager: line(200).optional(),
  total: sum,
  currency: currency.optional(),
  paid: sum.optional(),
  dueOn: day.optional(),
});

/** The cells of a row of payments. */
export const paymentSchema = z.strictObject({
  dealKey: numberText(100).optional(),
  orderNumber: numberText(64).optional(),
  invoiceNumber: numberText(64).optional(),
  amount: signedSum,
  paidOn: day,
  number: numberText(64).optional(),
  payer: line(300).optional(),
  payerInn: taxNumber.optional(),
  purpose: line(1000).optional(),
  currency: currency.optional(),
  key: numberText(100).optional(),
});
