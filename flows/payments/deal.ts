/** A deal and its payments as the rules see them (S1.23–S1.29); the tables of these names are documented for other programs. */
import type { DealId, Instant, Minor, PaymentId, PersonId } from "../ids.ts";

export type CurrencyCode = "RUB" | "UAH";

export interface Deal {
  readonly id: DealId;
  /** Its key in the system of whoever writes it. */
  readonly externalId?: string;
  readonly name: string;
  readonly orderNumber?: string;
  readonly invoiceNumber?: string;
  /** As the system that keeps the deal calls it. */
  readonly stage: string;
  readonly customer: string;
  /** ИНН or ЄДРПОУ. */
  readonly customerInn?: string;
  readonly manager?: PersonId;
  /** Minor units of its currency. */
  readonly total: Minor;
  readonly currency: CurrencyCode;
}

/** Who put a payment into the store: another program, a bank statement, a sheet, a person by hand. */
export type PaymentSource = "program" | "statement" | "sheet" | "hand";

export interface Payment {
  readonly id: PaymentId;
  readonly deal: DealId;
  /** Minor units of the deal's currency, never zero; below zero: given back. */
  readonly amount: Minor;
  /** Calendar date `YYYY-MM-DD`. */
  readonly paidOn: string;
  /** Number of the payment order. */
  readonly number?: string;
  readonly payer?: string;
  readonly payerInn?: string;
  readonly purpose?: string;
  readonly source: PaymentSource;
  readonly bookedBy?: PersonId;
  /** Somebody took the booking back: it counts as nothing. */
  readonly takenBackAt?: Instant;
}
