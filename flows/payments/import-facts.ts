/** What an import has to know of the store and the company, asked for row by row. The store may go on between two pieces. */
import type { Company } from "../company/company.ts";
import type { DealId, Minor } from "../ids.ts";
import type { Deal, Payment } from "./deal.ts";

/** A sum that is expected of a deal by a date `YYYY-MM-DD`. */
export interface Expected {
  readonly dueOn: string;
  readonly amount: Minor;
}

export interface StoreFacts {
  readonly dealById: (deal: DealId) => Deal | undefined;
  /** The deal with that key of another system. */
  readonly dealByKey: (key: string) => Deal | undefined;
  /** All deals whose order or invoice number has that spelling (`numberKey`). */
  readonly dealsByNumber: (kind: "order" | "invoice", key: string) => readonly Deal[];
  /** What has come in on a deal; what was taken back counts as nothing. */
  readonly paidOf: (deal: DealId) => Minor;
  /** Whether any payment stands on it, also one that was taken back: it then keeps its currency. */
  readonly hasPayments: (deal: DealId) => boolean;
  readonly expectedOf: (deal: DealId) => readonly Expected[];
  /** The payment booked under a key, also one that was taken back: it is not booked again. */
  readonly paymentByKey: (key: string) => Payment | undefined;
  /** Payments of a deal, day and sum that count. */
  readonly paymentsLike: (deal: DealId, paidOn: string, amount: Minor) => readonly Payment[];
}

export interface ImportAround {
  readonly store: StoreFacts;
  readonly company: Company;
  /** The company's calendar date `YYYY-MM-DD`. */
  readonly today: string;
}

/** Rows that are planned before others have their turn: a few hundredths of a second. */
const pieceMax = 100;
/** Whether a piece ends before the row at that position (from 0). */
export const endsPiece = (position: number): boolean => position > 0 && position % pieceMax === 0;
